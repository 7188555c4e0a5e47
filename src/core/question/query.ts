import type { CalendarDate, DocumentId } from "../document/official-document.ts";
import type { Recurrence, Role } from "../ledger/task.ts";
import type { UnitId } from "../units/unit.ts";

/** A task by its place in the ledger. */
export interface TaskRef {
  readonly document: DocumentId;
  readonly ordinal: number;
}

/** A stretch of a document that an answer quoted. */
export interface Place {
  readonly document: DocumentId;
  readonly start: number;
  readonly end: number;
}

/** Which documents a question is about. */
export interface Scope {
  /** The documents that may answer; never empty in a query that is asked. */
  readonly documents: readonly DocumentId[];
  /** Whether the question itself named a county, a year or a document. */
  readonly named: boolean;
}

/** A unit as a question names it. */
export interface AskedUnit {
  readonly unit: UnitId;
  /** How the reader wrote it. */
  readonly printed: string;
  /** The short form for the reader: 县司法局 where a document prints it so, else the register's. */
  readonly name: string;
  /** In which role it is to take part; undefined is any. */
  readonly role?: Role;
  /** It is to take part, and not in this role. */
  readonly notRole?: Role;
  /** It is to be the unit that the task names first. */
  readonly first?: true;
}

/**
 * Which tasks are meant. All given filters must hold; an empty list filters nothing.
 * Adding a filter never adds a task.
 */
export interface TaskFilter {
  readonly scope: Scope;
  /** Each of them takes part. */
  readonly allOf: readonly AskedUnit[];
  /** At least one of them takes part. */
  readonly anyOf: readonly AskedUnit[];
  /** None of them takes part. */
  readonly noneOf: readonly AskedUnit[];
  /** No named unit but those of `allOf` takes part. */
  readonly onlyThese: boolean;
  /** Collective names that must, or must not, stand in the task: 乡镇人民政府. */
  readonly collectiveAllOf: readonly string[];
  readonly collectiveNoneOf: readonly string[];
  /** Outline nodes of sections, one of which holds the task. */
  readonly sections: readonly { readonly document: DocumentId; readonly node: number }[];
  /** These tasks alone, in this order: what a title, a number or a turn before singled out. */
  readonly among: readonly TaskRef[] | undefined;
  /** Words that must stand in the task, each of them. */
  readonly words: readonly string[];
  /** Words of which one must stand in the task. */
  readonly anyWords: readonly string[];
  readonly recurrence: Recurrence | "irregular" | undefined;
  /** Beside `recurrence`: a task with either is meant. */
  readonly orRecurrence: Recurrence | "irregular" | undefined;
  /** A deadline on or before this day, and not recurring. */
  readonly dueBy: CalendarDate | undefined;
  /** A deadline on or after this day. */
  readonly dueFrom: CalendarDate | undefined;
  /** Whether a deadline or a frequency is printed at all. */
  readonly timed: boolean | undefined;
  /** At least so often: 不少于2次. */
  readonly countAtLeast: number | undefined;
  /** 立行立改 (immediate) or 长期坚持 (ongoing) */
  readonly pace: "immediate" | "ongoing" | undefined;
  /** The printed number stands twice in the document, or is not that of the place. */
  readonly misnumbered: true | undefined;
  /** At least, at most so many named units. */
  readonly unitsAtLeast: number | undefined;
  readonly unitsAtMost: number | undefined;
  /** A person among its officers: 责任领导, 包案领导. */
  readonly officer: string | undefined;
  /** What the role of that person says: 包案 in 包案领导. */
  readonly officerRole: string | undefined;
  /** A document that the task names. */
  readonly reference: DocumentNamed | undefined;
}

/** A document by its number (发文字号) or its title, as a question names it. */
export interface DocumentNamed {
  readonly printed: string;
  readonly number: { readonly agency: string; readonly year: number | undefined; readonly sequence: number } | undefined;
  readonly title: string | undefined;
}

/** What the header of a document says (GB/T 9704-2012 §7.2). */
export type DocumentFact = "issuedOn" | "documentNumber" | "issuer" | "recipients";

/** What is wanted of the tasks that a filter finds. */
export type TaskProjection = "list" | "count" | "units" | "deadlines";

/** What kind of passage answers. */
export type Wanted =
  /** what a text says of a topic */
  | "passage"
  /** a figure: how many, how much */
  | "figure"
  /** a day: when */
  | "date"
  /** how often */
  | "frequency"
  /** what a term means */
  | "definition"
  /** by which document */
  | "basis";

/** One of several facts that a question asks for at once. */
export interface Ask {
  readonly words: string;
  readonly wanted: Wanted;
  readonly measure: string | undefined;
}

/** A place in a regulation as a question names it: 第十八条之一第二款第(三)项. */
export interface AskedArticle {
  /** Negative counts from the end: -1 is 最后一条. */
  readonly number: number;
  /** The 一 of 第十八条之一; 0 where there is none. */
  readonly insertion: number;
  /** 款, from 1; -1 is the last. */
  readonly paragraph: number | undefined;
  /** 项 */
  readonly item: number | undefined;
  /** 目 */
  readonly point: number | undefined;
}

/** A chapter of a regulation as a question names it: 第三章, 第一节. */
export interface AskedChapter {
  readonly level: "编" | "章" | "节";
  readonly number: number;
}

/** A question, understood. A closed union: every kind has one way to be answered. */
export type Query =
  /** Tasks by filters. `role` limits which units are listed, and `besides` are not listed; `each` counts apart by section or by role. */
  | {
      readonly kind: "tasks";
      readonly filter: TaskFilter;
      readonly projection: TaskProjection;
      readonly role?: Role;
      readonly besides?: readonly AskedUnit[];
      readonly each?: "section" | "role";
    }
  /** One task by its number; several where the printed label repeats. */
  | {
      readonly kind: "task";
      readonly scope: Scope;
      readonly number: number;
      readonly printed: string;
      readonly found: readonly TaskRef[];
      readonly projection: "text" | "units";
    }
  /** The units of tasks whose title is the topic; `about` is the topic for the reader; `whole` where nothing of the topic was left out as unknown; `beyond` are the documents to look in when no task has it; `tasks` is empty where no title fits and the passages must say. */
  | {
      readonly kind: "topic-units";
      readonly scope: Scope;
      readonly topic: string;
      readonly tasks: readonly TaskRef[];
      readonly role: Role | undefined;
      readonly about: string;
      readonly whole: boolean;
      readonly beyond: Scope;
    }
  /** Units by the number of their tasks, or tasks by the number of their units; `from` 2 and `first` 2 is the second place; `among` compares these units alone; `role` counts tasks in that role alone; `difference` asks by how many the two compared differ. */
  | {
      readonly kind: "rank";
      readonly scope: Scope;
      readonly of: "units" | "tasks" | "sections" | "regions";
      readonly order: "most" | "fewest" | { readonly exactly: number } | { readonly atLeast: number };
      readonly from: number;
      readonly first: number;
      readonly among: readonly AskedUnit[];
      readonly role?: Role;
      readonly difference?: true;
    }
  /** How many named units there are. */
  | { readonly kind: "unit-count"; readonly scope: Scope; readonly projection: "count" | "units" }
  /** The headings of the first level, or those right below a part. */
  | {
      readonly kind: "outline";
      readonly scope: Scope;
      readonly projection: "headings" | "count";
      readonly under: { readonly document: DocumentId; readonly node: number } | undefined;
    }
  /** Articles of regulations: the places asked for, or those of a chapter, or all; their words, or how many there are. */
  | {
      readonly kind: "article";
      readonly scope: Scope;
      readonly asked: readonly AskedArticle[];
      /** From the outside in: 第三章第一节. */
      readonly chapters: readonly AskedChapter[];
      readonly wanted: "text" | "count" | "chapters" | "paragraphs" | "items";
    }
  /** Who is in charge as a person: 谁包案. `role` stands in the printed role; `among` are the tasks asked about, undefined for all; `stranger` is a person whom no task names. */
  | {
      readonly kind: "officers";
      readonly scope: Scope;
      readonly role: string | undefined;
      readonly among: readonly TaskRef[] | undefined;
      readonly stranger: string | undefined;
    }
  /** A fact of the document itself, from its header. */
  | { readonly kind: "document"; readonly scope: Scope; readonly fact: DocumentFact }
  /** Where a document number or a title is cited; or what the document of that number is. */
  | ({ readonly kind: "reference"; readonly scope: Scope } & DocumentNamed)
  /** What the passages say. `units` and `quoted` words must stand in them; `each` asks for a row of figures; `least` is the share of words that a passage must hold; `within` limits it to these tasks; `near` and `context` are the turn before. */
  | {
      readonly kind: "passages";
      readonly scope: Scope;
      readonly words: string;
      readonly wanted: Wanted;
      readonly measure: string | undefined;
      readonly units: readonly AskedUnit[];
      readonly quoted: readonly string[];
      readonly compare: boolean;
      readonly years: readonly number[];
      readonly each: boolean;
      readonly asks: readonly Ask[];
      readonly within: readonly TaskRef[] | undefined;
      readonly least?: number;
      readonly near?: readonly Place[];
      readonly context?: string;
    }
  /** More of what was shown. `shown` is how many rows there were. */
  | { readonly kind: "more"; readonly shown: number }
  /** Several readings, all to be shown. */
  | { readonly kind: "clarify"; readonly reason: ClarifyReason; readonly tasks: readonly TaskRef[]; readonly choices: readonly string[] }
  /** Known not to be in the documents. */
  | { readonly kind: "absent"; readonly reason: AbsentReason; readonly what: string; readonly scope: Scope }
  /** No question in the input. */
  | { readonly kind: "nothing" };

/** Why the program asks back. */
export type ClarifyReason = "no-lead-marked" | "ambiguous-unit" | "nothing-before" | "which-row" | "whose-unit";

/** Why the documents cannot answer. */
export type AbsentReason = "unit" | "year" | "place" | "number" | "section" | "contact" | "no-tasks" | "lead" | "long" | "command" | "no-documents";

/** What a turn leaves for the next: filters, never facts. JSON-serialisable. */
export interface Conversation {
  readonly query: Query;
  /** Tasks shown, in order. */
  readonly shown: readonly TaskRef[];
  /** Passages shown, by document and place. */
  readonly places: readonly Place[];
  /** The turn's own question, normalised, for a turn that only names what differs. */
  readonly question: string;
}

/** A query that the passages answer. */
export type PassagesQuery = Extract<Query, { kind: "passages" }>;
