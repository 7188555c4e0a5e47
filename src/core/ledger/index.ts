export { createCorpus } from "./corpus.ts";
export { type LedgerReading, readLedger } from "./read-ledger.ts";
export type { Deadline, Role, Task } from "./task.ts";
