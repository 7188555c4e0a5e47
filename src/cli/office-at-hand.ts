import { existsSync } from "node:fs";
import { join } from "node:path";
import { openStore, type Store } from "../adapters/store/store.ts";
import type { Office } from "../app/office/office.ts";
import { loadConfig } from "../config.ts";
import { type Corpus, createCorpus } from "../core/ledger/corpus.ts";
import { composeCorpus, corpusSourceOf, takeUsualSnapshot, unitRegister, warnOn } from "./compose.ts";
import { liveAssistantOver } from "./compose-live.ts";
import { composeOffice, keepRobots } from "./compose-office.ts";
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

/** Does something with the office over the usual documents and the store, the groups of the settings known to it. */
export async function withOffice<Value>(edge: Edge, work: (office: Office) => Promise<Value>): Promise<Value> {
  const config = loadConfig(edge.env, edge.programRoot, edge.workingDir);
  const { stamp } = takeUsualSnapshot(edge);
  const assistant = liveAssistantOver(edge, corpusSourceOf(edge), stamp, { onRenewed: () => undefined, onFailed: (error) => warnOn(edge)(String(error)) });
  const store = await openStore(storePlaceOf(edge));
  try {
    await keepRobots(store, config.robots);
    return await work(composeOffice(config, store, assistant, () => undefined));
  } finally {
    await store.close();
  }
}
