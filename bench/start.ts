import { spawnSync } from "node:child_process";
import process from "node:process";
import { type Effort, type Measurement, median } from "./measurement.ts";
import { environmentIn, PROGRAM } from "./places.ts";

const ROUNDS = { short: 10, full: 40 } as const;

/** The bundled `mingbai ask` from the start of its process to its end, its index being there, beside a Node that does nothing; one after the other. */
export function measureStart(effort: Effort, folder: string): readonly Measurement[] {
  const ask = () => millisecondsOf([PROGRAM, "ask", "县司法局负责哪些任务"], folder);
  const node = () => millisecondsOf(["-e", "0"], folder);
  // The first run builds the index; the next has it and the files in the system's memory.
  for (let warmUp = 0; warmUp < 3; warmUp += 1) void [ask(), node()];
  const rounds = Array.from({ length: ROUNDS[effort] }, () => ({ node: node(), ask: ask() }));
  const [askMs, nodeMs] = [median(rounds.map((round) => round.ask)), median(rounds.map((round) => round.node))];
  return [
    {
      what: "mingbai ask, start to exit : node -e 0",
      measured: `${askMs.toFixed(1)} ms : ${nodeMs.toFixed(1)} ms`,
      value: askMs / nodeMs,
      unit: "×",
      target: { atMost: 3 },
    },
  ];
}

function millisecondsOf(args: readonly string[], folder: string): number {
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env: environmentIn(folder), stdio: ["ignore", "ignore", "pipe"] });
  const endedAt = performance.now();
  if (status !== 0) throw new Error(`node ${args.join(" ")} failed: ${stderr}`);
  return endedAt - startedAt;
}
