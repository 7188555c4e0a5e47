import { attributeOf, childOf, childrenNamed, flagOf, numberOf, settingOf, type XmlNode } from "./xml.ts";

/** Word itself stops at about a dozen. */
const MAX_BASES = 30;

/** What a style (w:style) says that matters for reading: its list, and whether its words are hidden. */
interface Style {
  readonly basedOn: string | undefined;
  readonly numId: number | undefined;
  readonly level: number | undefined;
  readonly hidden: boolean | undefined;
}

/** The list that a paragraph style puts its paragraphs in. */
export interface StyleNumbering {
  readonly numId: number;
  readonly level: number | undefined;
  /** The style and those it is based on, itself first: a list's level may name one of them (w:pStyle). */
  readonly styleIds: readonly string[];
}

/** The styles of a document, with what each inherits. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #defaultParagraph: string | undefined;

  /** @param root of `styles.xml`; undefined where a document has none */
  constructor(root: XmlNode | undefined) {
    let defaultParagraph: string | undefined;
    for (const style of childrenNamed(root, "w:style")) {
      const id = attributeOf(style, "w:styleId");
      if (id === undefined) continue;
      const numbering = childOf(childOf(style, "w:pPr"), "w:numPr");
      this.#styles.set(id, {
        basedOn: settingOf(style, "w:basedOn"),
        numId: numberOf(numbering, "w:numId"),
        level: numberOf(numbering, "w:ilvl"),
        hidden: flagOf(childOf(style, "w:rPr"), "w:vanish"),
      });
      const isDefault = /^(?:1|true|on)$/u.test(attributeOf(style, "w:default") ?? "");
      if (isDefault && attributeOf(style, "w:type") === "paragraph") defaultParagraph = id;
    }
    this.#defaultParagraph = defaultParagraph;
  }

  /** The list of a paragraph style, own or inherited; undefined for none and where it is switched off (numId 0). */
  numberingOf(styleId: string | undefined): StyleNumbering | undefined {
    const chain = this.#chain(styleId ?? this.#defaultParagraph);
    const numId = firstDefined(chain.map((id) => this.#styles.get(id)?.numId));
    if (!numId) return undefined;
    return { numId, level: firstDefined(chain.map((id) => this.#styles.get(id)?.level)), styleIds: chain };
  }

  /** Whether the words of a paragraph or character style are hidden text; undefined where it does not say. */
  isHidden(styleId: string | undefined): boolean | undefined {
    return firstDefined(this.#chain(styleId).map((id) => this.#styles.get(id)?.hidden));
  }

  /** A style and those it is based on; a circle ends where Word's own limit does. */
  #chain(styleId: string | undefined): readonly string[] {
    const chain: string[] = [];
    for (let id = styleId; id !== undefined && this.#styles.has(id) && chain.length < MAX_BASES; id = this.#styles.get(id)?.basedOn) chain.push(id);
    return chain;
  }
}

function firstDefined<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}
