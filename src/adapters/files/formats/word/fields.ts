import { printNumber } from "./number-format.ts";

interface Field {
  instruction: string;
  inResult: boolean;
}

/** A table of contents (目录) repeats headings with page numbers: it is no text of the document. */
const TABLE_OF_CONTENTS = /^\s*TOC\b/u;
/** A character in a circle (带圈字符) has no result of its own: EQ \o\ac(○,21). */
const CIRCLED = /^\s*EQ\s+\\o\\ac\([^,，]{1,8}[,，]([^()]{1,8})\)/iu;

/**
 * Follows Word's fields through a text: only their results are printed, not their instructions. Fields may nest and run over paragraphs.
 */
export class Fields {
  readonly #open: Field[] = [];

  begin(): void {
    this.#open.push({ instruction: "", inResult: false });
  }

  /** Words of an instruction. */
  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field && !field.inResult) field.instruction += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field) field.inResult = true;
  }

  /** Ends the innermost field; what it prints where its instruction alone says so, else nothing. */
  end(): string {
    const field = this.#open.pop();
    const inner = field && !field.inResult && this.visible ? CIRCLED.exec(field.instruction)?.[1]?.trim() : undefined;
    return inner !== undefined && /^\d{1,2}$/u.test(inner) ? printNumber(Number(inner), "decimalEnclosedCircle") : (inner ?? "");
  }

  /** Whether words here are printed. */
  get visible(): boolean {
    return this.#open.every((field) => field.inResult && !isTableOfContents(field.instruction));
  }
}

export function isTableOfContents(instruction: string): boolean {
  return TABLE_OF_CONTENTS.test(instruction);
}
