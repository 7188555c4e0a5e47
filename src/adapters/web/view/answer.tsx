import { citationOf, placeOfCitation } from "../../../core/answer/citation-place.ts";
import type { Answer, Block } from "../../../core/answer/index.ts";
import { type Page as AnswerPage, understoodLine } from "../../../core/answer/render.ts";
import * as say from "../messages.zh.ts";
import { ANSWERING_MARKS, factsOf } from "./facts.ts";
import { documentPath } from "./links.ts";

/** The citations that a page of an answer rests on, numbered from 1 in the order in which it names them. */
type Footnotes = ReadonlyMap<number, number>;

/** @param isLast whether citations that no block names follow: there is no later page for them */
function footnotesOf(answer: Answer, blocks: readonly Block[], isLast: boolean): Footnotes {
  const named = blocks.flatMap((block) => citationOf(block) ?? []);
  const everywhere = new Set(answer.blocks.flatMap((block) => citationOf(block) ?? []));
  const rest = isLast ? [...answer.citations.keys()].filter((index) => !everywhere.has(index)) : [];
  const inOrder = [...new Set([...named, ...rest])].filter((index) => answer.citations[index] !== undefined);
  return new Map(inOrder.map((index, at) => [index, at + 1]));
}

interface AnswerProps {
  readonly answer: Answer;
  readonly page: AnswerPage;
  readonly isLarge: boolean;
}

/** One page of an answer: what it says, how the question was understood, and where it stands. */
export function AnswerView({ answer, page, isLarge }: AnswerProps) {
  const footnotes = footnotesOf(answer, page.blocks, page.number === page.count);
  return (
    <>
      <div class="answer" data-behaviour={answer.behaviour}>
        {runsOf(page.blocks).map((run) =>
          run.kind === "entries" ? (
            <ol class="entries plain">
              {run.blocks.map((block) => (
                <li>
                  <Entry text={block.text} />
                  <Footnote answer={answer} citation={block.citation} footnotes={footnotes} />
                </li>
              ))}
            </ol>
          ) : (
            <BlockView answer={answer} block={run.block} isGroup={run.isGroup} footnotes={footnotes} isLarge={isLarge} />
          ),
        )}
      </div>
      {answer.understood !== "" && (
        <p class="understood" lang={answer.language}>
          {understoodLine(answer)}
        </p>
      )}
      <Sources answer={answer} footnotes={footnotes} />
    </>
  );
}

type Entries = Extract<Block, { kind: "entry" }>;
type Run = { readonly kind: "entries"; readonly blocks: readonly Entries[] } | { readonly kind: "block"; readonly block: Block; readonly isGroup: boolean };

/** Rows that follow each other are one list; a line right before a list is its heading. */
function runsOf(blocks: readonly Block[]): readonly Run[] {
  const runs: Run[] = [];
  let entries: Entries[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "entry") {
      if (entries.length === 0) runs.push({ kind: "entries", blocks: entries });
      entries.push(block);
      continue;
    }
    entries = [];
    runs.push({ kind: "block", block, isGroup: block.kind === "text" && !block.strong && blocks[index + 1]?.kind === "entry" });
  }
  return runs;
}

interface BlockProps {
  readonly answer: Answer;
  readonly block: Block;
  readonly isGroup: boolean;
  readonly footnotes: Footnotes;
  readonly isLarge: boolean;
}

function BlockView({ answer, block, isGroup, footnotes, isLarge }: BlockProps) {
  switch (block.kind) {
    case "text":
      return (
        <p class={block.strong ? "lead" : isGroup ? "group" : undefined}>
          {isLarge ? <Facts text={block.text} isAnswering={block.strong === true} /> : block.text}
        </p>
      );
    case "note":
      return <p class="note">{isLarge ? <Facts text={`※ ${block.text}`} isAnswering={false} /> : `※ ${block.text}`}</p>;
    case "quote": {
      const citation = answer.citations[block.citation];
      if (!citation) return null;
      return (
        <figure class="quote">
          <blockquote>「{citation.quote}」</blockquote>
          <figcaption>
            ——{block.place}
            <Footnote answer={answer} citation={block.citation} footnotes={footnotes} />
          </figcaption>
        </figure>
      );
    }
    case "entry":
      return null;
  }
}

function Facts({ text, isAnswering }: { readonly text: string; readonly isAnswering: boolean }) {
  return (
    <>
      {factsOf(text, isAnswering ? ANSWERING_MARKS : undefined).map((fact) => (
        <span class="fact">{fact}</span>
      ))}
    </>
  );
}

/** A row of a list; its number hangs beside it. */
function Entry({ text }: { readonly text: string }) {
  const { number, rest = text } = /^(?<number>\d+\. )(?<rest>.*)$/su.exec(text)?.groups ?? {};
  return number === undefined ? (
    text
  ) : (
    <>
      <span class="number">{number}</span>
      {rest}
    </>
  );
}

interface FootnoteProps {
  readonly answer: Answer;
  readonly citation: number | undefined;
  readonly footnotes: Footnotes;
}

/** The link from words to the source, where they are marked. */
function Footnote({ answer, citation: index, footnotes }: FootnoteProps) {
  const citation = index === undefined ? undefined : answer.citations[index];
  const number = index === undefined ? undefined : footnotes.get(index);
  if (!citation || number === undefined) return null;
  return (
    <sup class="footnote">
      <a href={documentPath(citation.document, citation)} aria-label={say.footnote(number)}>
        {number}
      </a>
    </sup>
  );
}

/** Where the page's words stand (出处), each with its words. */
function Sources({ answer, footnotes }: { readonly answer: Answer; readonly footnotes: Footnotes }) {
  if (footnotes.size === 0) return null;
  return (
    <details class="sources">
      <summary>{say.sources(footnotes.size)}</summary>
      <ol>
        {[...footnotes.keys()].map((index) => {
          const citation = answer.citations[index];
          if (!citation) return null;
          return (
            <li>
              <a href={documentPath(citation.document, citation)}>{placeOfCitation(answer, index)}</a>
              <q>{shortened(citation.quote)}</q>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

/** The whole of it is one click away. UTF-16 code units. */
const LONGEST_SHOWN = 90;

function shortened(quote: string): string {
  return quote.length <= LONGEST_SHOWN ? quote : `${quote.slice(0, LONGEST_SHOWN).toWellFormed()}……`;
}
