import { zipEntries } from "./zip-directory.ts";

/** Main parts by which packages are told apart. */
const MAIN_PARTS: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\d*\.xml$/u, "docx"],
  [/^xl\/workbook\.xml$/u, "xlsx"],
  [/^xl\/workbook\.bin$/u, "xlsb"],
  [/^ofd\.xml$/u, "ofd"],
  [/^ppt\/presentation\.xml$/u, "ppt"],
  [/^(?:mimetype|meta-inf\/manifest\.xml)$/u, "odf"],
];
/** Folders of the same, for an archive that breaks off before its main part. */
const FOLDERS: readonly (readonly [RegExp, string])[] = [
  [/^word\//u, "docx"],
  [/^xl\//u, "xlsx"],
  [/^doc_\d+\//u, "ofd"],
  [/^ppt\//u, "ppt"],
];
/** Parts that every Office package begins with. */
const OFFICE_PART = /^(?:\[content_types\]\.xml|_rels\/|docprops\/|customxml\/)/u;
const MOST_LOCAL_HEADERS = 2000;

/** What a zip archive is: a readable kind, `xlsb`, `ppt`, `odf`, `zip` for any other, `damaged` where it breaks off too early to tell; undefined where it is no zip. */
export function zipKindOf(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || ![0x04034b50, 0x06054b50].includes(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)))
    return undefined;
  const listed = listedNames(bytes);
  const names = listed ?? localNames(bytes);
  const kind = kindAmong(names, MAIN_PARTS) ?? kindAmong(names, FOLDERS);
  if (kind !== undefined) return kind;
  return listed && !names.some((name) => OFFICE_PART.test(name)) ? "zip" : "damaged";
}

function kindAmong(names: readonly string[], kinds: readonly (readonly [RegExp, string])[]): string | undefined {
  return kinds.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
}

function listedNames(bytes: Uint8Array): readonly string[] | undefined {
  try {
    return [...zipEntries(bytes, "").keys()];
  } catch {
    // Damaged, or with too many or unsafe names; opening it says so.
    return undefined;
  }
}

/** Names by the headers before each file, which are there even if the archive was cut off. */
function localNames(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  let at = 0;
  while (at + 30 <= bytes.length && names.length < MOST_LOCAL_HEADERS) {
    const header = indexOfHeader(bytes, at);
    if (header < 0 || header + 30 > bytes.length) break;
    const nameEnd = header + 30 + view.getUint16(header + 26, true);
    if (nameEnd <= bytes.length)
      names.push(
        new TextDecoder()
          .decode(bytes.subarray(header + 30, nameEnd))
          .replaceAll("\\", "/")
          .toLowerCase(),
      );
    at = header + 30;
  }
  return names;
}

function indexOfHeader(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x50, from); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    if (bytes[at + 1] === 0x4b && bytes[at + 2] === 0x03 && bytes[at + 3] === 0x04) return at;
  }
  return -1;
}
