import { FAILURES } from "./messages.zh.ts";

/** What came of a call: the answer's status and JSON, or why there is none. */
export type PostResult =
  | { readonly kind: "answered"; readonly status: number; readonly answer: unknown }
  | { readonly kind: "failed"; readonly failure: string /** Whether the call may have arrived. */; readonly unsure: boolean };

const CALL_TIMEOUT_MS = 15_000;
/** Failures of a connection that was never made. */
const NEVER_CONNECTED: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/** Posts JSON and reads the JSON of the answer. Follows no redirection, which would carry the message elsewhere. Never throws. */
export async function postJson(url: string, body: unknown, signal: AbortSignal): Promise<PostResult> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(body),
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_TIMEOUT_MS)]),
    });
    return { kind: "answered", status: response.status, answer: parse(await response.text()) };
  } catch (error) {
    const unsure = !NEVER_CONNECTED.has(causeOf(error));
    return { kind: "failed", failure: unsure ? FAILURES.noAnswer : FAILURES.unreachable, unsure };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function causeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}
