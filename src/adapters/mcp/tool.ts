import type * as z from "zod";
import type { Assistant } from "../../app/ask.ts";
import { readArguments } from "./read-arguments.ts";

/** What the tools answer from. */
export type Answering = Pick<Assistant, "ask" | "corpus" | "findUnit" | "searchPassages">;

/** What a tool gives: data by its output schema, and the same for who reads, a text after another. */
export interface Given<Data> {
  readonly data: Data;
  readonly texts: readonly string[];
}

interface ToolDefinition<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  /** For an agent that has to choose: what it gives, when to take it and when another. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  /** @throws {ToolFault} for what is not there or not clear */
  answer(assistant: Answering, input: z.infer<Input>): Promise<Given<z.infer<Output>>>;
}

/** A tool as the server calls it. */
export interface Tool extends Omit<ToolDefinition<z.ZodObject, z.ZodObject>, "answer"> {
  /** @throws {ToolFault} for bad arguments, too */
  call(assistant: Answering, given: unknown): Promise<Given<Readonly<Record<string, unknown>>>>;
}

export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>({ answer, ...described }: ToolDefinition<Input, Output>): Tool {
  return { ...described, call: (assistant, given) => answer(assistant, readArguments(described.input, given)) };
}
