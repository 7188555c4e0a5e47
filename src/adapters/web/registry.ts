import { admin } from "./admin/admin.ts";
import { api } from "./api/api.ts";
import { assets } from "./assets.ts";
import type { Feature } from "./feature.ts";
import { health } from "./health/health.ts";
import { metrics } from "./health/metrics.ts";
import { mcp } from "./mcp/mcp.ts";
import { ask } from "./pages/ask/ask.tsx";
import { exportAnswer } from "./pages/ask/export-answer.ts";
import { suggest } from "./pages/ask/suggest.ts";
import { calendar } from "./pages/calendar/calendar.tsx";
import { document } from "./pages/document/document.tsx";
import { documents } from "./pages/documents.tsx";
import { duties } from "./pages/duties/duties.tsx";
import { help } from "./pages/help.tsx";
import { picture } from "./pages/picture/picture.tsx";
import { printSize } from "./pages/print-size.ts";
import { unit } from "./pages/unit/unit.tsx";

/** Everything that the server answers, in the order of the navigation. Routes that come first win. */
export const FEATURES: readonly Feature[] = [
  assets,
  ask,
  exportAnswer,
  suggest,
  duties,
  calendar,
  picture,
  documents,
  document,
  unit,
  help,
  printSize,
  admin,
  api,
  mcp,
  health,
  metrics,
];
