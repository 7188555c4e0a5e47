import { parseNumeral } from "../text/numerals.ts";
import type { QuietHours } from "./subscription.ts";

const DAY_PART = "凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜里|夜间|夜|半夜";
const NUMBER = "\\d{1,2}|[〇零一二两三四五六七八九十]{1,3}";
const TIME = `(?:(?:次日|第二天|翌日|隔天|明早(?=\\d)|当天|每天|每晚)?(?<part#>${DAY_PART})?(?<hour#>${NUMBER})(?:[:点时](?:(?<half#>半)|(?<minute#>${NUMBER})分?|整|钟)?)?)`;
const HOURS = new RegExp(`^(?:每天|每日)?(?:从)?${TIME.replaceAll("#", "1")}(?:到|至|-|~|—|–)+${TIME.replaceAll("#", "2")}(?:免打扰|不提醒|不打扰)?$`, "u");

/**
 * Reads the times between which a chat is left in peace: 20:00-8:00, 20：00至次日8：00, 晚8点到早8点半.
 * @returns undefined for what is no such pair of times, or where both are the same
 */
export function parseQuietHours(words: string): QuietHours | undefined {
  const groups = HOURS.exec(words.normalize("NFKC").replace(/\s+/gu, ""))?.groups;
  const from = groups && minuteOf(groups, "1");
  const to = groups && minuteOf(groups, "2");
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

/** 20:00-8:00 as it is told: 20:00至次日8:00. */
export function printQuietHours({ from, to }: QuietHours): string {
  return `${clockOf(from)}至${to < from ? "次日" : ""}${clockOf(to)}`;
}

function clockOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

function minuteOf(groups: Readonly<Record<string, string | undefined>>, index: string): number | undefined {
  const hour = parseNumeral(groups[`hour${index}`] ?? "");
  const minute = groups[`half${index}`] ? 30 : parseNumeral(groups[`minute${index}`] ?? "0");
  if (hour === undefined || minute === undefined || hour > 24 || minute > 59) return undefined;
  const part = groups[`part${index}`] ?? "";
  const late = /下午|傍晚|晚/u.test(part) || (/夜/u.test(part) && hour > 6);
  // 晚12点 and 24点 are midnight.
  const inDay = late && hour === 12 ? 24 : late && hour < 12 ? hour + 12 : hour;
  return (inDay * 60 + minute) % (24 * 60);
}
