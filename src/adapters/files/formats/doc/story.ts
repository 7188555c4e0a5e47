import { Fields } from "../word/fields.ts";
import { printable, symbolOf } from "../word/symbols.ts";
import type { FormattedRun, Formatting } from "./formatting-pages.ts";
import { type ParagraphProperties, paragraphProperties } from "./paragraph-properties.ts";
import { type Stretch, stretchesOf } from "./pieces.ts";
import { modifiersOf } from "./property-modifiers.ts";
import type { StyleSheet } from "./styles.ts";
import type { Range, WordBinary } from "./word-binary.ts";

/** A paragraph of a story, or a cell's last one, or the mark that ends a row. */
export interface StoryParagraph {
  /** Its words; line and page breaks are `\n`. */
  readonly text: string;
  readonly properties: ParagraphProperties;
  /** Ends with the mark of a cell or row (U+0007). */
  readonly endsCell: boolean;
  /** Its own mark was deleted as a tracked change, or is hidden text. */
  readonly hasNoMark: boolean;
}

/** How characters are formatted. */
interface CharacterFormat {
  readonly isDeleted: boolean;
  readonly isHidden: boolean;
  /** What is printed instead of the character. */
  readonly symbol: string | undefined;
}

const DELETED = 0x0800;
const HIDDEN = 0x083c;
const SYMBOL = 0x6a09;
const PLAIN: CharacterFormat = { isDeleted: false, isHidden: false, symbol: undefined };

const CELL_MARK = "\x07";
const PARAGRAPH_MARK = "\r";
const PAGE_OR_SECTION = "\f";
const FIELD_BEGIN = "\x13";
const FIELD_SEPARATOR = "\x14";
const FIELD_END = "\x15";
/** Characters that Word keeps for what a text file writes otherwise; other control characters print nothing. */
const REPLACED: Readonly<Record<string, string>> = { "\v": "\n", "\f": "\n", "\x0e": "\n", "\x1e": "-" };

/** Reads the paragraphs of a document's stories as they are printed when all tracked changes are accepted. */
export class StoryParagraphs {
  readonly #word: WordBinary;
  readonly #characters: Formatting;
  readonly #paragraphs: Formatting;
  readonly #styles: StyleSheet;
  readonly #formats = new Map<FormattedRun, CharacterFormat>();

  constructor(word: WordBinary, characters: Formatting, paragraphs: Formatting, styles: StyleSheet) {
    this.#word = word;
    this.#characters = characters;
    this.#paragraphs = paragraphs;
    this.#styles = styles;
  }

  /** @throws {RangeError} the text is cut off */
  read(story: Range): readonly StoryParagraph[] {
    const fields = new Fields();
    const found: StoryParagraph[] = [];
    let text = "";
    for (const stretch of stretchesOf(this.#word, story)) {
      for (let index = 0; index < stretch.text.length; index += 1) {
        const place = stretch.fileStart + index * stretch.bytesPerCharacter;
        const character = stretch.text.charAt(index);
        const format = this.#formatAt(place);
        if (this.#endsParagraph(character, place, stretch)) {
          const properties = paragraphProperties(this.#paragraphs.at(place), this.#styles);
          found.push({ text: printable(text), properties, endsCell: character === CELL_MARK, hasNoMark: format.isDeleted || format.isHidden });
          text = "";
        } else if (!format.isDeleted) text += printed(character, format, fields);
      }
    }
    if (text !== "") found.push({ text: printable(text), properties: paragraphProperties(undefined, this.#styles), endsCell: false, hasNoMark: false });
    return found;
  }

  /** A form feed is a page break inside a paragraph, or ends a section and with it the paragraph. */
  #endsParagraph(character: string, place: number, stretch: Stretch): boolean {
    if (character === PARAGRAPH_MARK || character === CELL_MARK) return true;
    return character === PAGE_OR_SECTION && this.#paragraphs.at(place)?.end === place + stretch.bytesPerCharacter;
  }

  #formatAt(place: number): CharacterFormat {
    const run = this.#characters.at(place);
    if (!run || run.properties.length === 0) return PLAIN;
    let format = this.#formats.get(run);
    if (!format) {
      format = characterFormat(run);
      this.#formats.set(run, format);
    }
    return format;
  }
}

function characterFormat(run: FormattedRun): CharacterFormat {
  const modifiers = modifiersOf(run.properties);
  // 0x81 says: not as in the style, where nothing is hidden or deleted.
  const isSet = (code: number) => modifiers.some((one) => one.code === code && [1, 0x81].includes(one.operand.getUint8(0)));
  const symbol = modifiers.find(({ code }) => code === SYMBOL);
  return {
    isDeleted: isSet(DELETED),
    isHidden: isSet(HIDDEN),
    // Its font stands in a table of its own; boxes and ticks are set in Wingdings.
    symbol: symbol && symbolOf("Wingdings", symbol.operand.getUint16(2, true)),
  };
}

function printed(character: string, format: CharacterFormat, fields: Fields): string {
  if (character === FIELD_BEGIN) fields.begin();
  else if (character === FIELD_SEPARATOR) fields.separate();
  else if (character === FIELD_END) return fields.end();
  else if (!fields.visible) fields.instruct(character);
  else if (!format.isHidden) return format.symbol ?? REPLACED[character] ?? character;
  return "";
}
