import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { createTestWeb, send, type TestResponse } from "./server.ts";

const web = await createTestWeb(await createSeedsAssistant());
const SEED = 20261122;
const REQUESTS = 1000;

interface Operation {
  readonly path: string;
  readonly method: "get" | "post";
  readonly parameters: readonly { readonly name: string; readonly in: "path" | "query"; readonly schema: ParameterSchema }[];
  readonly body: string | undefined;
  /** Content type by status. */
  readonly replies: Readonly<Record<string, string | undefined>>;
}

/** As the document has it. */
interface DescribedOperation extends Pick<Operation, "parameters"> {
  readonly requestBody?: { readonly content: object };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

interface ParameterSchema {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly format?: string;
}

let operations: readonly Operation[];
let schemaAt: (pointer: string) => ValidateFunction;

beforeAll(async () => {
  const document = JSON.parse((await web.get("/openapi.json")).text);
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, "openapi.json");
  schemaAt = (pointer) => ajv.getSchema(`openapi.json#${pointer}`) ?? ajv.compile({ $ref: `openapi.json#${pointer}` });
  operations = Object.entries<Record<string, DescribedOperation>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, requestBody, responses }]) => ({
      path,
      method: method as Operation["method"],
      parameters,
      body: requestBody && Object.keys(requestBody.content)[0],
      replies: Object.fromEntries(Object.entries(responses).map(([status, { content }]) => [status, content && Object.keys(content)[0]])),
    })),
  );
});

const QUESTIONS = ["县司法局负责哪些任务", "那发改委呢", "第二个详细说说", "行政复议由谁负责", "一共多少项任务", "什么是双随机一公开", "怎么种水稻", "原文"];
const REAL = ["县司法局", "司法局", "办公室", "xiping-2020", "nanchang-2019", "1", "40", "2020-01-01", "2020-12-31", ...QUESTIONS];
const BROKEN = [
  "",
  " ",
  "0",
  "-1",
  "1e9",
  "99999999999999999999",
  "NaN",
  "null",
  "true",
  "[]",
  "{}",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "a\r\nx: y",
  "'; drop table tokens; --",
  "<script>",
  "％",
  "\ud800",
  "长".repeat(5000),
  "'".repeat(300),
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...REAL) },
  { weight: 2, arbitrary: fc.constantFrom(...BROKEN) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);

/** What is carried of a conversation, and what looks like it. */
const carried = fc.constantFrom(
  ...[["县司法局负责哪些任务"], ["县司法局负责哪些任务", "第二个详细说说"], [], [1], [["a"]], { query: {} }, ["长".repeat(8000)], ["长".repeat(8001)]].map(
    (turns) => Buffer.from(JSON.stringify(turns)).toString("base64url"),
  ),
);

/** Values that mean something, by the name of their parameter. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  document: ["xiping-2020", "nanchang-2019"],
  id: ["xiping-2020", "nanchang-2019"],
  ordinal: ["1", "21", "40", "41"],
  unit: ["县司法局", "司法局", "西平县财政局", "谭店乡", "县司发局"],
  words: ["行政执法", "公示 执法", "没有的词"],
  section: ["1", "20", "60"],
};

/** Mostly what the schema lets through. */
function valuesFor(name: string, { type, enum: choices, minimum = 0, maximum = 100, format }: ParameterSchema): fc.Arbitrary<string> {
  const meant = MEANT[name];
  const valid = meant
    ? fc.constantFrom(...meant)
    : choices
      ? fc.constantFrom(...choices)
      : type === "integer"
        ? fc.integer({ min: minimum, max: maximum }).map(String)
        : type === "boolean"
          ? fc.constantFrom("true", "false")
          : format === "date"
            ? fc.constantFrom("2020-01-01", "2020-06-30", "2020-12-31", "2024-02-29")
            : fc.constantFrom(...REAL);
  return fc.oneof({ weight: 10, arbitrary: valid }, { weight: 1, arbitrary: text });
}

const NAMES = [
  "host",
  "origin",
  "accept-encoding",
  "if-none-match",
  "authorization",
  "content-type",
  "content-encoding",
  "cookie",
  "x-forwarded-for",
  "range",
  "accept",
  "expect",
];
const VALUES = [
  "",
  "*",
  "evil.example",
  "localhost",
  "null",
  "gzip",
  "br, gzip;q=0",
  "Bearer x",
  `Bearer mb_aaaaaaaa_${"0".repeat(32)}`,
  "application/json",
  "multipart/form-data; boundary=x",
  "text/plain",
  'W/"x"',
  "bytes=0-1",
  "198.51.100.1",
  "100-continue",
];
const headers = fc.dictionary(
  fc.constantFrom(...NAMES.filter((name) => name !== "expect")),
  fc.oneof(fc.constantFrom(...VALUES), fc.stringMatching(/^[!-~]{0,30}$/u)),
  { maxKeys: 3 },
);

interface Asked {
  readonly operation: Operation;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Whether the address is that of the operation, so that its description holds. */
  readonly isItsOwn: boolean;
}

function requests(): fc.Arbitrary<Asked> {
  return fc.constantFrom(...operations).chain((operation) => {
    const { method, path, parameters, body } = operation;
    const placed = parameters.filter((parameter) => parameter.in === "path");
    const asked = parameters.filter((parameter) => parameter.in === "query");
    return fc
      .record({
        segments: fc.tuple(...placed.map(({ schema, name }) => valuesFor(name, schema))),
        values: fc.tuple(
          ...asked.map(({ schema, name }) =>
            fc.option(name === "state" ? fc.oneof(text, carried) : valuesFor(name, schema), { freq: name === "q" ? 20 : 2, nil: undefined }),
          ),
        ),
        strangers: fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fc.tuple(text, text), { maxLength: 3 }) }),
        raw: fc.oneof(
          { weight: 12, arbitrary: fc.constant("") },
          { weight: 1, arbitrary: fc.constantFrom("%", "%ff", "&q=%E4%B8", "#", "&&&=", "%00", "/", "//") },
        ),
        method: fc.oneof(
          { weight: 8, arbitrary: fc.constant(method.toUpperCase()) },
          { weight: 1, arbitrary: fc.constantFrom("HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND", "GET", "POST") },
        ),
        headers: fc.oneof({ weight: 3, arbitrary: fc.constant<Record<string, string>>({}) }, { weight: 1, arbitrary: headers }),
        body: body === undefined ? fc.constant(Buffer.alloc(0)) : bodies(),
      })
      .map(({ segments, values, strangers, raw, method: verb, headers: given, body: sent }) => {
        const own = placed.reduce((whole, { name }, index) => whole.replace(`{${name}}`, encodeURIComponent((segments[index] ?? "").toWellFormed())), path);
        const query = new URLSearchParams();
        for (const [index, { name }] of asked.entries()) if (values[index] !== undefined) query.append(name, values[index]);
        for (const [name, value] of strangers) query.append(name, value);
        const type: Record<string, string> = body === "application/json" ? { "content-type": "application/json" } : {};
        const whole = `${own}${query.size > 0 ? `?${query}` : ""}${raw}`;
        return { operation, method: verb, path: whole, headers: { ...type, ...given }, body: sent, isItsOwn: verb.toLowerCase() === method && raw === "" };
      });
  });
}

function bodies(): fc.Arbitrary<Buffer> {
  const question = fc.record(
    {
      q: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...QUESTIONS) }, { weight: 1, arbitrary: fc.anything() }),
      state: fc.option(fc.oneof(text, carried), { freq: 3 }),
    },
    { requiredKeys: ["q"] },
  );
  return fc.oneof(
    { weight: 5, arbitrary: question.map((value) => Buffer.from(JSON.stringify(value) ?? "")) },
    { weight: 1, arbitrary: fc.json().map((value) => Buffer.from(value)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('{"q":', `{"__proto__":{"q":"a"}}`, "[".repeat(60_000), `{"q":"${"长".repeat(30_000)}"}`).map((value) => Buffer.from(value)),
    },
  );
}

function unpacked(bytes: Buffer, encoding: unknown): string {
  return (encoding === "br" ? brotliDecompressSync(bytes) : encoding === "gzip" ? gunzipSync(bytes) : bytes).toString("utf8");
}

const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

function expectAsDescribed({ operation: meant, isItsOwn, method, path }: Asked, { status, headers: sent, bytes }: TestResponse): void {
  const body = method === "HEAD" ? "" : unpacked(bytes, sent["content-encoding"]);
  expect(status).toBeLessThan(500);
  // Refused before anybody knows what was asked for.
  if (status === 431) {
    expect(path.length).toBeGreaterThan(60_000);
    return;
  }
  // Two operations share a path.
  const operation = operations.find((one) => one.path === meant.path && one.method === method.toLowerCase()) ?? meant;
  const type = String(sent["content-type"] ?? "").split(";")[0];
  if (status >= 400) {
    expect(type).toBe("application/problem+json");
    if (method === "HEAD") return;
    const problem = JSON.parse(body);
    const isProblem = schemaAt("/components/schemas/Problem");
    expect([isProblem(problem), isProblem.errors]).toEqual([true, null]);
    expect(problem.status).toBe(status);
    if (isItsOwn) expect(Object.keys(operation.replies)).toContain(String(status));
    return;
  }
  if (status === 304 || method === "HEAD") return;
  const described = operation.replies[status];
  expect(described).toBe(type);
  if (type !== "application/json") return;
  const fits = schemaAt(`/paths/${escaped(operation.path)}/${operation.method}/responses/${status}/content/${escaped(type)}/schema`);
  expect([fits(JSON.parse(body)), fits.errors]).toEqual([true, null]);
}

test(`${REQUESTS} 个随机的请求，对的和错的：没有一个 500，每个回应都合于 /openapi.json`, async () => {
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(requests(), async (asked) => {
      // A request that has no body by its method would be followed by what the server takes for another.
      const hasBody = ["POST", "PUT", "PATCH"].includes(asked.method);
      const response = await send(web.local, asked.method, asked.path, asked.headers, hasBody ? asked.body : "");
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      expectAsDescribed(asked, response);
    }),
    { seed: SEED, numRuns: REQUESTS },
  );
  expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBe(REQUESTS);
  expect(seen.get(200)).toBeGreaterThan(300);
  expect([...seen.keys()]).toEqual(expect.arrayContaining([400, 401, 404, 405, 415, 421]));
  expect(web.logged.filter((line) => line.includes('"stack"'))).toEqual([]);
  expect((await web.get("/api/v1/tasks?limit=1")).status).toBe(200);
});
