import type { Due } from "../../core/reminders/dues.ts";
import type { UnitRegister } from "../../core/units/unit.ts";
import { dateInChina } from "../date-in-china.ts";
import type { ProgressRecord } from "./ports.ts";

/** Whether a unit said of something due that it is done (已办结), so that it is not reminded of it. */
export type IsDone = (due: Due, unit: string) => boolean;

/** Something recurring is done for the period in which that was said; the next period is reminded of again. */
export function doneTasks(progress: readonly ProgressRecord[], register: UnitRegister): IsDone {
  const keyOf = (documentId: string, ordinal: number, unit: string): string => `${documentId}#${ordinal}#${register.readName(unit).unit}`;
  const doneOn = new Map(
    progress.flatMap(({ documentId, ordinal, unit, state, atMs }) => (state === "done" ? [[keyOf(documentId, ordinal, unit), dateInChina(atMs)]] : [])),
  );
  if (doneOn.size === 0) return () => false;
  return ({ task, from }, unit) => {
    const date = doneOn.get(keyOf(task.documentId, task.ordinal, unit));
    return date !== undefined && (from === undefined || date >= from);
  };
}
