import { fileURLToPath } from "node:url";
import units from "../../data/units.json" with { type: "json" };
import { takeSnapshot } from "../../src/adapters/files/seeds.ts";
import { createCorpusSource } from "../../src/adapters/search/corpus-source.ts";
import type { Assistant } from "../../src/app/ask.ts";
import type { SourceSnapshot } from "../../src/app/corpus.ts";
import type { StoredCorpus } from "../../src/app/ports.ts";
import { assistantOver, unitRegister } from "../../src/cli/compose.ts";
import { readDocument } from "../../src/cli/read-document.ts";
import { type Answer, pagesOf, renderPlainText } from "../../src/core/answer/index.ts";
import { READING } from "../reading.ts";

/** The real assistant over real documents, everything in memory. */
export interface TestAssistant {
  readonly assistant: Assistant;
  readonly stored: StoredCorpus;
  /** The answers to the turns of one conversation, oldest first. */
  converse(...turns: readonly string[]): Promise<readonly Answer[]>;
  /** The answer to the last turn of a conversation whose turns stand apart by ▶. */
  ask(conversation: string): Promise<Answer>;
}

/** Over the documents that ship with the program. */
export function createSeedsAssistant(): Promise<TestAssistant> {
  return createTestAssistant(() => takeSnapshot(fileURLToPath(new URL("../../seeds", import.meta.url)), READING));
}

/** Over other documents, composed as the program composes itself. */
export async function createTestAssistant(snapshot: () => SourceSnapshot): Promise<TestAssistant> {
  const register = unitRegister();
  const corpusSource = createCorpusSource({
    snapshot,
    indexDirectory: undefined,
    units: units.units,
    build: "test",
    segmenter: "auto",
    readDocument: (file) => readDocument(file, register),
    warn: () => undefined,
  });
  const assistant = assistantOver(corpusSource);
  const converse: TestAssistant["converse"] = async (...turns) => {
    const answers: Answer[] = [];
    let state: unknown;
    for (const turn of turns) {
      const result = await assistant.ask(turn, state);
      // A store keeps the state as JSON between two turns.
      state = result.state === undefined ? undefined : JSON.parse(JSON.stringify(result.state));
      answers.push(result.answer);
    }
    return answers;
  };
  // Loaded before the first test, so that no test's time has it.
  await corpusSource.loadPassageIndex();
  return {
    assistant,
    stored: await corpusSource.loadCorpus(),
    converse,
    async ask(conversation) {
      const answer = (await converse(...conversation.split("▶").map((turn) => turn.trim()))).at(-1);
      if (!answer) throw new Error("a conversation has a turn");
      return answer;
    },
  };
}

/** Everything that a reader sees of an answer, all pages. */
export function textOf(answer: Answer): string {
  return pagesOf(answer)
    .map(({ number }) => renderPlainText(answer, number))
    .join("\n");
}

/** Ordinals of the tasks of an answer. */
export function ordinalsOf({ items }: Answer): readonly number[] {
  return items.map(({ ordinal }) => ordinal);
}
