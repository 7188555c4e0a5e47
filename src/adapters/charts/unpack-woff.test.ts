import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { unpackWoff } from "./unpack-woff.ts";

const woff = readFileSync(createRequire(import.meta.url).resolve("@fontsource/noto-sans-sc/files/noto-sans-sc-latin-400-normal.woff"));

/** Adds up 32-bit words, as OpenType counts a checksum. */
function checksumOf(bytes: Buffer): number {
  let sum = 0;
  const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

describe("unpackWoff 把 WOFF 字库解成 OpenType", () => {
  test("表一个不少，各在自己的位置上，校验和对得上", async () => {
    const sfnt = await unpackWoff(woff);
    const count = sfnt.readUInt16BE(4);
    expect(count).toBe(woff.readUInt16BE(12));
    expect(sfnt.length).toBe(woff.readUInt32BE(16));
    for (let index = 0; index < count; index += 1) {
      const at = 12 + index * 16;
      const tag = sfnt.toString("latin1", at, at + 4);
      const [checksum, offset, length] = [4, 8, 12].map((field) => sfnt.readUInt32BE(at + field)) as [number, number, number];
      expect(offset % 4).toBe(0);
      const table = Buffer.from(sfnt.subarray(offset, offset + length));
      // The checksum of `head` leaves out the one that the table itself holds.
      if (tag === "head") table.writeUInt32BE(0, 8);
      expect([tag, checksumOf(table)]).toEqual([tag, checksum]);
    }
  });

  test.each<[string, Buffer]>([
    ["不是 WOFF", Buffer.from("OTTO".padEnd(200))],
    ["空的", Buffer.alloc(0)],
    ["截断的", woff.subarray(0, 5000)],
    ["表坏了", Buffer.concat([woff.subarray(0, 3000), Buffer.alloc(woff.length - 3000, 7)])],
  ])("%s：报错", async (_, bytes) => await expect(unpackWoff(bytes)).rejects.toThrow());
});
