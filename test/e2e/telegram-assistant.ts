import type { Answer, Citation } from "../../src/core/answer/index.ts";
import { makeAnswer } from "../../src/core/answer/make-answer.ts";
import { createCorpus } from "../../src/core/ledger/corpus.ts";
import { createUnitRegister } from "../../src/core/units/index.ts";
import { AppError } from "../../src/errors.ts";
import { type BenchAssistant, TOKEN } from "./telegram-bench.ts";

export const QUOTE = "(二十一)坚持依法行政。各部门每季度至少学法1次。";
export const PLACE = "《2020年法治政府建设工作要点》（县政办〔2020〕20号）五、(二十一)";

/** How many entries the long list has: more than one message holds. */
const LONG_LIST = 300;

/** Waits in the assistant until it is let through; shows a bot that is busy. */
interface Gate {
  readonly entered: Promise<void>;
  open(): void;
}

/** A small assistant with fixed answers. Every answer but the listed ones repeats what it heard. */
export function createTestAssistant(gate?: { enter(): Promise<void> }): BenchAssistant {
  return {
    async ask(question, state) {
      if (question === "慢") await gate?.enter();
      const before = Array.isArray(state) ? state : [];
      return { answer: answerTo(question, before), state: [...before, question.slice(0, 20)] };
    },
    explain: (question) => Promise.resolve(answerOf(`这样查的：${question}`, { understood: "" })),
    inOtherYears: (question) => Promise.resolve(question === "长清单" ? listOf(LONG_LIST) : answerOf(`别的年份：${question}`)),
    findPlace: (words) => Promise.resolve({ place: words.includes("西平") ? "西平县" : undefined, known: ["西平县", "南昌县"] }),
    findUnit: () => Promise.resolve({ kind: "unknown" }),
    corpus: () => Promise.resolve(createCorpus([], [], createUnitRegister({ units: [], ambiguous: [], groups: [], wordLike: [] }))),
    units: () => Promise.resolve(answerOf("共2个单位", { blocks: [{ kind: "text", text: "县司法局、县教育局" }] })),
    documents: () => Promise.resolve(answerOf("收录2份文件")),
  };
}

export function createGate(): Gate & { enter(): Promise<void> } {
  let open = (): void => undefined;
  let enter = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const entered = new Promise<void>((resolve) => {
    enter = resolve;
  });
  return {
    entered,
    open,
    enter() {
      enter();
      return opened;
    },
  };
}

function answerTo(question: string, before: readonly unknown[]): Answer {
  switch (question) {
    case "县司法局负责哪些任务":
      return listOf(3);
    case "长清单":
      return { ...listOf(LONG_LIST), otherYears: 12 };
    case "第21项":
      return answerOf("第21项：坚持依法行政", { blocks: [{ kind: "quote", citation: 0, place: PLACE }], citations: [citationAt(21, QUOTE)] });
    case "那发改委呢?":
      return answerOf(`接着问：${before.join(";")}`);
    case "出错":
      throw new Error(`fetch https://api.telegram.org/bot${TOKEN}/getMe failed`);
    case "索引坏了":
      throw new AppError("index_damaged", "索引坏了，请运行 mingbai index 重建。");
    default:
      return answerOf(`听到：${question.slice(0, 100)}`);
  }
}

function listOf(count: number): Answer {
  const citations = Array.from({ length: count }, (_, index) => citationAt(index + 1, `(${index + 1})第${index + 1}项任务的原文,责任单位:县司法局。`));
  return answerOf(`县司法局：共${count}项`, {
    behaviour: "list",
    blocks: citations.map((_, index) => ({ kind: "entry", text: `${index + 1}. 第${index + 1}项任务的题目写在这里〔一、(${index + 1})〕`, citation: index })),
    citations,
  });
}

function answerOf(strong: string, more: Partial<Answer> = {}): Answer {
  const { blocks = [], ...rest } = more;
  return makeAnswer({ behaviour: "text", understood: "测试", blocks: [{ kind: "text", text: strong, strong: true }, ...blocks], ...rest });
}

function citationAt(ordinal: number, quote: string): Citation {
  return {
    document: "plan",
    file: "plan.txt",
    documentNumber: "县政办〔2020〕20号",
    path: ["五、", `(${ordinal})`],
    start: ordinal * 1000,
    end: ordinal * 1000 + quote.length,
    quote,
  };
}
