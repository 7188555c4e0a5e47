/** A text in a PDF fixture: at a place in points from the lower left corner. */
export interface FixtureText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A page of a PDF fixture: its texts, and raw operators drawn before them. */
export interface FixturePage {
  readonly texts: readonly FixtureText[];
  readonly drawing?: string;
  /** Entries of the page's dictionary, such as /Rotate 90. */
  readonly entries?: string;
}

/** How a fixture's font, which is not embedded, is encoded. */
export interface FixtureEncoding {
  /** A predefined character map (PDF 32000-1, 9.7.5.2). */
  readonly name: string;
  /** A text's bytes in it, in hexadecimal. */
  readonly encode: (text: string) => string;
}

/** UCS-2, for any text. */
const UCS2: FixtureEncoding = {
  name: "UniGB-UCS2-H",
  encode: (text) => [...text].map((character) => (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join(""),
};

/**
 * A PDF with a Chinese font that is not embedded, as word processors of the nineties and some scanners write it.
 * @param trailer further entries of the trailer, such as /Encrypt
 */
export function pdfOf(pages: readonly FixturePage[], { encoding = UCS2, trailer = "" }: { encoding?: FixtureEncoding; trailer?: string } = {}): Uint8Array {
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${6 + index * 2} 0 R`).join(" ")}]>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/FangSong/Encoding/${encoding.name}/DescendantFonts[4 0 R]>>`,
    "<</Type/Font/Subtype/CIDFontType2/BaseFont/FangSong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 5 0 R>>",
    "<</Type/FontDescriptor/FontName/FangSong/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 700/StemV 80>>",
    ...pages.flatMap((page, index) => [pageObject(page, 7 + index * 2), streamObject(page, encoding)]),
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}

function pageObject({ entries = "" }: FixturePage, contents: number): string {
  return `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${contents} 0 R${entries}>>`;
}

function streamObject({ texts, drawing = "" }: FixturePage, { encode }: FixtureEncoding): string {
  const shown = texts.map(({ text, x, y, size = 16 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${encode(text)}> Tj ET`);
  const content = [drawing, ...shown].join("\n");
  return `<</Length ${content.length}>>stream\n${content}\nendstream`;
}
