import { beforeAll, describe, expect, test } from "vitest";
import units from "../../../data/units.json" with { type: "json" };
import type { PassageIndex, Segmenter } from "../../app/ports.ts";
import { parseDocument } from "../../core/document/index.ts";
import { passagesOf } from "../../core/search/passages-of.ts";
import { userWordsOf } from "../../core/search/user-words.ts";
import { sliceOf } from "../../core/text/span.ts";
import { buildPassageIndex, loadPassageIndex } from "./minisearch-index.ts";
import { loadSegmenter } from "./segmenter.ts";

const SOURCE = `某某县2021年法治政府建设工作报告
一、行政复议和应诉
(一)办案情况。全年收到复议申请42件,受理31件,维持2件。
(二)出庭应诉。负责人出庭率达到100%。
二、普法宣传
(一)法律明白人。培训法律明白人近4万人,骨干约2500人。
(二)送法下乡。开展宣讲200场,发放PPP政策手册1.5万份。
三、矛盾纠纷化解
(一)人民调解。调解纠纷1633件,成功率98%。
(二)公共法律服务。为困难群众办理法律援助案件72件。
`;
const document = parseDocument(SOURCE, { id: "report", file: "report.txt" });
const passages = passagesOf(document, { documentId: document.id, tasks: [] });

let segmenter: Segmenter;
let index: PassageIndex;
beforeAll(async () => {
  segmenter = await loadSegmenter({ choice: "node-rs", userWords: userWordsOf(units.units) });
  index = loadPassageIndex(buildPassageIndex([document], passages, segmenter), "test", segmenter);
});

function best(query: string): string | undefined {
  const passage = passages.find(({ id }) => id === index.search(query, 1)[0]?.id);
  return passage && sliceOf(SOURCE, passage.span);
}

describe("段的索引", () => {
  test.each([
    ["培训了多少法律明白人", "法律明白人近4万人"],
    ["复议案件受理了几件?", "受理31件"],
    ["负责人出庭情况怎么样", "出庭率"],
    ["ppp手册", "PPP政策手册"],
    ["法律援助", "法律援助案件72件"],
    ["1633件是什么", "1633件"],
    ["法律援助办理了多少", "72件"],
    ["行政复议", "复议申请"],
  ])("%s → …%s…", (query, words) => expect(best(query)).toContain(words));

  test.each(["", "?!", "请问有没有怎么样", "篮球锦标赛", "\0\u{202E}", "toString constructor __proto__"])("%j 什么也找不到", (query) =>
    expect(index.search(query, 5)).toEqual([]),
  );

  test("最多给所要的条数，最好的在前，没有重复", () => {
    const hits = index.search("法律服务和法律援助", 3);
    expect(hits.length).toBeLessThanOrEqual(3);
    expect(new Set(hits.map((hit) => hit.id)).size).toBe(hits.length);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
  });

  test("同样的段建两次，一字不差", () => expect(buildPassageIndex([document], passages, segmenter)).toBe(buildPassageIndex([document], passages, segmenter)));
  test("不是索引的文字读不进来", () => expect(() => loadPassageIndex("{}", "test", segmenter)).toThrow());
});
