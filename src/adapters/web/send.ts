import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { FaultStatus } from "./fault.ts";
import type { WebContext } from "./feature.ts";

/** A body that is ready to be sent, many times over: it is hashed and compressed once. */
export interface Prepared {
  readonly text: string;
  readonly type: string;
  readonly cacheControl: string;
  readonly etag: string;
  encoded(encoding: Encoding): Uint8Array<ArrayBuffer>;
}

type Encoding = "br" | "gzip";

/** Smaller bodies gain nothing. UTF-16 code units. */
const LEAST_COMPRESSED = 1000;
/** As good as gzip at its best, and faster. */
const BROTLI_QUALITY = 4;

/** What a page may be kept for: by the reader alone, asking each time whether it changed. */
export const PAGE_CACHE = "private, no-cache";

export function createPrepared(text: string, type: string, cacheControl: string): Prepared {
  const encodings = new Map<Encoding, Uint8Array<ArrayBuffer>>();
  let etag: string | undefined;
  return {
    text,
    type,
    cacheControl,
    get etag() {
      // Weak, since every encoding of the text has it.
      etag ??= `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
      return etag;
    },
    encoded(encoding) {
      const known = encodings.get(encoding);
      if (known) return known;
      const compressed = encoding === "br" ? brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }) : gzipSync(text);
      const made = new Uint8Array(compressed);
      encodings.set(encoding, made);
      return made;
    },
  };
}

/** @param page an element of hono/jsx, whose words are escaped already */
export function preparePage(page: { toString(): string | Promise<string> }): Prepared {
  return createPrepared(`<!DOCTYPE html>${String(page)}`, "text/html; charset=utf-8", PAGE_CACHE);
}

/** Sends what the client does not have yet, in a form that it takes. */
export function sendPrepared(c: WebContext, prepared: Prepared, status: 200 | 201 | FaultStatus = 200): Response {
  const headers: Record<string, string> = {
    "cache-control": prepared.cacheControl,
    vary: "Accept-Encoding, Cookie",
  };
  if (status === 200 && (c.req.method === "GET" || c.req.method === "HEAD")) {
    headers["etag"] = prepared.etag;
    if (isKnown(c.req.header("if-none-match"), prepared.etag)) return c.body(null, 304, headers);
  }
  headers["content-type"] = prepared.type;
  const encoding = prepared.text.length < LEAST_COMPRESSED ? undefined : encodingFor(c.req.header("accept-encoding"));
  if (encoding === undefined) return c.body(prepared.text, status, headers);
  headers["content-encoding"] = encoding;
  return c.body(prepared.encoded(encoding), status, headers);
}

/** Renders and sends a page. */
export function sendPage(c: WebContext, page: { toString(): string | Promise<string> }): Response {
  return sendPrepared(c, preparePage(page));
}

function isKnown(header: string | undefined, etag: string): boolean {
  return header?.split(",").some((known) => known.trim() === etag) === true;
}

function encodingFor(header: string | undefined): Encoding | undefined {
  if (header === undefined) return undefined;
  const accepted = new Set(
    header
      .split(",")
      .map((part) => part.trim().toLowerCase())
      .filter((part) => !/;\s*q=0(?:\.0*)?$/u.test(part))
      .map((part) => part.replace(/;.*$/u, "").trim()),
  );
  if (accepted.has("br")) return "br";
  return accepted.has("gzip") ? "gzip" : undefined;
}
