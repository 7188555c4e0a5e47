import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/adapters/store/store.ts";
import type { Office } from "../../src/app/office/office.ts";
import type { NewOutboxRow, OutboxState } from "../../src/app/office/outbox.ts";
import type { OfficeStores } from "../../src/app/office/ports.ts";
import type { Corpus } from "../../src/core/ledger/corpus.ts";

/** A row as a test sees it. */
export interface TestRow extends NewOutboxRow {
  state: OutboxState;
}

/** An office over a store of its own; its outbox is in memory, so that a test sees and changes what became of a row. */
export async function openOffice(corpus: Corpus): Promise<{ readonly office: Office; readonly rows: TestRow[]; close(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), "mingbai-office-"));
  const store = await openStore({ directory });
  const rows: TestRow[] = [];
  const outbox = {
    putIntoOutbox: (added: readonly NewOutboxRow[]) => {
      const isNew = ({ what, occasion, chat }: NewOutboxRow) => !rows.some((row) => row.what === what && row.occasion === occasion && row.chat === chat);
      const fresh = added.filter(isNew).map((row): TestRow => ({ ...row, state: "waiting" }));
      rows.push(...fresh);
      return Promise.resolve(fresh.length);
    },
    outboxRows: ({ what, occasion }: { readonly what?: string; readonly occasion?: string }) =>
      Promise.resolve(rows.filter((row) => row.what === what && row.occasion === occasion)),
    sentSince: () => Promise.resolve(new Map(rows.filter(({ what }) => what.startsWith("broadcast:")).map(({ chat }) => [chat, 1]))),
  };
  const office = officeOver({ ...store, ...outbox } as unknown as OfficeStores, corpus);
  return {
    office,
    rows,
    async close() {
      await store.close();
      rmSync(directory, { recursive: true });
    },
  };
}

export function officeOver(stores: OfficeStores, corpus: Corpus): Office {
  return {
    stores,
    corpus: () => Promise.resolve(corpus),
    findUnit: () => Promise.resolve({ kind: "unknown" }),
    named: { owners: new Set(), administrators: new Set() },
    clock: Date.now,
  };
}
