import type { Answer, Block } from "./answer.ts";
import { makeAnswer } from "./make-answer.ts";

/** An honest «no»: what was searched, what is near and is not the answer, what to ask instead. */
export function notFound({
  understood,
  text,
  notes = [],
  suggestions = [],
}: {
  understood: string;
  text: string;
  notes?: readonly Block[];
  suggestions?: readonly string[];
}): Answer {
  const hint: Block[] = suggestions.length > 0 ? [{ kind: "note", text: `可以问：${suggestions.slice(0, 3).join(" / ")}` }] : [];
  return makeAnswer({
    behaviour: "not_found",
    understood,
    blocks: [{ kind: "text", text, strong: true }, ...notes, ...hint],
    suggestions,
  });
}
