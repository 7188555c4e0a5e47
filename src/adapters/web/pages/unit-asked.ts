import type { Assistant } from "../../../app/ask.ts";
import { WebFault } from "../fault.ts";
import * as say from "./unit-messages.zh.ts";

/** A unit that an address names. */
export type UnitAsked =
  /** As the documents print it. */
  | { readonly kind: "unit"; readonly name: string }
  /** Several bear the name. */
  | { readonly kind: "choices"; readonly choices: readonly string[] };

/** Nothing longer is a unit's name. UTF-16 code units. */
const LONGEST_NAME = 60;

/** Reads a unit's name as a question would: by other names and misspelt ones too. @throws {WebFault} 404 for what names none */
export async function readUnitAsked(assistant: Assistant, words: string): Promise<UnitAsked> {
  const found = words.length > LONGEST_NAME ? { kind: "unknown" as const } : await assistant.findUnit(words);
  if (found.kind === "unknown") throw new WebFault(404, say.noSuchUnit(words.slice(0, LONGEST_NAME).toWellFormed()));
  return found.kind === "unit" ? { kind: "unit", name: found.name } : found;
}
