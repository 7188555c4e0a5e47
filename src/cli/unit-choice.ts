import type { Assignment, Task } from "../core/ledger/task.ts";
import type { UnitId, UnitRegister } from "../core/units/unit.ts";
import { AppError } from "../errors.ts";
import * as say from "./messages.zh.ts";
import { findNearest } from "./nearest.ts";

/**
 * The unit that `--unit` names, in any of its names (县司法局, 司法局, 西平县司法局).
 * A unit that the register lacks is found where a task names it so.
 * @throws {AppError} `not_found` for a name that is nobody's, or that may be several units'
 */
export function getUnit(name: string, register: UnitRegister, tasks: readonly Task[]): UnitId {
  const words = name.trim();
  const candidates = register.candidatesOf(words);
  if (candidates.length > 1)
    throw new AppError(
      "not_found",
      say.ambiguousUnit(
        words,
        candidates.map((unit) => unit.short),
      ),
    );
  const mentions = register.findMentions(words);
  const [mention] = mentions;
  if (mention && mentions.length === 1 && mention.start === 0 && mention.end === words.length) return mention.unit;
  const read = register.readName(words);
  if (read.kind !== "unregistered") return read.unit;
  const assignments = tasks.flatMap((task) => task.assignments);
  const named = assignments.find((assignment) => assignment.name === words || assignment.printed === words);
  if (named) return named.unit;
  throw new AppError("not_found", say.noSuchUnit(words, findNearest(words, namesOf(assignments))));
}

function namesOf(assignments: readonly Assignment[]): string[] {
  return [...new Set(assignments.map((assignment) => assignment.name))];
}
