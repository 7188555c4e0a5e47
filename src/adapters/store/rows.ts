import type { QueryResult } from "kysely";
import * as z from "zod";

export const TimeMs = z.number().int().nonnegative();

/** A column of JSON, checked. */
export function jsonColumn<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", message: "no JSON" });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

/** What is null in the database is undefined here. */
export function optionalColumn<T extends z.ZodType>(schema: T) {
  return schema.nullable().transform((value) => value ?? undefined);
}

/** The rows that are as this program writes them; a damaged row is none. */
export function readRows<T extends z.ZodType>(schema: T, rows: readonly unknown[]): readonly z.output<T>[] {
  return rows.flatMap((row) => {
    const { success, data } = schema.safeParse(row);
    return success ? [data] : [];
  });
}

export function hasChanged({ numAffectedRows }: Pick<QueryResult<unknown>, "numAffectedRows">): boolean {
  return numAffectedRows !== undefined && numAffectedRows > 0n;
}
