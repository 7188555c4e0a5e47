import * as z from "zod";
import { WebFault } from "../fault.ts";
import type { WebContext } from "../feature.ts";
import * as say from "./messages.zh.ts";
import { invalid, readValues } from "./read-values.ts";

/** What kind of JSON value stands for a parameter's text, by its name. */
type ParameterKinds = ReadonlyMap<string, ParameterKind>;
type ParameterKind = "integer" | "boolean" | "array" | "string";

/** Of a schema, which is walked once. */
export function kindsOf(schema: z.ZodObject): ParameterKinds {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input" });
  return new Map(
    Object.entries(properties).map(([name, property]) => {
      const type = typeof property === "object" ? property.type : undefined;
      return [name, type === "integer" || type === "boolean" || type === "array" ? type : "string"];
    }),
  );
}

/** The values behind `?`. Addresses know text alone, so a text becomes the value that its parameter is of. @throws {WebFault} 400 */
export function readQuery<Schema extends z.ZodObject>(c: WebContext, schema: Schema, kinds: ParameterKinds): z.infer<Schema> {
  const given = new URL(c.req.url).searchParams;
  const errors = [...new Set(given.keys())].flatMap((name) =>
    kinds.get(name) !== "array" && kinds.has(name) && given.getAll(name).length > 1 ? [{ in: "query" as const, name, detail: say.WHY.twice }] : [],
  );
  if (errors.length > 0) throw invalid(errors);
  const values = [...new Set(given.keys())].map((name) => {
    const kind = kinds.get(name) ?? "string";
    return [name, kind === "array" ? given.getAll(name) : jsonValue(given.get(name) ?? "", kind)] as const;
  });
  return readValues(schema, Object.fromEntries(values), "query");
}

/** The values in the path. @throws {WebFault} 404, since there is nothing under such an address */
export function readParams<Schema extends z.ZodObject>(c: WebContext, schema: Schema, kinds: ParameterKinds): z.infer<Schema> {
  const values = Object.fromEntries([...kinds].map(([name, kind]) => [name, jsonValue(c.req.param(name) ?? "", kind)]));
  const read = schema.safeParse(values);
  if (!read.success) throw new WebFault(404, say.noSuchRoute());
  return read.data as z.infer<Schema>;
}

function jsonValue(text: string, kind: ParameterKind): unknown {
  if (kind === "integer" && /^-?\d{1,15}$/u.test(text)) return Number(text);
  if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}

/** A body of JSON. @throws {WebFault} 415 for another type, 400 for what is no JSON or has wrong values */
export async function readBody<Schema extends z.ZodObject>(c: WebContext, schema: Schema): Promise<z.infer<Schema>> {
  if (typeOf(c) !== "application/json" || isEncoded(c)) throw new WebFault(415, say.wantsJson());
  return readValues(schema, await readJson(c), "body");
}

async function readJson(c: WebContext): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await c.req.arrayBuffer()));
  } catch (error) {
    if (error instanceof WebFault) throw error;
    throw new WebFault(400, say.jsonBroken());
  }
}

/** The media type of a body, without its parameters. */
export function typeOf(c: WebContext): string {
  return (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
}

/** A body that is packed is not unpacked: it may be any size. */
export function isEncoded(c: WebContext): boolean {
  const encoding = c.req.header("content-encoding") ?? "identity";
  return encoding.trim().toLowerCase() !== "identity";
}

/** The bytes of a body. @throws {WebFault} 413 with the sentence where there are more, as soon as that is known */
export async function readBytes(c: WebContext, maxBytes: number, sentence: string): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(c.req.header("content-length") ?? 0) > maxBytes) throw new WebFault(413, sentence);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw new WebFault(413, sentence);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
