import type { PlanStore } from "../../app/office/ports.ts";
import type { InStore } from "./group-commit.ts";

export function createPlans(inStore: InStore): PlanStore {
  return {
    lastPlannedDay: (until) =>
      inStore(async (transaction) => {
        const row = await transaction.selectFrom("planned_days").select("day").where("day", "<=", until).orderBy("day", "desc").limit(1).executeTakeFirst();
        return row?.day;
      }),
    notePlannedDay: (day) =>
      inStore(async (transaction) => {
        await transaction
          .insertInto("planned_days")
          .values({ day })
          .onConflict((conflict) => conflict.column("day").doNothing())
          .execute();
      }),
  };
}
