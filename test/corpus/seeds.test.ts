import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import unitData from "../../data/units.json" with { type: "json" };
import { parseDocument } from "../../src/core/document/index.ts";
import { createCorpus, readLedger } from "../../src/core/ledger/index.ts";
import { sliceOf } from "../../src/core/text/span.ts";
import { createUnitRegister } from "../../src/core/units/index.ts";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const lines = <Line>(path: string): readonly Line[] =>
  read(path)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const register = createUnitRegister(unitData);

interface GoldTask {
  readonly ordinal: number;
  readonly label: string;
  readonly title: string;
  readonly units: readonly string[];
  readonly collective: readonly string[];
  readonly section: string;
}
interface GoldNode {
  readonly path: readonly string[];
  readonly kind: "preface" | "sec" | "sub" | "num" | "item";
  readonly title: string | null;
  readonly text: string;
}

describe("西平县 2020 年度工作安排", () => {
  const source = read("../../seeds/xiping-2020-rule-of-law-plan.txt");
  const plan = parseDocument(source, { id: "xiping-2020", file: "plan.txt", region: "西平县", year: 2020 });
  const ledger = readLedger(plan, register);
  const gold = lines<GoldTask>("xiping.ledger.jsonl");

  test("版头", () =>
    expect(plan).toMatchObject({
      title: "西平县2020年度法治政府建设工作安排",
      documentNumber: { printed: "西政办〔2020〕20号" },
      issuer: "西平县人民政府办公室",
      primaryRecipients: ["各乡镇人民政府", "各街道办事处", "产业集聚区管委会", "县直有关单位"],
      issuedOn: "2020-07-08",
      kind: "work_plan",
    }));

  test("任务的个数", () => expect(ledger.tasks).toHaveLength(gold.length));

  test.each(gold)("第 $ordinal 项 $label", (task) => {
    const found = ledger.tasks[task.ordinal - 1];
    expect(found).toMatchObject({ ordinal: task.ordinal, label: task.label, title: task.title, path: [task.section, task.label] });
    expect(found?.assignments.map(({ name }) => name)).toEqual(task.units);
    expect(found?.collective.map(({ printed }) => printed)).toEqual(task.collective);
  });

  test("印错的序号和名称", () =>
    expect([...plan.anomalies, ...ledger.anomalies].map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "duplicate_label (二十五)",
      "skipped_label (二十三)",
      "unit_misprint 县县场监管局",
    ]));

  test.each([
    [5, "年内实现热点民生服务事项掌上办、随身办"],
    [6, "按照国家统一部署和“一年一修、动态调整”的工作要求"],
    [10, "通过定期调阅抽查制定机关的发文登记簿和有关文件"],
    [10, "按季度对工作情况进行通报等方式"],
    [11, "定期清理、修改、废止规范性文件"],
    [30, "定期通报典型败诉案例及责任追究情况"],
    [33, "全年至少举办2期领导班子参加的法治专题讲座"],
    [33, "1期领导干部参加的法治专题培训班"],
    [33, "政府常务会议、部门办公会议每季度至少学法1次"],
    [35, "全年至少举办1期行政执法人员参加的法治专题培训班"],
    [37, "乡镇政府每季度至少召开1次专题政府常务会、部门办公会"],
    [37, "2020年实现县平台的全面运行"],
    [37, "做好2020年度全县依法行政考核工作"],
  ])("第 %d 项的要求：%s", (ordinal, text) => expect(ledger.tasks[ordinal - 1]?.obligations.map((obligation) => obligation.text)).toContain(text));

  test("政策依据带文号", () =>
    expect(
      ledger.tasks.flatMap(({ ordinal, policyReferences }) =>
        policyReferences.flatMap(({ documentNumber }) => (documentNumber ? [`${ordinal} ${documentNumber}`] : [])),
      ),
    ).toEqual(["10 国办发〔2018〕37号", "10 国办发〔2018〕115号"]));

  test("结语在最后一项之外", () => expect(plan.nodes.at(-1)).toMatchObject({ kind: "closing", path: [] }));

  test("县司法局 29 项，21 个单位，十个部分", () => {
    const corpus = createCorpus([plan], [ledger], register);
    expect(corpus.tasksNaming(register.readName("县司法局").unit)).toHaveLength(29);
    expect(corpus.namesOf("xiping-2020").size).toBe(21);
    expect(corpus.sectionsOf("xiping-2020").map(({ tasks }) => tasks.length)).toEqual([9, 3, 3, 4, 4, 3, 2, 4, 3, 5]);
  });
});

describe("南昌县 2019 年度报告", () => {
  const source = read("../../seeds/nanchang-2019-rule-of-law-report.txt");
  const report = parseDocument(source, { id: "nanchang-2019", file: "report.txt", region: "南昌县", year: 2019, title: "南昌县2019年法治政府建设情况报告" });
  const gold = lines<GoldNode>("nanchang.outline.jsonl");

  test.each(gold.map((part) => [part.path.join(" "), part] as const))("%s", (_, { path, kind, title, text }) => {
    const node = report.nodes.find((one) => (kind === "preface" ? one.kind === "lead" : one.kind !== "line" && one.path.join(" ") === path.join(" ")));
    const words = node ? sliceOf(source, node.span) : "";
    // A part with numbered parts below it holds them; the gold gives its heading alone.
    expect(kind === "sec" || kind === "sub" ? words.slice(0, text.length) : words).toBe(text);
    if (kind !== "item" && kind !== "preface") expect(node?.title).toBe(title);
    if (kind === "item") expect(node?.kind).toBe("item");
  });

  test("没有别的条目，没有错漏", () => {
    expect(report.nodes.filter((node) => node.label !== "")).toHaveLength(gold.length - 1);
    expect(report.anomalies).toEqual([]);
  });

  test("报告没有任务", () => {
    expect(report.kind).toBe("annual_report");
    expect(readLedger(report, register).tasks).toEqual([]);
  });
});
