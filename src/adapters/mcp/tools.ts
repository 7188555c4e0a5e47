import type { Tool } from "./tool.ts";
import { ask } from "./tools/ask.ts";
import { documents } from "./tools/documents.ts";
import { duties } from "./tools/duties.ts";
import { search } from "./tools/search.ts";
import { task } from "./tools/task.ts";

/** All tools, in the order in which an agent is told of them. */
export const TOOLS: readonly Tool[] = [ask, duties, task, search, documents];
