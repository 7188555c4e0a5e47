import * as z from "zod";
import type { HolidayStore } from "../../app/office/ports.ts";
import type { InStore } from "./group-commit.ts";
import { readRows } from "./rows.ts";

const HolidayRow = z.object({ date: z.iso.date(), kind: z.enum(["holiday", "workday"]), name: z.string() });

export function createHolidays(inStore: InStore): HolidayStore {
  return {
    holidays: () => inStore(async (transaction) => readRows(HolidayRow, await transaction.selectFrom("holidays").selectAll().orderBy("date").execute())),
    saveHolidays: (days) =>
      inStore(async (transaction) => {
        for (const { date, kind, name } of days) {
          await transaction
            .insertInto("holidays")
            .values({ date, kind, name })
            .onConflict((conflict) => conflict.column("date").doUpdateSet({ kind, name }))
            .execute();
        }
      }),
    removeHolidays: (dates) =>
      inStore(async (transaction) => {
        for (const date of dates) await transaction.deleteFrom("holidays").where("date", "=", date).execute();
      }),
  };
}
