import type { Answer, Block } from "../../../core/answer/index.ts";
import { plainBlock, understoodLine } from "../../../core/answer/render.ts";

/** Control characters of a document or a question would move the cursor or change the terminal; line ends and tabs may stay. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;
const BOLD = "\x1b[1m";
const DIM = "\x1b[2m";
const PLAIN = "\x1b[0m";

/** A whole answer for a terminal, the understanding line last; with bold and dim words where `colour` is set. */
export function renderTerminal(answer: Answer, colour: boolean): string {
  const lines = answer.blocks.map((block) => styled(plainBlock(answer, block).replace(CONTROLS, ""), styleOf(block), colour));
  if (answer.understood) lines.push(styled(understoodLine(answer).replace(CONTROLS, ""), DIM, colour));
  return lines.join("\n");
}

function styleOf(block: Block): string {
  if (block.kind === "note") return DIM;
  return block.kind === "text" && block.strong ? BOLD : "";
}

/** Line by line, so that a page that ends within the block does not carry the style on. */
function styled(text: string, style: string, colour: boolean): string {
  return colour && style
    ? text
        .split("\n")
        .map((line) => style + line + PLAIN)
        .join("\n")
    : text;
}
