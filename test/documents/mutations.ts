import fc from "fast-check";

/** Some bytes changed, taken out, doubled or cut off. */
export function mutationsOf(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({ at: fc.nat(bytes.length - 1), kind: fc.constantFrom("set", "cut", "drop", "double"), byte: fc.nat(255), length: fc.nat(40) });
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) =>
    edits.reduce((result, { at, kind, byte, length }) => {
      const [before, after] = [result.subarray(0, at), result.subarray(at)];
      if (kind === "cut") return before;
      if (kind === "drop") return Buffer.concat([before, after.subarray(length)]);
      if (kind === "double") return Buffer.concat([before, after.subarray(0, length), after]);
      return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
    }, Buffer.from(bytes)),
  );
}
