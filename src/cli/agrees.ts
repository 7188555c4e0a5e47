import { createInterface } from "node:readline/promises";
import type { Edge } from "./edge.ts";

/** Asks whoever sits at the terminal. Whatever is no plain yes is a no. */
export async function agrees({ stdin, stdout }: Edge, question: string): Promise<boolean> {
  const asking = createInterface({ input: stdin, output: stdout });
  try {
    return /^\s*(?:y|yes|是|好)\s*$/iu.test(await asking.question(question));
  } finally {
    asking.close();
  }
}
