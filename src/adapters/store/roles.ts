import * as z from "zod";
import type { Grant, RoleStore } from "../../app/office/ports.ts";
import type { InStore } from "./group-commit.ts";
import { optionalColumn, readRows } from "./rows.ts";
import type { createStatements } from "./statements.ts";

const GrantRow = z.object({ person: z.string(), role: z.enum(["administrator", "liaison"]), unit: optionalColumn(z.string()) });

export function createRoles(inStore: InStore, statements: ReturnType<typeof createStatements>): RoleStore {
  return {
    roleOf: (person) =>
      inStore(async (transaction): Promise<Grant | undefined> => readRows(GrantRow, (await statements.loadGrant(transaction, { person })).rows)[0]),
    grants: () =>
      inStore(async (transaction) => readRows(GrantRow, await transaction.selectFrom("grants").selectAll().orderBy("role").orderBy("person").execute())),
    saveGrant: ({ person, role, unit }) =>
      inStore(async (transaction) => {
        const settled = { role, unit: unit ?? null };
        await transaction
          .insertInto("grants")
          .values({ person, ...settled })
          .onConflict((conflict) => conflict.column("person").doUpdateSet(settled))
          .execute();
      }),
    removeGrant: (person) =>
      inStore(async (transaction) => {
        const { numDeletedRows } = await transaction.deleteFrom("grants").where("person", "=", person).executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
  };
}
