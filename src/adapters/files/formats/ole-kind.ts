/** Streams by which the kinds of OLE compound files are told apart, the outermost first: a Word file may hold a whole workbook. */
const STREAMS: readonly (readonly [string, string])[] = [
  ["EncryptedPackage", "encrypted"],
  ["WordDocument", "doc"],
  ["Workbook", "xls"],
  ["Book", "xls"],
  ["PowerPoint Document", "ppt"],
];
/** Entries of the directory are 128 bytes long, and stand at multiples of that ([MS-CFB] 2.6.1). */
const ENTRY_BYTES = 128;
const NAME_LENGTH_AT = 64;
const OBJECT_TYPE_AT = 66;
const STREAM = 2;

/** What an OLE compound file is: `doc`, `xls`, `ppt`, `encrypted` (a docx or xlsx with a password), `ole` for any other. */
export function oleKindOf(bytes: Uint8Array): string {
  const names = new Set<string>();
  const utf16 = new TextDecoder("utf-16le");
  for (let at = ENTRY_BYTES; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const length = (bytes[at + NAME_LENGTH_AT] ?? 0) + (bytes[at + NAME_LENGTH_AT + 1] ?? 0) * 256;
    if (bytes[at + OBJECT_TYPE_AT] !== STREAM || length < 4 || length > NAME_LENGTH_AT || length % 2 !== 0) continue;
    names.add(utf16.decode(bytes.subarray(at, at + length - 2)));
  }
  return STREAMS.find(([name]) => names.has(name))?.[1] ?? "ole";
}
