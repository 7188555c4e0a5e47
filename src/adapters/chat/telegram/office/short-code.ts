import { createHash } from "node:crypto";

/** Stands for a name in callback data, which has 64 bytes: 12 hexadecimal digits, the same every time. */
export function shortCodeOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 12);
}
