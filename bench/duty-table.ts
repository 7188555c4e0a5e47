import { mkdirSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { join } from "node:path";
import { startChild } from "./child.ts";
import { fetchPage, firstPage, freePort } from "./http.ts";
import { type Effort, type Measurement, percentile } from "./measurement.ts";
import { environmentIn, PROGRAM } from "./places.ts";
import { PLAN_YEAR, planTexts } from "./plan-texts.ts";

const DOCUMENTS = 100;
const REQUESTS = { short: 100, full: 600 } as const;
const SORTS = ["title", "deadline", "unit"];
const GROUPS = ["document", "section", "unit", "month"];

/** The duty table of 10,000 tasks over HTTP, no request twice: filtered, sorted, grouped, one after another; the program's very first page apart. */
export async function measureDutyTable(effort: Effort, folder: string): Promise<readonly Measurement[]> {
  const plans = join(folder, "plans");
  mkdirSync(plans);
  for (const [number, text] of planTexts(DOCUMENTS).entries()) writeFileSync(join(plans, `plan-${number}.txt`), text);
  const env = { ...environmentIn(folder), MINGBAI_SEEDS_DIR: plans };
  // Builds the index.
  await servedBy(env, (port) => firstPage(port, "/duties"));
  return await servedBy(env, async (port) => {
    await firstPage(port, "/help");
    const first = await timeOf(port, "/duties");
    const agent = new Agent({ keepAlive: true });
    const times: number[] = [];
    for (let request = 0; request < REQUESTS[effort]; request += 1) times.push(await timeOf(port, pathOf(request), agent));
    agent.destroy();
    const [middle, nearlyAll] = [percentile(times, 0.5), percentile(times, 0.99)];
    return [
      {
        what: "duty table, 10,000 tasks: p99",
        measured: `${nearlyAll.toFixed(0)} ms, p50 ${middle.toFixed(0)} ms`,
        value: nearlyAll,
        unit: "ms",
        target: { atMost: 100 },
      },
      { what: "duty table, 10,000 tasks: the first page of all", measured: `${first.toFixed(0)} ms`, value: first, unit: "ms", target: { atMost: 3000 } },
    ];
  });
}

async function servedBy<Result>(env: Readonly<Record<string, string>>, work: (port: number) => Promise<Result>): Promise<Result> {
  const port = await freePort();
  const child = startChild([PROGRAM, "bot"], { ...env, PORT: String(port) });
  try {
    return await work(port);
  } finally {
    await child.stop();
  }
}

/** Half of the tasks or more, another condition each time; each tenth names a unit. */
function pathOf(request: number): string {
  const query = new URLSearchParams({
    words: `第${(request % 9) + 1}`,
    from: `${PLAN_YEAR}-01-${String((request % 28) + 1).padStart(2, "0")}`,
    sort: SORTS[request % SORTS.length] ?? "",
    group: GROUPS[request % GROUPS.length] ?? "",
    order: request % 2 === 0 ? "asc" : "desc",
    page: String((request % 7) + 1),
    ...(request % 10 === 0 && { unit: "县司法局" }),
    ...(request % 3 === 0 && { words: "工作", obligation: "dated" }),
    ...(request % 3 === 1 && { words: "推进" }),
  });
  return `/duties?${query}`;
}

async function timeOf(port: number, path: string, agent?: Agent): Promise<number> {
  const startedAt = performance.now();
  const page = await fetchPage(port, path, agent);
  if (!page.includes('scope="row"')) throw new Error(`${path} has no row`);
  return performance.now() - startedAt;
}
