import { isIP } from "node:net";
import type { WebSettings } from "./dependencies.ts";

/**
 * Tells whether a Host header names this server. A page elsewhere can point a name of its own at this machine (DNS rebinding), so only the names
 * of this machine and of the settings count; an address is no such name.
 */
export function createHostCheck({ host, publicUrl }: WebSettings): (given: string) => boolean {
  const names = new Set(["localhost", nameOf(host), ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname.toLowerCase()])]);
  return (given) => {
    const name = nameOf(given);
    return isIP(name) !== 0 || names.has(name) || name.endsWith(".localhost");
  };
}

/** A host without its port and brackets, in small letters. */
export function nameOf(host: string): string {
  const { name = host } = /^\[(?<name>[^\]]*)\](?::\d*)?$/u.exec(host)?.groups ?? {};
  return (name === host && isIP(host) === 0 ? host.replace(/:\d*$/u, "") : name).replace(/\.$/u, "").toLowerCase();
}
