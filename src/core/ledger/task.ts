import type { CalendarDate, DocumentId } from "../document/official-document.ts";
import type { Span } from "../text/span.ts";
import type { UnitId } from "../units/unit.ts";

/** lead 牵头 · responsible 责任 · support 配合 */
export type Role = "lead" | "responsible" | "support";

/** A unit that a task names. */
export interface Assignment {
  readonly unit: UnitId;
  /** Printed short form, misprints mended, aliases that the document defines resolved: 县市场监管局 for 县县场监管局 */
  readonly name: string;
  readonly role: Role;
  /** Verbatim. */
  readonly printed: string;
  readonly span: Span;
  /** True where a sentence or a heading gives the duty, not a label such as 责任单位. */
  readonly inferred: boolean;
  /** True for a section of a unit (责任科室), which does not count when units are counted (contract `import.md`, rule 9). */
  readonly isOffice?: boolean;
}

/** A group of units that a task names without naming one: 各有关部门. */
export interface CollectiveAssignment {
  readonly printed: string;
  readonly role: Role;
  readonly span: Span;
}

/** 责任领导, 包案领导, 联系人: persons, never units. */
export interface Officer {
  readonly name: string;
  readonly role: string;
}

export type Recurrence = "monthly" | "quarterly" | "half-yearly" | "yearly";

/** When a task is due, by the rules 12–14 of contract `import.md`. */
export interface Deadline {
  /** Verbatim. */
  readonly text: string;
  readonly span: Span;
  readonly dueOn: CalendarDate | undefined;
  readonly recurring: Recurrence | undefined;
  readonly minCount: number | undefined;
  /** 持续推进, 长期坚持 */
  readonly ongoing: boolean;
  /** 立行立改, 即知即改 */
  readonly immediate: boolean;
}

/**
 * A measurable clause of a task: how often, how many at least, or by when.
 * `irregular` is 定期: the words ask for repetition and give no period, and none is invented.
 */
export interface Obligation {
  /** The clause, verbatim: 政府常务会议、部门办公会议每季度至少学法1次 */
  readonly text: string;
  readonly span: Span;
  readonly recurring: Recurrence | "irregular" | undefined;
  readonly minCount: number | undefined;
  readonly dueOn: CalendarDate | undefined;
}

/** A law, regulation or document that a text names: 《…》, with its number where one follows. */
export interface PolicyReference {
  /** With its title marks, verbatim: 《优化营商环境条例》 */
  readonly title: string;
  /** As printed, without the brackets around it: 国办发〔2018〕37号 */
  readonly documentNumber: string | undefined;
  /** Title and number. */
  readonly span: Span;
}

/** One entry of the duty ledger (责任台账). `ordinal` is the key; the printed label may repeat or skip. */
export interface Task {
  readonly documentId: DocumentId;
  /** Position among the document's tasks, from 1. */
  readonly ordinal: number;
  /** Index of its node in the document's outline. */
  readonly node: number;
  readonly label: string;
  /** The number that the label prints. */
  readonly number: number | undefined;
  readonly path: readonly string[];
  readonly title: string;
  /** Label, title and body, without the line that names the units. */
  readonly body: Span;
  /** Everything: body and the line that names the units. */
  readonly span: Span;
  /** The words that name the units, verbatim place; undefined where only a sentence names them. */
  readonly unitLine: Span | undefined;
  readonly assignments: readonly Assignment[];
  readonly collective: readonly CollectiveAssignment[];
  readonly deadline: Deadline | undefined;
  readonly officers: readonly Officer[];
  readonly obligations: readonly Obligation[];
  readonly policyReferences: readonly PolicyReference[];
  /** Whether a correction (更正) changed what was read; answers say so. */
  readonly corrected?: true;
}

/** A document with the tasks read from it. A report of finished work has none. */
export interface LedgerEntry {
  readonly documentId: DocumentId;
  readonly tasks: readonly Task[];
}
