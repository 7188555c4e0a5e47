import { type Answer, type AnswerItem, type Behaviour, type Citation, renderPlainText } from "../core/answer/index.ts";

/** An answer as other programs read it, field by field as the `ask --jsonl` contract names them. */
interface ContractAnswer {
  readonly behaviour: Behaviour;
  readonly understood: string;
  readonly items: readonly AnswerItem[];
  readonly units: readonly string[];
  readonly collective: readonly string[];
  readonly number: number | null;
  /** The first page, at most 4,096 characters. */
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly suggestions: readonly string[];
}

export function toContractAnswer(answer: Answer): ContractAnswer {
  const { behaviour, understood, items, units, collective, number, citations, suggestions } = answer;
  return { behaviour, understood, items, units, collective, number, text: renderPlainText(answer), citations, suggestions };
}
