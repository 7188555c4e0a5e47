import type { MessageEntity } from "grammy/types";
import type { Answer, Block } from "../../../core/answer/index.ts";
import { type Page, understoodLine } from "../../../core/answer/render.ts";
import { cutText, MAX_MESSAGE_CHARACTERS } from "./fit.ts";

/** Words and their formatting. Markup in the words stays words: nothing is parsed. */
export interface RichText {
  readonly text: string;
  /** Offsets and lengths in UTF-16 code units, in order, apart from each other. */
  readonly entities: MessageEntity[];
}

/** Telegram honours this many entities. */
const MAX_ENTITIES = 100;
/** A quote longer than this is folded until the reader opens it. */
const FOLD_QUOTES_FROM = 400;

type Style = "bold" | "italic" | "blockquote" | "expandable_blockquote";

interface Piece {
  readonly text: string;
  readonly style?: Style;
}

/** One page of an answer: the answering line bold, quotes as block quotes with their place, how it was understood in italics. */
export function renderPage(answer: Answer, page: Page): RichText {
  const lines: Piece[][] = page.blocks.map((block) => piecesOf(answer, block)).filter((pieces) => pieces.length > 0);
  if (page.count > 1) lines.push([{ text: `（第${page.number}页，共${page.count}页）` }]);
  if (answer.understood) lines.push([{ text: understoodLine(answer), style: "italic" }]);
  return join(lines);
}

function piecesOf(answer: Answer, block: Block): Piece[] {
  switch (block.kind) {
    case "text":
      return [block.strong ? { text: block.text, style: "bold" } : { text: block.text }];
    case "entry":
      return [{ text: block.text }];
    case "note":
      return [{ text: `※ ${block.text}`, style: "italic" }];
    case "quote": {
      const quote = answer.citations[block.citation]?.quote;
      if (quote === undefined) return [];
      return [
        { text: quote, style: quote.length > FOLD_QUOTES_FROM ? "expandable_blockquote" : "blockquote" },
        { text: "\n" },
        { text: `——${block.place}`, style: "italic" },
      ];
    }
  }
}

function join(lines: readonly (readonly Piece[])[]): RichText {
  let text = "";
  const entities: MessageEntity[] = [];
  for (const [index, pieces] of lines.entries()) {
    if (index > 0) text += "\n";
    for (const piece of pieces) {
      const words = text === "" ? wellFormed(piece.text).trimStart() : wellFormed(piece.text);
      if (piece.style && words !== "") entities.push({ type: piece.style, offset: text.length, length: words.length });
      text += words;
    }
  }
  return clamp(text, entities);
}

/** Telegram refuses half a surrogate pair. The replacement is as long as what it replaces, so offsets stay. */
export function wellFormed(text: string): string {
  return ANY_SURROGATE.test(text) ? text.replace(/\p{Surrogate}/gu, "\uFFFD") : text;
}

/** Whole pairs too; far cheaper to look for, and most texts have none. */
const ANY_SURROGATE = /[\uD800-\uDFFF]/;

function clamp(text: string, entities: readonly MessageEntity[]): RichText {
  const shown = cutText(text.trimEnd(), MAX_MESSAGE_CHARACTERS);
  const inside = entities.flatMap((entity) => {
    const length = Math.min(entity.length, shown.length - entity.offset);
    return length > 0 ? [{ ...entity, length }] : [];
  });
  return { text: shown, entities: inside.slice(0, MAX_ENTITIES) };
}
