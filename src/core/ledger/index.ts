export { type Corpus, createCorpus, type Section } from "./corpus.ts";
export { type LedgerReading, readLedger } from "./read-ledger.ts";
export type { Assignment, CollectiveAssignment, Deadline, LedgerEntry, Obligation, Officer, PolicyReference, Recurrence, Role, Task } from "./task.ts";
