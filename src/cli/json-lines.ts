const NEWLINE = 0x0a;

/** One line of a byte stream, or why it was not kept. */
export type Line = { readonly bytes: Buffer } | { readonly tooLong: true };

/**
 * Splits a byte stream at newlines alone (a JSON string may hold U+2028, at which `node:readline` also splits).
 * A line beyond `mostBytes` is read past and reported, and what follows it is read as usual. The last line needs no newline.
 */
export async function* splitLines(stream: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let held = 0;
  const take = (): Line => {
    const line: Line = held > mostBytes ? { tooLong: true } : { bytes: Buffer.concat(parts) };
    parts = [];
    held = 0;
    return line;
  };
  const hold = (part: Buffer) => {
    held += part.length;
    if (held <= mostBytes) parts.push(part);
    else parts = [];
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      hold(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    if (from < chunk.length) hold(chunk.subarray(from));
  }
  if (held > 0) yield take();
}
