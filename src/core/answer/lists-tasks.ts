import type { Answer } from "./answer.ts";

/** Whether an answer is a list of tasks, which can be handed over as a table too. */
export function listsTasks({ blocks }: Answer): boolean {
  return blocks.some((block) => block.kind === "entry" && block.item !== undefined);
}
