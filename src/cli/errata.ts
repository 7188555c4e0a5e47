import { errataOf } from "../core/ledger/errata.ts";
import { renderErrata } from "../core/ledger/errata-memo.ts";
import { readLedger } from "../core/ledger/index.ts";
import type { CommandCall } from "./command.ts";
import { composeCorpus, unitRegister } from "./compose.ts";
import { getDocument } from "./document-choice.ts";
import { write } from "./edge.ts";

/** `mingbai errata`: the misprints of a document with their places, as a memo to the office that issued it (勘误单). */
export async function runErrata({ edge, values, words }: CommandCall): Promise<number> {
  const corpus = await composeCorpus(edge, values.get("corpus"));
  const document = getDocument(corpus, words[0] ?? "");
  await write(edge.stdout, renderErrata(document, errataOf(document, readLedger(document, unitRegister()))));
  return 0;
}
