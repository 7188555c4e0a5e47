import type { Span } from "../text/span.ts";
import type { Task } from "./task.ts";

/** Two neighbouring parts that are one task: the first keeps its label and title, and has all that either says. */
export function mergeTasks(into: Task, other: Task): Task {
  const around = (one: Span, two: Span): Span => ({ start: Math.min(one.start, two.start), end: Math.max(one.end, two.end) });
  const known = new Set(into.assignments.map(({ unit, role }) => `${unit} ${role}`));
  const groups = new Set(into.collective.map(({ printed, role }) => `${printed} ${role}`));
  const officers = new Set(into.officers.map(({ name, role }) => `${name} ${role}`));
  return {
    ...into,
    body: around(into.body, other.body),
    span: around(into.span, other.span),
    unitLine: into.unitLine ?? other.unitLine,
    assignments: [...into.assignments, ...other.assignments.filter(({ unit, role }) => !known.has(`${unit} ${role}`))],
    collective: [...into.collective, ...other.collective.filter(({ printed, role }) => !groups.has(`${printed} ${role}`))],
    deadline: into.deadline ?? other.deadline,
    officers: [...into.officers, ...other.officers.filter(({ name, role }) => !officers.has(`${name} ${role}`))],
    obligations: [...into.obligations, ...other.obligations],
    policyReferences: [...into.policyReferences, ...other.policyReferences],
    corrected: true,
  };
}
