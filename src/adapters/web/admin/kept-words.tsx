import type { AdminForm as Form } from "./form.ts";
import { AdminForm } from "./frame.tsx";
import * as say from "./messages.zh.ts";
import type { Visitor } from "./sessions.ts";

/** What somebody filled in when their session was over already, until they have signed in again. */
export interface KeptWords {
  /** Where it was to be sent. */
  readonly path: string;
  readonly words: readonly (readonly [name: string, value: string])[];
}

const PATH = /^\/admin(?:\/[\w-]{1,100}){1,4}$/u;
/** Not shown, and not to be read: where the form came from, and whose it was. */
const HIDDEN = new Set(["form", "kept"]);
const MOST_FIELDS = 1000;

export function keptOf(path: string, { words }: Form): KeptWords {
  return { path, words: words.filter(([name]) => !HIDDEN.has(name)).slice(0, MOST_FIELDS) };
}

/** @returns undefined for what this program did not write */
export function parseKept(text: string): KeptWords | undefined {
  if (text === "") return undefined;
  try {
    const { path, words } = JSON.parse(text) as Partial<KeptWords>;
    const isWhole = typeof path === "string" && PATH.test(path) && Array.isArray(words) && words.length <= MOST_FIELDS && words.every(isField);
    return isWhole ? { path, words } : undefined;
  } catch {
    return undefined;
  }
}

function isField(field: unknown): boolean {
  return Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === "string");
}

/** Carries the words through the page to sign in. */
export function KeptField({ kept }: { readonly kept: KeptWords }) {
  return <input type="hidden" name="kept" value={JSON.stringify(kept)} />;
}

/** The words once more, to be looked at and sent. */
export function ResumeForm({ visitor, kept: { path, words } }: { readonly visitor: Visitor; readonly kept: KeptWords }) {
  return (
    <AdminForm visitor={visitor} action={path} class="stack">
      {words.map(([name, value]) => (isWritten(name) ? <Shown name={name} value={value} /> : <input type="hidden" name={name} value={value} />))}
      <button type="submit">{say.RESUME_BUTTON}</button>
    </AdminForm>
  );
}

/** The words, to be copied and not to be sent. */
export function CopyBox({ kept }: { readonly kept: KeptWords }) {
  const written = kept.words.filter(([name]) => isWritten(name));
  if (written.length === 0) return null;
  return (
    <section class="stack">
      <h2>{say.COPY_TITLE}</h2>
      <p>{say.COPY}</p>
      {written.map(([, value]) => (
        <Shown value={value} />
      ))}
    </section>
  );
}

function Shown({ name, value }: { readonly name?: string; readonly value: string }) {
  return (
    <textarea name={name} rows={10} readonly aria-label={say.COPY_TITLE}>
      {value}
    </textarea>
  );
}

/** What somebody wrote, not what they chose. */
function isWritten(name: string): boolean {
  return name === "text" || name === "sheet";
}
