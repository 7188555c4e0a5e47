import { Agent } from "node:http";
import { startChild } from "./child.ts";
import { fetchPage, firstPage, freePort } from "./http.ts";
import { type Effort, type Measurement, median } from "./measurement.ts";
import { BARE_WEB, environmentIn, PROGRAM } from "./places.ts";

/** Asked by turns: a list, units of a topic, a passage. */
const QUESTIONS = ["县司法局负责哪些任务", "行政复议由谁负责", "投资项目审批时间平均减少了百分之多少"];

const CONNECTIONS = 16;
const REQUESTS = { short: 1000, full: 4000 } as const;
const ROUNDS = { short: 3, full: 7 } as const;

/** Answers a second of the program's page, as it is bundled, beside a hono route that answers with a constant page of the same size; by turns. */
export async function measureWeb(effort: Effort, folder: string): Promise<readonly Measurement[]> {
  const [realPort, barePort] = [await freePort(), await freePort()];
  const env = environmentIn(folder);
  const real = startChild([PROGRAM, "bot"], { ...env, PORT: String(realPort) });
  const paths = QUESTIONS.map((question) => `/ask?q=${encodeURIComponent(question)}`);
  const pages = [];
  for (const path of paths) pages.push(await firstPage(realPort, path));
  const size = Math.round(pages.reduce((sum, page) => sum + page.length, 0) / pages.length);
  const bare = startChild([BARE_WEB, String(barePort), "文".repeat(Math.round(size / 3))], env);
  try {
    await firstPage(barePort, "/");
    for (const port of [realPort, barePort]) await requestsPerSecond(port, paths, REQUESTS.short);
    const rounds: { readonly real: number; readonly bare: number }[] = [];
    for (let round = 0; round < ROUNDS[effort]; round += 1) {
      rounds.push({ bare: await requestsPerSecond(barePort, paths, REQUESTS[effort]), real: await requestsPerSecond(realPort, paths, REQUESTS[effort]) });
    }
    const rate = (name: "real" | "bare") => `${median(rounds.map((round) => round[name])).toFixed(0)}/s`;
    return [
      {
        what: `ask over HTTP : bare hono route of ${(size / 1000).toFixed(0)} kB`,
        measured: `${rate("real")} : ${rate("bare")}`,
        value: median(rounds.map((round) => round.real / round.bare)),
        unit: "×",
        target: { atLeast: 0.5 },
      },
    ];
  } finally {
    await Promise.all([real.stop(), bare.stop()]);
  }
}

async function requestsPerSecond(port: number, paths: readonly string[], requests: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let sent = 0;
  const startedAt = performance.now();
  const askOn = async (): Promise<void> => {
    while (sent < requests) {
      sent += 1;
      await fetchPage(port, paths[sent % paths.length] ?? "/", agent);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, askOn));
  const perSecond = (requests * 1000) / (performance.now() - startedAt);
  agent.destroy();
  return perSecond;
}
