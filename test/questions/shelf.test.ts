import { describe, expect, test } from "vitest";
import { createTestAssistant, ordinalsOf, textOf } from "./assistant.ts";
import { ROLES_PLAN } from "./roles-plan.ts";

/** Three years of one county's plan, each a little other, and another county's plan. */
const plan = (id: string, region: string, year: number, text: string) => ({
  id,
  file: `${id}.txt`,
  text: text
    .replaceAll("松源县", region)
    .replaceAll("2022", String(year))
    .replace("〕8号", `〕${year - 2012}号`),
  tables: [],
  region,
  year,
  title: undefined,
});
const FILES = [
  plan("songyuan-2020", "松源县", 2020, ROLES_PLAN.replace(/\(六\)[^(]*/u, "")),
  plan("songyuan-2021", "松源县", 2021, ROLES_PLAN.replace("每半年至少组织2次", "每年至少组织1次")),
  plan("songyuan-2022", "松源县", 2022, ROLES_PLAN),
  plan("zhuxi-2022", "竹溪县", 2022, ROLES_PLAN.replaceAll("松政", "竹政")),
];
const { ask } = await createTestAssistant(() => ({
  stamp: "",
  digest: () => Promise.resolve("shelf"),
  read: () => Promise.resolve({ files: FILES, problems: [] }),
}));
const documentsOf = async (question: string) => [...new Set((await ask(question)).citations.map(({ document }) => document))];

describe("一架子文件", () => {
  test("没说哪年的，按最新一年答；别的年份有多少，说出来", async () => {
    const answer = await ask("松源县司法局负责哪些任务");
    expect(new Set(answer.items.map(({ document }) => document))).toEqual(new Set(["songyuan-2022"]));
    expect(answer.otherYears).toBe(11);
    expect(textOf(answer)).toContain("其他年份的文件里还有11项（2020年5项、2021年6项）");
  });

  test.each([
    ["松源县案卷评查多久一次", ["songyuan-2022"]],
    ["松源县2021年案卷评查多久一次", ["songyuan-2021"]],
    ["松源县历年案卷评查怎么要求", ["songyuan-2020", "songyuan-2021", "songyuan-2022"]],
    ["竹溪县案卷评查多久一次", ["zhuxi-2022"]],
    ["松政办发〔2021〕9号里司法局的任务", ["songyuan-2021"]],
    ["松源县司法局历年的任务", ["songyuan-2020", "songyuan-2021", "songyuan-2022"]],
  ])("%s → %j", async (question, documents) => expect((await documentsOf(question)).toSorted()).toEqual(documents));

  test.each([
    ["《竹溪县2022年法治政府建设工作要点》有几项任务", 8],
    ["松源县2020年法治政府建设工作要点里有几项任务", 7],
  ])("%s → %i项", async (question, number) => expect((await ask(question)).number).toBe(number));

  test("两个县同一部分并排列出，按文件分开", async () => {
    const answer = await ask("松源和竹溪优化营商环境各写了什么");
    expect(ordinalsOf(answer)).toEqual([1, 2, 3, 1, 2, 3]);
    expect(textOf(answer)).toContain("《竹溪县2022年法治政府建设工作要点》3项");
  });

  test("哪个县任务多：按各县最新一份数", async () => expect(textOf(await ask("哪个县任务多"))).toContain("松源县（8项）、竹溪县（8项）"));
});

describe("失效的文件", () => {
  const lapsed = { ...plan("songyuan-2023", "松源县", 2023, ROLES_PLAN), lapsed: "有效性：失效" };
  test("有效的先答；引用失效的，每次都说", async () => {
    const shelf = await createTestAssistant(() => ({
      stamp: "",
      digest: () => Promise.resolve("lapsed"),
      read: () => Promise.resolve({ files: [...FILES, lapsed], problems: [] }),
    }));
    const inForce = await shelf.ask("松源县司法局负责哪些任务");
    expect(new Set(inForce.items.map(({ document }) => document))).toEqual(new Set(["songyuan-2022"]));
    expect(textOf(inForce)).not.toContain("不再有效");
    for (const question of ["松源县2023年司法局负责哪些任务", "松源县2023年案卷评查怎么要求", "松源县2023年执法公示谁牵头"])
      expect(textOf(await shelf.ask(question))).toContain("《松源县2023年法治政府建设工作要点》已不再有效（有效性：失效），仅供查阅");
  });
});
