import type * as z from "zod";
import { type FaultDetail, WebFault } from "../fault.ts";
import { requestInvalid, WHY } from "./messages.zh.ts";

type ValuePlace = NonNullable<FaultDetail["errors"]>[number]["in"];

/** Reads values by their schema. @throws {WebFault} 400 that names every one that is wrong */
export function readValues<Schema extends z.ZodObject>(schema: Schema, values: unknown, place: ValuePlace): z.infer<Schema> {
  const read = schema.strict().safeParse(values, { reportInput: true });
  if (read.success) return read.data as z.infer<Schema>;
  const errors = read.error.issues.flatMap((issue) => namesOf(issue).map((name) => ({ in: place, name, detail: reasonOf(issue) })));
  throw invalid(errors);
}

/** A refusal of values. */
export function invalid(errors: NonNullable<FaultDetail["errors"]>): WebFault {
  return new WebFault(400, requestInvalid(errors), {}, { errors });
}

type Issue = z.core.$ZodIssue;

/** Of a list, the list; a stranger's own name may be long. */
function namesOf(issue: Issue): readonly string[] {
  const names = issue.code === "unrecognized_keys" ? issue.keys.slice(0, MOST_NAMED) : [String(issue.path[0] ?? "")];
  return names.map((name) => name.slice(0, LONGEST_NAME).toWellFormed());
}

const MOST_NAMED = 20;
/** UTF-16 code units. */
const LONGEST_NAME = 60;

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? WHY.missing : typeReason(issue.expected);
    case "unrecognized_keys":
      return WHY.unknown;
    case "invalid_value":
      return WHY.choices(issue.values);
    case "invalid_format":
      return issue.format === "date" ? WHY.date : WHY.form;
    case "too_big":
      return issue.origin === "string" ? WHY.longest(issue.maximum) : issue.origin === "array" ? WHY.most(issue.maximum) : WHY.atMost(issue.maximum);
    case "too_small":
      return issue.origin === "string" ? WHY.shortest(issue.minimum) : WHY.atLeast(issue.minimum);
    case "custom":
      return issue.message;
    default:
      return WHY.form;
  }
}

function typeReason(expected: string): string {
  if (expected === "int" || expected === "number") return WHY.integer;
  if (expected === "boolean") return WHY.boolean;
  if (expected === "array") return WHY.list;
  return expected === "object" ? WHY.object : WHY.text;
}
