import type { SourceBlock } from "../../../../core/document/source-text.ts";
import { refuseClassified } from "../../classification-mark.ts";
import type { CompoundFile } from "../compound-file.ts";
import { BlockBuilder } from "./blocks.ts";
import { characterFormatting, paragraphFormatting } from "./formatting-pages.ts";
import { readLists } from "./lists.ts";
import { StoryParagraphs } from "./story.ts";
import { StyleSheet } from "./styles.ts";
import { readBinary } from "./word-binary.ts";

/**
 * The blocks of a Word document's body; text boxes stand behind it, for the file does not say plainly where they are anchored.
 * @throws {AppError} see `readDoc`
 * @throws {RangeError} a structure points outside the file
 */
export function readWordBinary(container: CompoundFile, file: string): readonly SourceBlock[] {
  const word = readBinary(container, file);
  const paragraphs = new StoryParagraphs(word, characterFormatting(word), paragraphFormatting(word), new StyleSheet(word));
  const { body, headers, textBoxes, headerTextBoxes } = word.stories;
  const boxes = paragraphs.read(textBoxes);
  for (const beside of [paragraphs.read(headers), boxes, paragraphs.read(headerTextBoxes)]) {
    refuseClassified(beside.map(({ text }) => text).join("\n"), file);
  }
  const builder = new BlockBuilder(readLists(word), file);
  return [...builder.build(paragraphs.read(body)), ...builder.build(boxes)];
}
