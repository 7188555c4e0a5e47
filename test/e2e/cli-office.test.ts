import { join } from "node:path";
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/adapters/store/store.ts";
import { dateInChina } from "../../src/app/date-in-china.ts";
import { useProgram } from "./program.ts";

const program = useProgram();
const home = join(program.folder, "home");
const LIAISON = "telegram:700301";
const DAY_MS = 24 * 60 * 60 * 1000;

describe("还没有用过机器人", () => {
  test("misses、burden 说明没有；办理情况是空的表；都不建数据库", async () => {
    const [misses, burden, progress] = await Promise.all(
      [["misses"], ["burden", "--weeks", "2"], ["ledger", "--progress", "--unit", "县统计局"]].map((args) => program.run(args)),
    );
    expect(misses?.stdout).toBe("没有记下查不到的或答得不好的问题。\n");
    expect(burden?.stdout).toBe("最近 2 周没有发过提醒和通知。\n");
    expect(progress?.stdout).toMatch(/县统计局\s+发挥综合监督作用.*六、\(二十五\)\n本功能不作考核依据/u);
  });
  test.each([
    [["burden", "--weeks", "0"], "--weeks 要写 1 到 53 的整数"],
    [["ledger", "--progress", "--format", "json"], "办理情况没有 JSON 格式"],
    [["ledger", "--progress", "--unit", "火星局"], "火星局"],
  ])("%j → 一句话说明怎么改", async (args, words) => {
    const { status, stdout, stderr } = await program.run(args);
    expect([status === 0, stdout]).toEqual([false, ""]);
    expect(stderr).toContain(words);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});

describe("用过以后", () => {
  beforeAll(async () => {
    const store = await openStore({ directory: home });
    await store.recordFeedback("=火星归谁管", "not_found", Date.parse("2026-11-20T09:00:00+08:00"));
    await store.recordFeedback("县司法局电话", "disliked", Date.parse("2026-11-20T09:00:00+08:00"));
    await store.recordFeedback("第21项", "liked", Date.parse("2026-11-20T09:00:00+08:00"));
    await store.saveGrant({ person: LIAISON, role: "liaison", unit: "县统计局" });
    const said = { documentId: "xiping-2020", ordinal: 25, unit: "县统计局", state: "done", note: "=1+1", person: LIAISON } as const;
    await store.saveProgress({ ...said, atMs: Date.parse("2020-12-01T09:00:00+08:00") });
    await store.saveChat("telegram:-1", { kind: "group", title: "法治工作群" });
    await store.saveChat("telegram:7", { kind: "private", unit: "县司法局" });
    const [now, before] = [Date.now(), Date.now() - 7 * DAY_MS];
    const row = (what: string, chat: string) => ({
      what,
      occasion: "-",
      chat,
      notice: { title: "通知", paragraphs: [] },
      notBeforeMs: 0,
      expiresAtMs: undefined,
    });
    await store.putIntoOutbox(
      [row("broadcast:1", "telegram:-1"), row("broadcast:1", "telegram:7"), row("broadcast:2", "telegram:-1"), row("broadcast:3", "telegram:-1")],
      now,
    );
    const rows = await store.outboxRows({});
    for (const { id, chat, what } of rows) {
      if (what === "broadcast:3") continue;
      await store.lease("test", { id, chat });
      await store.recordSent("test", id, "1", what === "broadcast:1" ? before : now);
    }
    await store.close();
  });

  test("misses 列出查不到的和不满意的，不列满意的；CSV 里不成公式", async () => {
    const { stdout } = await program.run(["misses"]);
    expect(stdout).toContain("没有查到  1     2026-11-20 09:00:00  =火星归谁管");
    expect(stdout).toContain("县司法局电话");
    expect(stdout).not.toContain("第21项");
    expect((await program.run(["misses", "--format", "csv"])).stdout).toContain("'=火星归谁管");
    expect(JSON.parse((await program.run(["misses", "--format", "json"])).stdout)).toHaveLength(2);
  });
  test("burden 按群和周数出发过的条数，私聊不写是谁", async () => {
    const lines = (await program.run(["burden", "--weeks", "2"])).stdout.trimEnd().split("\n");
    const [, month, day] = dateInChina(Date.now()).split("-").map(Number);
    expect(month && day && lines[0]).toMatch(/^\d+月\d+日起 +\d+月\d+日起 +合计 +群$/u);
    expect(lines.slice(2).map((line) => line.replace(/ +/gu, " "))).toEqual(["1 1 2 法治工作群", "1 0 1 县司法局的私聊", "2 1 3 全部 2 个"]);
  });
  test("ledger --progress：表、CSV、xlsx 都写明谁按角色、哪天、出处；没有公式", async () => {
    const { stdout } = await program.run(["ledger", "--progress", "--unit", "统计局"]);
    expect(stdout).toMatch(/已办结\s+=1\+1\s+联络员\s+2020-12-01\s+《西平县2020年度法治政府建设工作安排》/u);
    expect((await program.run(["ledger", "--progress", "--format", "csv"])).stdout).toContain("已办结,'=1+1,联络员,2020-12-01");
    const child = program.start(["ledger", "--progress", "--format", "xlsx"]);
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    await new Promise((resolve) => child.on("close", resolve));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.concat(chunks) as unknown as ArrayBuffer);
    const rows = workbook.worksheets[0]?.getSheetValues() as unknown[][];
    expect(rows[1]?.slice(1)).toEqual(["单位", "任务", "时限原文", "时限", "办理情况", "补充", "谁填的", "什么时候", "出处"]);
    expect(rows.find((row) => row?.[5] === "已办结")?.slice(1, 9)).toEqual([
      "县统计局",
      "发挥综合监督作用",
      undefined,
      undefined,
      "已办结",
      "=1+1",
      "联络员",
      "2020-12-01",
    ]);
    expect(rows.at(-1)?.[1]).toContain("本功能不作考核依据");
  });
});
