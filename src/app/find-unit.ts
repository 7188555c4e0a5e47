import { type Knowledge, type NamedUnit, normaliseQuestion, readNamedUnit } from "../core/question/index.ts";
import type { QuestionReader } from "./ports.ts";

/** The unit that somebody's words name: by any of its names, in traditional characters or misspelt. */
export async function findUnit(words: string, knowledge: Knowledge, reader: QuestionReader): Promise<NamedUnit> {
  const asked = await reader.read(normaliseQuestion(words), knowledge);
  const exact = readNamedUnit(asked, knowledge);
  if (exact.kind === "choices" || (exact.kind === "unit" && exact.listed)) return exact;
  const { question, corrections, choices } = await reader.mend(asked, knowledge);
  if (choices.length > 0) return { kind: "choices", choices };
  const mended = corrections.length > 0 ? readNamedUnit(question, knowledge) : exact;
  return mended.kind === "unknown" ? exact : mended;
}
