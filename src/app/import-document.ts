import { type Anomaly, type Article, articlesOf, type OfficialDocument } from "../core/document/index.ts";
import type { Deadline, LedgerReading, Role, Task } from "../core/ledger/index.ts";
import { type Span, sliceOf } from "../core/text/span.ts";
import type { AppError, ErrorCode } from "../errors.ts";

/** What `import --json` prints for a file that was read (contract `import.md`). What the document does not say is null. */
export interface ImportReport {
  readonly file: string;
  readonly ok: true;
  readonly document: {
    readonly id: string;
    readonly title: string;
    readonly documentNumber: string | null;
    readonly issuer: string | null;
    readonly issuedOn: string | null;
    readonly kind: OfficialDocument["kind"];
  };
  readonly tasks: readonly TaskReport[];
  readonly articles: readonly ArticleReport[];
  readonly anomalies: readonly { readonly kind: Anomaly["kind"]; readonly text: string }[];
}

export interface TaskReport {
  readonly ordinal: number;
  readonly label: string;
  readonly path: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly assignments: readonly { readonly unit: string; readonly role: Role; readonly printed: string }[];
  readonly collective: readonly { readonly printed: string; readonly role: Role }[];
  readonly deadline: DeadlineReport | null;
  readonly officers: readonly { readonly name: string; readonly role: string }[];
}

/** An article of a regulation: 款 and 项 in order. */
export interface ArticleReport {
  readonly label: string;
  readonly chapter: string | null;
  readonly section: string | null;
  readonly text: string;
  readonly paragraphs: readonly { readonly text: string; readonly items: readonly { readonly label: string; readonly text: string }[] }[];
}

/** A deadline less its place, null for what it does not say. */
export interface DeadlineReport {
  readonly text: string;
  readonly dueOn: string | null;
  readonly recurring: string | null;
  readonly minCount: number | null;
  readonly ongoing: boolean;
  readonly immediate: boolean;
}

/** What `import --json` prints for a file that was refused. */
export interface ImportRefusal {
  readonly file: string;
  readonly ok: false;
  readonly error: { readonly code: ErrorCode; readonly message: string };
}

/** The report of a document and its tasks. `file` is the document's own. */
export function importReport(document: OfficialDocument, reading: LedgerReading): ImportReport {
  return {
    file: document.file,
    ok: true,
    document: {
      id: document.id,
      title: document.title,
      documentNumber: document.documentNumber?.printed ?? null,
      issuer: document.issuer ?? null,
      issuedOn: document.issuedOn ?? null,
      kind: document.kind,
    },
    tasks: reading.tasks.map((task) => taskReport(document, task)),
    articles: articlesOf(document).map(articleReport),
    anomalies: [...document.anomalies, ...reading.anomalies].sort((a, b) => a.span.start - b.span.start).map(({ kind, text }) => ({ kind, text })),
  };
}

/** The report of a file that was not read. */
export function refusal(file: string, error: AppError): ImportRefusal {
  return { file, ok: false, error: { code: error.code, message: error.message } };
}

function articleReport({ label, chapter, section, text, paragraphs }: Article): ArticleReport {
  return {
    label,
    chapter: chapter ?? null,
    section: section ?? null,
    text,
    paragraphs: paragraphs.map((paragraph) => ({ text: paragraph.text, items: paragraph.items.map((item) => ({ label: item.label, text: item.text })) })),
  };
}

function taskReport({ source, nodes }: OfficialDocument, task: Task): TaskReport {
  const isRow = nodes[task.node]?.kind === "row";
  return {
    ordinal: task.ordinal,
    label: task.label,
    path: task.path,
    title: task.title,
    // The body of a row is its cell, which never holds the label.
    text: isRow ? sliceOf(source, task.body) : wordsAfterLabel(source, task.body, task.label),
    assignments: task.assignments.map(({ name, role, printed }) => ({ unit: name, role, printed })),
    collective: task.collective.map(({ printed, role }) => ({ printed, role })),
    deadline: task.deadline ? deadlineReport(task.deadline) : null,
    officers: task.officers,
  };
}

/** A task's words from its heading on: what stands after the label and the comma or spaces behind it. */
function wordsAfterLabel(source: string, body: Span, label: string): string {
  const words = sliceOf(source, body);
  return words.startsWith(label) ? words.slice(label.length).replace(/^[\s，,、:：.．]+/u, "") : words;
}

function deadlineReport(deadline: Deadline): DeadlineReport {
  return {
    text: deadline.text,
    dueOn: deadline.dueOn ?? null,
    recurring: deadline.recurring ?? null,
    minCount: deadline.minCount ?? null,
    ongoing: deadline.ongoing,
    immediate: deadline.immediate,
  };
}
