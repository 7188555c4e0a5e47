import { formatCodeOf } from "./number-format.ts";
import { attributeOf, scanXml } from "./scan-xml.ts";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  /** Name of its part in the package. */
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  /** Whether it counts days from 1904, as Excel for Mac once did. */
  readonly from1904: boolean;
}

/** Where the workbook's own part stands. */
export const WORKBOOK_PART = "xl/workbook.xml";

/** Sheets in the order of their tabs; those that no part belongs to are left out. */
export function readWorkbook(xml: string, relations: ReadonlyMap<string, string>): Workbook {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === "workbookPr") from1904 = isTrue(attributeOf(attributes, "date1904"));
      if (name !== "sheet") return;
      const part = relations.get(attributeOf(attributes, "id") ?? "");
      const state = attributeOf(attributes, "state") ?? "visible";
      if (part !== undefined) sheets.push({ name: attributeOf(attributes, "name") ?? "", isHidden: state !== "visible", part });
    },
    close: () => undefined,
  });
  return { sheets, from1904 };
}

/** Parts by the ids under which the workbook names them. */
export function readRelations(xml: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  scanXml(xml, {
    open: (name, attributes) => {
      const target = attributeOf(attributes, "Target");
      const id = attributeOf(attributes, "Id");
      if (name === "Relationship" && target !== undefined && id !== undefined) parts.set(id, partOf(target));
    },
    close: () => undefined,
  });
  return parts;
}

/** A target counts from the workbook's folder, unless it begins with a slash. */
function partOf(target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target : `xl/${target}`).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** The texts that cells name by number, formatting and readings (phonetic guides) left out. */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let inReading = false;
  scanXml(xml, {
    open: (name) => {
      if (name === "si") current = "";
      if (name === "rPh") inReading = true;
      inText = name === "t" && !inReading;
    },
    text: (words) => {
      if (inText) current += words;
    },
    close: (name) => {
      if (name === "si") strings.push(current);
      if (name === "rPh") inReading = false;
      inText = false;
    },
  });
  return strings;
}

/** The number format of each cell style, by its number. */
export function readStyleFormats(xml: string): readonly string[] {
  const defined = new Map<number, string>();
  const ids: number[] = [];
  let inCellStyles = false;
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === "cellXfs") inCellStyles = true;
      if (name === "numFmt") defined.set(Number(attributeOf(attributes, "numFmtId")), attributeOf(attributes, "formatCode") ?? "General");
      if (name === "xf" && inCellStyles) ids.push(Number(attributeOf(attributes, "numFmtId") ?? "0"));
    },
    close: (name) => {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return ids.map((id) => formatCodeOf(id, defined));
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
