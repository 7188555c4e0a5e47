/** SHA-256 in hexadecimal. The library takes a millisecond to load, and an index that is good needs none of it. */
export async function sha256(data: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(data).digest("hex");
}
