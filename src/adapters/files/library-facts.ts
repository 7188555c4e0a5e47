import * as z from "zod";
import type { LibraryFacts } from "../../app/document-library.ts";

const Facts = z.object({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
  version: z.string().regex(/^[a-z0-9]+$/u),
  file: z.string().min(1),
  digest: z.string(),
  importedAtMs: z.number(),
  title: z.string(),
  documentNumber: z.string().optional(),
  issuer: z.string().optional(),
  issuedOn: z.string().optional(),
  given: z.object({ region: z.string().optional(), year: z.number().optional(), title: z.string().optional(), lapsed: z.string().optional() }),
});

/** What `facts.json` of a document says. `version` names the folder beside it that holds the rest. */
export interface StoredFacts {
  readonly version: string;
  readonly facts: LibraryFacts;
}

/** @throws for what is no facts file of this program */
export function parseFacts(json: string): StoredFacts {
  const { version, documentNumber, issuer, issuedOn, ...facts } = Facts.parse(JSON.parse(json));
  return { version, facts: { ...facts, documentNumber, issuer, issuedOn } };
}

export function writeFacts({ version, facts }: StoredFacts): string {
  return `${JSON.stringify({ version, ...facts }, undefined, 2)}\n`;
}
