import { ErrorCode, type JSONRPCMessage, JSONRPCMessageSchema } from "@modelcontextprotocol/sdk/types.js";
import { messageBroken, messageTooLong } from "./messages.zh.ts";

/** Longer than any message of a client. */
export const MOST_MEGABYTES = 1;

/** A line of the input, or that it was too long to be kept. */
export type Line = { readonly bytes: Buffer } | { readonly tooLong: true };

type Read = { readonly message: JSONRPCMessage; readonly bytes: Buffer } | { readonly error: { readonly code: number; readonly message: string } };

/** Reads a line of JSON-RPC. @returns undefined for a blank one */
export function readMessage(line: Line): Read | undefined {
  if (!("bytes" in line)) return { error: { code: ErrorCode.InvalidRequest, message: messageTooLong(MOST_MEGABYTES) } };
  const text = line.bytes.toString("utf8");
  if (text.trim() === "") return undefined;
  try {
    const read = JSONRPCMessageSchema.safeParse(JSON.parse(text));
    return read.success ? { message: read.data, bytes: line.bytes } : { error: { code: ErrorCode.InvalidRequest, message: messageBroken() } };
  } catch {
    return { error: { code: ErrorCode.ParseError, message: messageBroken() } };
  }
}
