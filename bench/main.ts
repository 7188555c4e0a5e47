import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureAsk } from "./ask.ts";
import { measureDelivery } from "./deliver.ts";
import { measureDutyTable } from "./duty-table.ts";
import { measureImport } from "./import.ts";
import { type Effort, isMet, type Measurement } from "./measurement.ts";
import { measureMemory } from "./memory.ts";
import { measurePlan } from "./plan.ts";
import { measureStart } from "./start.ts";
import { measureTelegram } from "./telegram.ts";
import { measureUnderstanding } from "./understanding.ts";
import { measureWeb } from "./web.ts";

const MEASURES: Readonly<Record<string, (effort: Effort, folder: string) => readonly Measurement[] | Promise<readonly Measurement[]>>> = {
  start: measureStart,
  ask: measureAsk,
  understanding: measureUnderstanding,
  import: measureImport,
  plan: measurePlan,
  memory: measureMemory,
  telegram: measureTelegram,
  delivery: measureDelivery,
  web: measureWeb,
  "duty-table": measureDutyTable,
};

/** Runs the measures whose name holds `filter`, one after another, each in a folder of its own, and prints a line for each figure. @returns whether every target is met */
export async function measure(filter: string, effort: Effort): Promise<boolean> {
  const chosen = Object.entries(MEASURES).filter(([name]) => name.includes(filter));
  if (chosen.length === 0) throw new Error(`no measure is called «${filter}»: ${Object.keys(MEASURES).join(", ")}`);
  print(["what", "measured", "ratio", "target", ""]);
  let allMet = true;
  for (const [, run] of chosen) {
    const folder = mkdtempSync(join(tmpdir(), "mingbai-bench-"));
    try {
      for (const measurement of await run(effort, folder)) {
        allMet &&= isMet(measurement);
        print(lineOf(measurement));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return allMet;
}

function lineOf(measurement: Measurement): readonly string[] {
  const { what, measured, value, unit, target } = measurement;
  const limit = "atMost" in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
  return [what, measured, unit === "×" ? `${value.toFixed(2)} ×` : "", `${limit} ${unit}`, isMet(measurement) ? "met" : "NOT MET"];
}

const WIDTHS = [50, 24, 8, 10];

function print(cells: readonly string[]): void {
  console.log(
    cells
      .map((cell, index) => cell.padEnd(WIDTHS[index] ?? 0))
      .join("")
      .trimEnd(),
  );
}
