import type { CommandCall } from "./command.ts";
import { composeCorpus } from "./compose.ts";
import { getDocument } from "./document-choice.ts";
import { write } from "./edge.ts";

/** `mingbai source`: the stored text of a document, to the last character and nothing more, so that offsets of citations count in it. */
export async function runSource({ edge, values, words }: CommandCall): Promise<number> {
  const corpus = await composeCorpus(edge, values.get("corpus"));
  await write(edge.stdout, getDocument(corpus, words[0] ?? "").source);
  return 0;
}
