import { strToU8, zipSync } from "fflate";

export const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** A TextObject of 5.6 mm type whose characters follow each other. */
export function text(words: string, x: number, y: number, more = ""): string {
  const step = words.length > 1 ? ` DeltaX="g ${words.length - 1} 5.6"` : "";
  return `<ofd:TextObject ID="1" Boundary="${x} ${y} 150 7" Font="2" Size="5.6"${more}><ofd:TextCode X="0" Y="5.6"${step}>${words}</ofd:TextCode></ofd:TextObject>`;
}

/** A line from one place to another, in millimetres. */
export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<ofd:PathObject ID="9" Boundary="${x1} ${y1} ${x2 - x1} ${y2 - y1}" LineWidth="0.3"><ofd:AbbreviatedData>M 0 0 L ${x2 - x1} ${y2 - y1}</ofd:AbbreviatedData></ofd:PathObject>`;
}

/** A page of objects; `before` stands before its content. */
export function page(objects: string, before = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?><ofd:Page ${NS}>${before}<ofd:Content><ofd:Layer ID="3">${objects}</ofd:Layer></ofd:Content></ofd:Page>`;
}

/** An OFD of such pages, on A4. */
export function ofdOf(pages: readonly string[], more: Readonly<Record<string, string>> = {}): Uint8Array {
  const list = pages.map((_, index) => `<ofd:Page ID="${index + 10}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join("");
  const files: Record<string, string> = {
    "OFD.xml": `<ofd:OFD ${NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="5" BaseLoc="Tpls/Tpl_0.xml"/></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(pages.map((content, index) => [`Doc_0/Pages/Page_${index}/Content.xml`, content])),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])));
}
