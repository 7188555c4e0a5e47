import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { useProgram } from "./program.ts";

const program = useProgram();

/** A place of its own. The machine's time zone changes nothing. */
function place(name: string): Record<string, string> {
  return { MINGBAI_HOME: join(program.folder, name), TZ: "America/New_York" };
}

describe("mingbai remind", () => {
  test("看某个单位某一天会收到什么、为什么；不建存储", async () => {
    const env = place("preview");
    const { status, stdout } = await program.run(["remind", "--at", "2020-09-17T09:00", "--dry-run", "--unit", "县司法局"], { env });
    expect(status).toBe(0);
    expect(stdout).toContain("2020-09-17（周四，工作日）");
    expect(stdout).toContain("原因：订阅了县司法局的任务\n发送时间：09:00\n\n今日提醒：2项（9月17日）");
    expect(stdout).toContain("⟦十、(三十七)⟧\n「乡镇政府每季度至少召开1次专题政府常务会、部门办公会」\n第三季度9月30日结束，还有10个工作日。");
    expect(existsSync(env["MINGBAI_HOME"] ?? "")).toBe(false);
  });

  test.each([
    [["--at", "2020-09-25T09:00", "--dry-run"], "还没有会话订阅提醒"],
    [["--at", "2020-10-03", "--dry-run", "--all"], "休息日不发提醒，下一个工作日是2020-10-09。"],
    [["--at", "2026-09-17T09:00", "--dry-run", "--all"], "这一天没有要提醒的。"],
    [["--at", "2027-03-01T09:00", "--dry-run", "--all"], "2027年的放假安排还没有录入，按周一至周五算。"],
  ])("%j", async (words, said) => {
    expect(await program.run(["remind", ...words], { env: place("preview") })).toMatchObject({ status: 0, stdout: expect.stringContaining(said) });
  });

  test.each([
    [["--all"], 2, "请加上 --dry-run"],
    [["--dry-run", "--at", "昨天"], 2, "「昨天」不是时间"],
    [["--dry-run", "--at", "2020-02-30"], 2, "「2020-02-30」不是时间"],
    [["--dry-run", "--unit", "县火星局"], 1, "不认识「县火星局」"],
    [["--dry-run", "--unit", "县司法局", "--all"], 2, "不能同时用"],
  ])("%j：一句话说清楚", async (words, status, said) => {
    expect(await program.run(["remind", ...words], { env: place("preview") })).toMatchObject({ status, stderr: expect.stringContaining(said) });
  });
});

describe("mingbai calendar", () => {
  test("一个单位的到期日，日历读得出来", async () => {
    const { stdout } = await program.run(["calendar", "--ics", "--unit", "县司法局", "--document", "xiping-2020"]);
    const events = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents("vevent");
    expect(events.map((event) => `${event.getFirstPropertyValue("dtstart")}`).sort()).toEqual([
      "2020-09-30",
      "2020-09-30",
      "2020-12-31",
      "2020-12-31",
      "2020-12-31",
      "2020-12-31",
    ]);
  });
});

describe("mingbai holidays", () => {
  test("录入、查看、删除，记入审计；录入的日子算数", async () => {
    const env = place("holidays");
    const file = join(program.folder, "2027.yaml");
    writeFileSync(file, "放假:\n  国庆节: 2027-10-01 至 2027-10-07\n  元旦: 2027-01-01\n上班: [2027-10-09]\n");
    expect(await program.run(["holidays", "set", file], { env })).toMatchObject({ status: 0, stdout: "已录入9天。\n" });
    expect((await program.run(["holidays", "add", "2027年6月9日", "端午节"], { env })).stdout).toBe("已录入1天。\n");
    const { stdout } = await program.run(["holidays", "list", "2027"], { env });
    expect(stdout).toMatch(/2027-10-07 +放假 +国庆节 +自己录入/u);
    expect(stdout).toMatch(/2027-10-09 +上班 +调休上班 +自己录入/u);
    expect(stdout).toContain("2027年的放假安排还没有录入");
    const free = await program.run(["remind", "--at", "2027-10-05", "--dry-run", "--all"], { env });
    expect(free.stdout).toContain("下一个工作日是2027-10-08");
    expect((await program.run(["holidays", "remove", "2027-06-09"], { env })).stdout).toContain("已删除2027-06-09");
    expect((await program.run(["holidays", "remove", "2027-06-09"], { env })).stdout).toContain("不用删");
    const audit = JSON.parse((await program.run(["audit", "--format", "json"], { env })).stdout) as readonly { readonly action: string }[];
    expect(audit.map(({ action }) => action).sort()).toEqual(["holidays_remove", "holidays_set", "holidays_set"]);
  });

  test.each([
    [["frob"], 2, "用法：holidays list 2027"],
    [["add", "2027-02-30", "春节"], 2, "「2027-02-30」不是日期"],
    [["add", "2027-02-10"], 2, "用法：holidays"],
    [["list", "去年"], 2, "「去年」不是年份"],
    [["set", "没有.yaml"], 1, "找不到文件「没有.yaml」"],
  ])("%j：一句话说清楚", async (words, status, said) => {
    expect(await program.run(["holidays", ...words], { env: place("holidays") })).toMatchObject({ status, stderr: expect.stringContaining(said) });
  });

  test.each(["a: 1", "放假: {春节: 明天}", "放假: {春节: 2027-02-10 至 2027-02-01}", "上班: []", "放假: {元旦: 2027-01-01}\n上班: [2027-01-01]", "[", ""])(
    "不合格式的文件「%s」什么也不改",
    async (text) => {
      const file = join(program.folder, "坏.yaml");
      writeFileSync(file, text);
      const env = place("bad");
      expect(await program.run(["holidays", "set", file], { env })).toMatchObject({ status: 1, stderr: expect.stringContaining("应写成：放假") });
    },
  );
});
