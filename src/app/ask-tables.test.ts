import { beforeAll, describe, expect, test } from "vitest";
import { line, table } from "../../test/documents/table-blocks.ts";
import { createTestAssistant, textOf } from "../../test/questions/assistant.ts";
import { layOut } from "../core/document/source-text.ts";

const { text, tables } = layOut([
  line("青石市2021年重点工作任务分解表"),
  table(
    ["序号", "重点任务", "具体措施", "包案领导", "牵头单位", "责任单位", "责任科室", "完成时限"],
    ["一、农业农村", "<", "<", "<", "<", "<", "<", "<"],
    ["1", "保障粮食安全", "粮食播种面积稳定在四十万亩", "周立恒", "市农业农村局", "市自然资源和规划局", "耕地保护科", "年内"],
    ["2", "^", "新建高标准农田一万亩", "^", "^", "市水利局、市财政局", "", "2021年9月底前"],
    ["二、民生保障", "<", "<", "<", "<", "<", "<", "<"],
    ["3", "发展学前教育", "新建公办幼儿园六所", "罗静", "市教育局", "各镇（街道）", "", "8月20日前"],
    ["4", "开展技能培训", "举办培训班", "罗静", "市人社局", "市总工会", "就业科", "每季度不少于2次"],
    ["5", "整治噪声扰民", "开展夜间巡查", "周立恒", "市公安局", "市生态环境局", "", "立行立改"],
    ["6", "普及急救知识", "举办应急救护培训，培训持证救护员一千名", "罗静", "市红十字会", "各镇（街道）", "", "每年不少于12期"],
    ["7", "督查进度", "通报项目进展", "周立恒", "市政府督查室", "", "", "每月"],
  ),
]);
const file = { id: "qingshi-2021", file: "qingshi.docx", text, tables, region: undefined, year: undefined, title: undefined };
const assistant = createTestAssistant(() => ({
  stamp: "tables",
  digest: () => Promise.resolve("tables"),
  read: () => Promise.resolve({ files: [file], problems: [] }),
}));

// Loading takes its time on a busy machine, and is no test's.
beforeAll(async () => {
  await assistant;
}, 60_000);

describe("问表格里的任务", () => {
  test.each<readonly [string, readonly number[]]>([
    ["市农业农村局牵头哪些任务", [1, 2]],
    ["市财政局有哪些任务", [2]],
    ["罗静包案的有哪些", [3, 4, 6]],
    ["周立恒包案、市公安局牵头的有哪些", [5]],
    ["每季度要做的有哪些", [4]],
    ["立行立改的有哪些", [5]],
    ["2021年9月底前要完成什么", [2, 3]],
    ["由两个以上单位负责的任务有哪些", [1, 2, 4, 5]],
    ["民生保障有哪些任务", [3, 4, 5, 6, 7]],
    ["市教育局的任务什么时候完成", [3]],
    ["整治噪声扰民的完成时限", [5]],
    ["哪些工作每月或者每季度都要开展", [4, 7]],
    ["每季度和每年要做的有哪些", [4, 6]],
    ["每月或每年要做的有哪些", [6, 7]],
    ["哪些任务的完成时限是2021年9月底以前", [2, 3]],
    ["哪些项目的时限在9月底前", [2, 3]],
    ["有哪些任务", [1, 2, 3, 4, 5, 6, 7]],
  ])("%s → %j", async (question, expected) => expect((await (await assistant).ask(question)).items.map(({ ordinal }) => ordinal)).toEqual(expected));

  test("单位写在合并的单元格里：引出那一格", async () => {
    const answer = await (await assistant).ask("新建高标准农田由哪个单位牵头");
    expect(answer.units).toEqual(["市农业农村局"]);
    expect(answer.citations.map(({ quote }) => quote)).toEqual(["新建高标准农田一万亩", "市农业农村局", "市水利局、市财政局"]);
  });

  test("问什么时候完成：时间一列的原文，推出的日子另注", async () => {
    const answer = await (await assistant).ask("市教育局的任务什么时候完成");
    expect(answer.citations.map(({ quote }) => quote)).toEqual(["8月20日前"]);
    expect(textOf(answer)).toContain("2021-08-20");
  });

  test.each([
    ["救护员培训每年不少于多少期", 12, "每年不少于12期"],
    ["急救知识普及全年至少几期", 12, "每年不少于12期"],
    ["应急救护培训一年要举办多少期", 12, "每年不少于12期"],
    ["技能培训每季度至少几次", 2, "每季度不少于2次"],
  ])("次数写在另一列：%s → %d", async (question, number, quote) => {
    const answer = await (await assistant).ask(question);
    expect([answer.number, answer.citations.map((citation) => citation.quote)]).toEqual([number, [quote]]);
  });

  test("标题相同的几行，列出时说各是什么", async () => {
    const words = textOf(await (await assistant).ask("市农业农村局牵头哪些任务"));
    for (const shown of ["1．保障粮食安全：「粮食播种面积稳定在四十万亩」", "2．保障粮食安全：「新建高标准农田一万亩」"]) expect(words).toContain(shown);
  });

  test("引文都是原文的一段", async () => {
    for (const question of ["第2项是什么", "发展学前教育谁负责", "培训班怎么办", "市总工会有哪些任务"]) {
      const { citations } = await (await assistant).ask(question);
      expect(citations.length, question).toBeGreaterThan(0);
      for (const { start, end, quote } of citations) expect(text.slice(start, end)).toBe(quote);
    }
  });
});
