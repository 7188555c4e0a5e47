import { existsSync } from "node:fs";
import { join } from "node:path";
import { openStore, type Store } from "../adapters/store/store.ts";
import { type Corpus, createCorpus } from "../core/ledger/corpus.ts";
import { composeCorpus, unitRegister } from "./compose.ts";
import type { Edge } from "./edge.ts";
import { storePlaceOf } from "./store-place.ts";

/** The documents with what a look-up in the ledger needs. */
export async function composeLedger(edge: Edge, folder?: string): Promise<Corpus> {
  const { documents, ledger } = await composeCorpus(edge, folder);
  return createCorpus(documents, ledger, unitRegister());
}

/** Reads from the store; where none was made yet, none is made, and what an empty one holds is given. */
export async function readStore<Value>(edge: Edge, read: (store: Store) => Promise<Value>, none: Value): Promise<Value> {
  const place = storePlaceOf(edge);
  if (place.databaseUrl === undefined && !existsSync(join(place.directory, "mingbai.db"))) return none;
  const store = await openStore(place);
  return await read(store).finally(() => store.close());
}
