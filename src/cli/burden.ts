import { type BurdenReport, countBurden } from "../app/office/burden.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { write } from "./edge.ts";
import { readStore } from "./office-at-hand.ts";
import * as say from "./office-messages.zh.ts";
import { renderTable } from "./table.ts";

const DEFAULT_WEEKS = 4;
const MAX_WEEKS = 53;
const NOTHING: BurdenReport = { weeks: [], burdens: [] };

/** `mingbai burden`: how many messages each chat was sent, week by week. */
export async function runBurden({ edge, values }: CommandCall): Promise<number> {
  const weeks = readWeeks(values.get("weeks"));
  const { weeks: mondays, burdens } = await readStore(edge, (store) => countBurden(store, Date.now(), weeks), NOTHING);
  if (burdens.length === 0) {
    await write(edge.stdout, `${say.nothingSent(weeks)}\n`);
    return 0;
  }
  const rows = burdens.map((burden) => [...burden.counts.map(String), String(burden.counts.reduce((sum, count) => sum + count, 0)), say.chatName(burden)]);
  const sums = mondays.map((_, index) => burdens.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0));
  const total = [...sums.map(String), String(sums.reduce((sum, count) => sum + count, 0)), say.allChats(burdens.length)];
  await write(edge.stdout, renderTable([...mondays.map(say.weekFrom), ...say.BURDEN_COLUMNS], [...rows, total]));
  return 0;
}

/** @throws {AppError} `usage` */
function readWeeks(text: string | undefined): number {
  if (text === undefined) return DEFAULT_WEEKS;
  const weeks = /^\d{1,3}$/u.test(text) ? Number(text) : 0;
  if (weeks < 1 || weeks > MAX_WEEKS) throw new AppError("usage", say.badWeeks(text, MAX_WEEKS));
  return weeks;
}
