import * as z from "zod";
import { CalendarRecord } from "../../../app/records/calendar-record.ts";
import { CitationRecord, QuoteRecord } from "../../../app/records/citation-record.ts";
import { DocumentDetailRecord, DocumentRecord } from "../../../app/records/document-record.ts";
import { ImportRecord } from "../../../app/records/import-record.ts";
import { PassageRecord } from "../../../app/records/passage-record.ts";
import { AssignmentRecord, DueRecord, TaskRecord } from "../../../app/records/task-record.ts";
import { CollectiveUnitRecord, UnitRecord } from "../../../app/records/unit-record.ts";
import type { FaultStatus } from "../fault.ts";
import { API_DESCRIPTION, API_TITLE, FAULT_DESCRIPTIONS, NEW_DOCUMENT, PROBLEMS, TAGS, TOKEN_DESCRIPTION, UNCHANGED, UPLOAD_FILE } from "./messages.zh.ts";
import { PROBLEM_TYPE, ProblemRecord } from "./problem.ts";
import type { ApiRoute, ReplyDescription, UploadDescription } from "./route.ts";
import { AskBody, AskedAnswer } from "./routes/ask.ts";
import { DocumentList, PassageList } from "./routes/documents.ts";
import { CalendarList, TaskList, UnitList } from "./routes/tasks.ts";

/** What the schemas are called in the document. Those that are not here stand where they are used. */
const NAMES = {
  Answer: AskedAnswer,
  Question: AskBody,
  Citation: CitationRecord,
  Quote: QuoteRecord,
  Task: TaskRecord,
  TaskList,
  Assignment: AssignmentRecord,
  Due: DueRecord,
  Unit: UnitRecord,
  CollectiveUnit: CollectiveUnitRecord,
  UnitList,
  CalendarEntry: CalendarRecord,
  Calendar: CalendarList,
  Document: DocumentRecord,
  DocumentDetail: DocumentDetailRecord,
  DocumentList,
  Passage: PassageRecord,
  PassageList,
  ImportReport: ImportRecord,
  Problem: ProblemRecord,
} as const;

/** Refusals that may meet any request. */
const COMMON_FAULTS: readonly FaultStatus[] = [400, 405, 421, 429, 500];
const VERSION = "1.0.0";

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of the routes. */
export function openApi(routes: readonly ApiRoute[]): Json {
  const paths = new Map<string, Record<string, Json>>();
  for (const route of routes) paths.set(route.path, { ...paths.get(route.path), [route.method]: operationOf(route) });
  return {
    openapi: "3.1.1",
    info: { title: API_TITLE, version: VERSION, description: API_DESCRIPTION, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: "/" }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(paths),
    components: { schemas: schemasOf(), securitySchemes: { token: { type: "http", scheme: "bearer", description: TOKEN_DESCRIPTION } } },
  };
}

function operationOf({ method, operationId, tag, summary, description, params, query, body, upload, scope, replies, faults }: ApiRoute): Json {
  const content = body ? { "application/json": { schema: schemaOf(body) } } : upload && uploadContent(upload);
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    ...(scope !== undefined && { security: [{ token: [] }] }),
    parameters: [...parametersOf(params, "path"), ...parametersOf(query, "query")],
    ...(content && { requestBody: { required: true, content } }),
    responses: {
      ...Object.fromEntries(replies.map((reply) => [reply.status, replyOf(reply)])),
      ...(method === "get" && { 304: { description: UNCHANGED } }),
      ...Object.fromEntries([...new Set([...COMMON_FAULTS, ...faults])].sort().map((status) => [status, faultOf(status)])),
    },
  };
}

function uploadContent({ field }: UploadDescription): Json {
  const file = { type: "string", contentMediaType: "application/octet-stream", description: UPLOAD_FILE };
  return {
    "multipart/form-data": { schema: { type: "object", properties: { [field]: file }, required: [field] } },
    "application/octet-stream": {},
  };
}

/** A schema's description and examples are the parameter's. */
function parametersOf(schema: z.ZodObject | undefined, place: "path" | "query"): readonly Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = plainSchema(z.toJSONSchema(schema, OPTIONS)) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, examples, ...rest }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    description,
    schema: rest,
    ...(Array.isArray(examples) && { example: examples[0] }),
  }));
}

function replyOf({ status, description, schema }: ReplyDescription): Json {
  const headers = status === 201 ? { headers: headersOf({ Location: NEW_DOCUMENT }) } : {};
  return { description, ...headers, content: schema ? { "application/json": { schema: schemaOf(schema) } } : { "text/plain": { schema: { type: "string" } } } };
}

function faultOf(status: FaultStatus): Json {
  const { type, title } = PROBLEMS[status];
  const example = { type: `urn:mingbai:problem:${type}`, title, status, detail: FAULT_DESCRIPTIONS[status], instance: "/api/v1/tasks" };
  const headers = HEADERS[status];
  return {
    description: FAULT_DESCRIPTIONS[status],
    ...(headers && { headers: headersOf(headers) }),
    content: { [PROBLEM_TYPE]: { schema: schemaOf(ProblemRecord), example } },
  };
}

function headersOf(headers: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: "string" } }]));
}

const HEADERS: Partial<Readonly<Record<FaultStatus, Readonly<Record<string, string>>>>> = {
  401: { "WWW-Authenticate": "Bearer" },
  405: { Allow: "支持的方法" },
  429: { "Retry-After": "几秒以后再试" },
};

const OPTIONS = {
  io: "input",
  // What the format says, or any number of JSON has, need not be said.
  override: ({ jsonSchema }) => {
    if (jsonSchema.format === "date") delete jsonSchema.pattern;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  },
} as const satisfies z.core.ToJSONSchemaParams;

/** By its name where it has one. */
function schemaOf(schema: z.ZodType): Json {
  const named = Object.entries(NAMES).find(([, known]) => known === schema);
  return named ? { $ref: `#/components/schemas/${named[0]}` } : plainSchema(z.toJSONSchema(schema, OPTIONS));
}

function schemasOf(): Json {
  const registry = z.registry<{ readonly id: string }>();
  for (const [id, schema] of Object.entries(NAMES)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { ...OPTIONS, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, plainSchema(schema)]));
}

/** Without what says where the schema is from. */
function plainSchema({ $schema: _dialect, $id: _address, ...schema }: Json): Json {
  return schema;
}
