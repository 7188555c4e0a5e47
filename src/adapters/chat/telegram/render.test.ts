import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, type Block, type Citation, renderPlainText } from "../../../core/answer/index.ts";
import { fitBlocks, messagePagesOf } from "./fit.ts";
import { type RichText, renderPage } from "./render.ts";

const SEED = 20200708;

function citationOf(quote: string, start = 0): Citation {
  return { document: "plan", file: "plan.txt", documentNumber: null, path: ["一、"], start, end: start + quote.length, quote };
}

function answerOf(blocks: readonly Block[], citations: readonly Citation[] = [], understood = "单位=县司法局"): Answer {
  return { behaviour: "text", understood, blocks, items: [], units: [], collective: [], number: null, citations, suggestions: [] };
}

function render(answer: Answer): readonly RichText[] {
  const shown = fitBlocks(answer);
  return messagePagesOf(shown).map((page) => renderPage(shown, page));
}

describe("一页答复的文字和格式", () => {
  test("首行加粗，引文用引用格式，出处、备注和理解用斜体；记号不当作格式", () => {
    const blocks: Block[] = [
      { kind: "text", text: "共1项 <b>*𠮷*</b>", strong: true },
      { kind: "quote", citation: 0, place: "一、(一)" },
      { kind: "note", text: "原文印作(二十五)" },
      { kind: "entry", text: "1. 普通一行" },
    ];
    const [page] = render(answerOf(blocks, [citationOf("每季度至少学法1次。")]));
    expect(page?.text).toBe("共1项 <b>*𠮷*</b>\n每季度至少学法1次。\n——一、(一)\n※ 原文印作(二十五)\n1. 普通一行\n〔理解为：单位=县司法局〕");
    expect(page?.entities.map(({ type, offset, length }) => [type, page.text.slice(offset, offset + length)])).toEqual([
      ["bold", "共1项 <b>*𠮷*</b>"],
      ["blockquote", "每季度至少学法1次。"],
      ["italic", "——一、(一)"],
      ["italic", "※ 原文印作(二十五)"],
      ["italic", "〔理解为：单位=县司法局〕"],
    ]);
  });

  test("长引文先折起来", () => {
    const [page] = render(answerOf([{ kind: "quote", citation: 0, place: "一、" }], [citationOf("法".repeat(401))]));
    expect(page?.entities[0]).toMatchObject({ type: "expandable_blockquote", length: 401 });
  });

  test("一条消息放不下的引文分成几段，一字不少，每段仍是原文的一片", () => {
    const quote = "𠮷法治政府建设。".repeat(1500);
    const shown = fitBlocks(answerOf([{ kind: "quote", citation: 0, place: "一、" }], [citationOf(quote, 70)]));
    const parts = shown.blocks.flatMap((block) => (block.kind === "quote" ? [shown.citations[block.citation]] : []));
    expect(parts.map((part) => part?.quote).join("")).toBe(quote);
    for (const part of parts) expect(part && quote.slice(part.start - 70, part.end - 70)).toBe(part?.quote);
    for (const { text } of render(shown)) expect(text.length).toBeLessThanOrEqual(4096);
  });

  test("几百条短引文也不超过每条消息一百处格式", () => {
    const citations = Array.from({ length: 230 }, (_, index) => citationOf(`第${index}句`, index * 10));
    const pages = render(
      answerOf(
        citations.map((_, citation) => ({ kind: "quote", citation, place: "一、" })),
        citations,
      ),
    );
    const quoted = pages.flatMap(({ text, entities }) =>
      entities.filter(({ type }) => type === "blockquote").map(({ offset, length }) => text.slice(offset, offset + length)),
    );
    expect(quoted).toEqual(citations.map(({ quote }) => quote));
    expect(Math.max(...pages.map(({ entities }) => entities.length))).toBeLessThanOrEqual(100);
  });
});

describe("无论什么答复", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.string({ unit: fc.constantFrom("法", "𠮷", "\uD83D", "\uDE00", " ", "\n", "*", "<", "​", "‮"), maxLength: 400 }),
  );
  const block = fc.oneof(
    fc.record({ kind: fc.constant("text" as const), text: words, strong: fc.boolean() }),
    fc.record({ kind: fc.constant("note" as const), text: words }),
    fc.record({ kind: fc.constant("entry" as const), text: words }),
    fc.record({ kind: fc.constant("quote" as const), citation: fc.nat({ max: 2 }), place: words }),
  );
  const answers = fc
    .record({ blocks: fc.array(block, { maxLength: 60 }), quotes: fc.array(words, { minLength: 3, maxLength: 3 }), understood: words })
    .map(({ blocks, quotes, understood }) =>
      answerOf(
        blocks,
        quotes.map((quote) => citationOf(quote)),
        understood.slice(0, 100),
      ),
    );

  test("文字1至4096个单位，格式都在文字以内、互不重叠、不切开一个字", () => {
    fc.assert(
      fc.property(answers, (answer) => {
        for (const { text, entities } of render(answer)) {
          expect(text.length).toBeLessThanOrEqual(4096);
          expect(text).not.toMatch(/\p{Surrogate}/u);
          expect(entities.length).toBeLessThanOrEqual(100);
          let last = 0;
          for (const { offset, length } of entities) {
            expect(length).toBeGreaterThan(0);
            expect(offset).toBeGreaterThanOrEqual(last);
            last = offset + length;
            expect(last).toBeLessThanOrEqual(text.length);
            for (const edge of [offset, last]) expect(text.slice(0, edge)).not.toMatch(/\p{Surrogate}$/u);
          }
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  test("和纯文字的答复是同样的话", () => {
    const spoken = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/[\s「」]/gu, "");
    fc.assert(
      fc.property(answers, (answer) => {
        const pages = render(answer);
        const plain = pages.map((_, index) => renderPlainText(answer, index + 1));
        const quotes = answer.blocks.filter(({ kind }) => kind === "quote").length;
        fc.pre(quotes <= 45);
        expect(pages.map(({ text }) => spoken(text))).toEqual(plain.map(spoken));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
