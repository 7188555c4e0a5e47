import type * as z from "zod";
import { ToolFault } from "./fault.ts";
import * as say from "./messages.zh.ts";

/** Reads arguments by their schema. @throws {ToolFault} that names every one that is wrong: a filter that is passed over would give a wrong whole set */
export function readArguments<Schema extends z.ZodObject>(schema: Schema, given: unknown): z.infer<Schema> {
  const read = schema.strict().safeParse(given ?? {}, { reportInput: true });
  if (read.success) return read.data as z.infer<Schema>;
  throw new ToolFault(say.argumentsWrong(read.error.issues.flatMap((issue) => namesOf(issue).map((name) => ({ name, why: reasonOf(issue) })))));
}

type Issue = z.core.$ZodIssue;

/** Of a list, the list; a stranger's own name may be long. */
function namesOf(issue: Issue): readonly string[] {
  const names = issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0] ?? "")];
  return names.map((name) => name.slice(0, LONGEST_NAME).toWellFormed());
}

/** UTF-16 code units. */
const LONGEST_NAME = 60;

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? say.WHY.missing : say.WHY.type(issue.expected);
    case "unrecognized_keys":
      return say.WHY.unknown;
    case "invalid_value":
      return say.WHY.choices(issue.values);
    case "invalid_format":
      return issue.format === "date" ? say.WHY.date : say.WHY.form;
    case "too_big":
      return say.WHY.most(issue.maximum, issue.origin);
    case "too_small":
      return say.WHY.least(issue.minimum, issue.origin);
    default:
      return say.WHY.form;
  }
}
