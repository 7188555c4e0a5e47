import type * as z from "zod";
import type { TokenScope } from "../../../app/token-check.ts";
import type { FaultStatus } from "../fault.ts";
import type { Site, WebContext } from "../feature.ts";

/** What a route answers with. `text` is plain text; everything else is JSON. */
export type Reply = ({ readonly json: unknown } | { readonly text: string }) & {
  readonly status?: 200 | 201;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An answer as the document describes it. */
export interface ReplyDescription {
  readonly status: 200 | 201;
  readonly description: string;
  /** Undefined for plain text. */
  readonly schema: z.ZodType | undefined;
}

type Schema = z.ZodObject | undefined;

/** A file that is sent, as a form or as it is. */
export interface UploadDescription {
  readonly maxBytes: number;
  /** The name of the form's field. */
  readonly field: string;
}

/** A route: what is asked, what is answered, and who answers. The handlers and the OpenAPI document are made from these rows alone. */
export interface ApiRoute<Params extends Schema = Schema, Query extends Schema = Schema, Body extends Schema = Schema> {
  readonly method: "get" | "post";
  /** As OpenAPI writes it: /api/v1/tasks/{document}/{ordinal} */
  readonly path: string;
  readonly operationId: string;
  readonly tag: ApiTag;
  readonly summary: string;
  readonly description?: string;
  /** What stands in the path, behind `?`, and in a body of JSON. */
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly upload?: UploadDescription;
  /** What a token has to allow; anybody may ask where there is none. */
  readonly scope?: TokenScope;
  readonly replies: readonly ReplyDescription[];
  /** Refusals of its own, besides those that may meet any request. */
  readonly faults: readonly FaultStatus[];
  answer(site: Site, asked: Asked<Params, Query, Body>, c: WebContext): Promise<Reply>;
}

export type ApiTag = "ask" | "tasks" | "documents";

/** What was asked, checked against the schemas. */
export interface Asked<Params extends Schema = Schema, Query extends Schema = Schema, Body extends Schema = Schema> {
  readonly params: ValueOf<Params>;
  readonly query: ValueOf<Query>;
  readonly body: ValueOf<Body>;
}

type ValueOf<Given extends Schema> = Given extends z.ZodObject ? z.infer<Given> : undefined;

/** A row of the table. Its handler gets what its own schemas let through. */
export function apiRoute<Params extends Schema = undefined, Query extends Schema = undefined, Body extends Schema = undefined>(
  route: ApiRoute<Params, Query, Body>,
): ApiRoute {
  return route as ApiRoute;
}
