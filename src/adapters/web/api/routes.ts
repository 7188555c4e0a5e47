import type { ApiRoute } from "./route.ts";
import { askByAddress, askByBody } from "./routes/ask.ts";
import { document, documents, passages, source } from "./routes/documents.ts";
import { importDocument } from "./routes/import.ts";
import { calendar, task, tasks, units } from "./routes/tasks.ts";

/** Everything that programs can ask, in the order of the OpenAPI document. */
export const ROUTES: readonly ApiRoute[] = [askByAddress, askByBody, tasks, task, units, calendar, documents, document, source, passages, importDocument];
