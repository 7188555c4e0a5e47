import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";
import { isLoopback, plainAddress } from "./networks.ts";

/** Who asks. */
export interface Client {
  readonly address: string;
  /** Whether it asks from this very machine, with no proxy between. */
  readonly isLocal: boolean;
  /** Whether a trusted proxy passed its request on. */
  readonly isProxied: boolean;
  /** The name and port that it asked for, without a path; empty where it said none. */
  readonly host: string;
  readonly protocol: "http" | "https";
}

/**
 * Who asks, by the connection; by the headers of a proxy only where the connection comes from one that is trusted. The address is then the last
 * one in the row of X-Forwarded-For that is no trusted proxy itself: what stands before it, the client may have written.
 */
export function clientOf(remoteAddress: string | undefined, headers: IncomingHttpHeaders, isTrusted: (address: string) => boolean): Client {
  const peer = plainAddress(remoteAddress ?? "");
  const host = headers.host ?? "";
  const isForwarded = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  if (!isTrusted(peer)) return { address: peer, isLocal: isLoopback(peer) && !isForwarded, isProxied: false, host, protocol: "http" };
  const row = valuesOf(headers["x-forwarded-for"]).map(plainAddress);
  const last = row.findLast((address) => !isTrusted(address));
  return {
    address: last !== undefined && isIP(last) !== 0 ? last : peer,
    isLocal: isLoopback(peer) && !isForwarded,
    isProxied: true,
    host: valuesOf(headers["x-forwarded-host"]).at(-1) ?? host,
    protocol: valuesOf(headers["x-forwarded-proto"]).at(-1) === "https" ? "https" : "http",
  };
}

function valuesOf(header: string | readonly string[] | undefined): readonly string[] {
  return (typeof header === "string" ? header : (header ?? []).join(","))
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
