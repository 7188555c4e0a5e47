import { describe, expect, test } from "vitest";
import { answer, contextFor, county, read } from "../../../test/county.ts";
import { findTasks } from "../question/filters.ts";
import type { Query } from "../question/query.ts";
import type { Answer } from "./answer.ts";
import { explain } from "./explain.ts";
import { filterSteps } from "./filter-steps.ts";
import { renderPlainText } from "./render.ts";

const turn = (words: string, query: Query) => ({ words, query, unused: [], corrections: [], follows: undefined });
const textOf = (explained: Answer): string => renderPlainText(explained, 1, Number.MAX_SAFE_INTEGER);
/** The explanation of a question; `changed` is the answer that the proof is given. */
const explained = (question: string, changed: (given: Answer) => Answer = (given) => given): string => {
  const query = read(question);
  return textOf(explain(turn(question, query), changed(answer(query)), contextFor(query)));
};

describe("清单是怎么查的", () => {
  test("问题、文件、每个条件留下几项、去掉哪几项，最后核对", () => {
    const text = explained("县公安局负责但不含县财政局的任务");
    const lines = [
      "怎么查的",
      "问题读作：“县公安局负责但不含县财政局的任务”。",
      "查的文件：《云岭县2021年数字政府建设工作要点》（成文2021-03-05）；另有1份没有查。",
      "要的是：列出任务。",
      "看了7项 → 有县公安局的4项 → 不含县财政局的3项。",
      "1. 有县公安局：留下4项；没有点名县公安局的3项不算：(二)、(三)、(五)。",
      "2. 不含县财政局：留下3项；点名了县财政局的1项不算：(六)。",
      "核对：列出3项 = 台账3项，一致。",
      "引文3处，逐字与原文核对一致。",
    ];
    expect(text.split("\n")).toEqual(lines);
  });

  test.each<readonly [string, readonly string[]]>([
    ["县公安局或县教育局的任务", ["有县公安局或县教育局的4项", "县公安局、县教育局一家也没有点名的3项不算", "列出4项 = 台账4项，一致"]],
    ["县公安局和县财政局共同的任务", ["有县公安局的4项 → 有县财政局的1项", "没有点名县财政局的3项不算：(一)、(四)、(六)", "列出1项 = 台账1项"]],
    ["县大数据局牵头哪些任务", ["看了7项 → 县大数据局牵头的2项", "不是县大数据局牵头的5项不算：(三)、(四)、(五)、(六)、(六)"]],
    ["第三部分的任务有哪些", ["在“三、强化网络安全”下面的2项", "在别的部分的5项不算"]],
    ["9月底前要完成的任务", ["2021-09-30前到期的2项", "列出2项 = 台账2项，一致"]],
    ["每季度的任务", ["写明每季度要做的1项", "台账1项，一致"]],
    ["一共有多少项任务", ["要的是：数任务", "看了7项，没有别的条件", "列出7项 = 台账7项，一致"]],
    ["自然资源局和教育局共同的任务", ["有县自然资源局的1项 → 有县教育局的0项", "列出0项 = 台账0项，一致"]],
  ])("%s", (question, words) => {
    const text = explained(question);
    for (const shown of words) expect(text).toContain(shown);
  });

  test("没有点名的单位，说台账里点了几次名，不说一致", () => {
    const text = explained("县气象局负责哪些任务");
    expect(text).toContain("台账里点名县气象局的共0项");
    expect(text).not.toContain("一致");
  });

  test("去掉的超过十项，写十个，再说一共几项", () => {
    const query = read("县教育局的任务");
    const twice =
      query.kind === "tasks" ? { ...query, filter: { ...query.filter, scope: { documents: ["yunling-2021", "yunling-2021"], named: true } } } : query;
    expect(textOf(explain(turn("", twice), answer(twice), contextFor(twice)))).toMatch(
      /没有点名县教育局的12项不算：(?:\([一二三四五六]\)、){9}\([一二三四五六]\)等12项/u,
    );
  });
});

describe("核对能查出错来", () => {
  const question = "县公安局有哪些任务";
  const rows = (given: Answer) => given.blocks.filter(({ kind }) => kind === "entry");

  test("少印一行：不一致", () => {
    const text = explained(question, (given) => ({ ...given, blocks: given.blocks.filter((block) => block !== rows(given)[0]) }));
    expect(text).toContain("核对：列出3项，台账4项，不一致");
  });

  test("行数相同而换了一项：不一致", () => {
    const text = explained(question, (given) => ({ ...given, items: given.items.map((item, index) => (index === 0 ? { ...item, ordinal: 2 } : item)) }));
    expect(text).toContain("核对：列出4项，台账4项，不一致");
  });

  test("引文差一个字：与原文不一致", () => {
    const text = explained(question, (given) => ({
      ...given,
      citations: given.citations.map((one, index) => (index === 1 ? { ...one, quote: `${one.quote}。` } : one)),
    }));
    expect(text).toContain("引文4处，其中1处与原文不一致");
  });

  test.each<readonly [string, (given: Answer) => Answer, string]>([
    ["电子证照由谁负责", (given) => ({ ...given, units: given.units.slice(1) }), "回答2家单位，台账3家单位，不一致"],
    ["哪个单位任务最多", (given) => ({ ...given, number: 5 }), "回答5项，台账4项，不一致"],
    ["一共点名了多少家单位", (given) => ({ ...given, units: [] }), "回答0家，台账11家，不一致"],
  ])("%s", (asked, changed, words) => {
    expect(explained(asked)).toContain("，一致。");
    expect(explained(asked, changed)).toContain(words);
  });
});

describe("按编号、按标题、按数目查的", () => {
  test.each<readonly [string, readonly string[]]>([
    ["第三项是什么", ["看了7项的编号和顺序，“第三项”是(三)（按顺序第3项）", "回答3家单位 = 台账3家单位"]],
    ["第六项是什么", ["(六)（按顺序第6项）、(六)（按顺序第7项）"]],
    ["第九十九项是什么", ["没有的编号"]],
    ["电子证照由谁负责", ["看了7项的标题，合“电子证照”的1项：(四)", "其余6项的标题不是它", "回答3家单位 = 台账3家单位，一致"]],
    ["电子证照由谁牵头", ["回答1家单位 = 台账1家单位，一致"]],
    ["哪个单位任务最多", ["看了7项，逐一数点名的单位各有几项，一共数了11个", "1. 县公安局：4项", "其余6个在后面", "回答4项 = 台账4项，一致"]],
    ["一共点名了多少家单位", ["笼统的说法（2种）不算", "回答11家 = 台账11家，一致"]],
    ["文件分几个部分", ["层次序数", "引文3处，逐字与原文核对一致"]],
    ["云政发〔2020〕7号在哪里", ["引了1处"]],
  ])("%s", (question, words) => {
    const text = explained(question);
    for (const shown of words) expect(text).toContain(shown);
  });
});

describe("查原文的", () => {
  test("查了几段、用了哪些词、最像的占多少、门槛多少、引没引", () => {
    const text = explained("执法培训办了几期");
    expect(text).toMatch(/查了\d+段原文，细看最可能的\d+段。/u);
    expect(text).toMatch(/用的词（越少见越重）：重“/u);
    expect(text).toContain("占问题的45%以上，明显好过别段的42%以上");
    expect(text).toMatch(/1\. 青石县一、2\..*：占问题的\d+%，够了，已引用。/u);
  });

  test("没有找到的，说最像的差多少、少了什么", () => {
    const query: Query = { ...passages("培训卫星航天"), scope: { documents: ["yunling-2021", "qingshi-2020"], named: false } };
    const given = answer(query);
    expect(given.behaviour).toBe("not_found");
    const text = textOf(explain(turn("培训卫星航天", query), given, contextFor(query)));
    expect(text).toMatch(/1\. 青石县.*：占问题的\d+%，不够：要\d+%，没有写到“.*卫星/u);
    expect(text).toContain("没有一段够作答，所以没有找到。");
  });

  test("问数的，有话没有数，说没有那样的数", () => {
    const query: Query = { ...passages("依申请公开多少千米"), wanted: "figure", measure: "千米" };
    expect(textOf(explain(turn("依申请公开多少千米", query), answer(query), contextFor(query)))).toContain("没有论“千米”的数");
  });
});

const passages = (words: string): Extract<Query, { kind: "passages" }> => ({
  kind: "passages",
  scope: { documents: ["qingshi-2020"], named: true },
  words,
  wanted: "passage",
  measure: undefined,
  units: [],
  quoted: [],
  compare: false,
  years: [],
  each: false,
  asks: [],
  within: undefined,
});

describe("问题是怎么读的", () => {
  const query = read("县公安局有哪些任务");
  test("改读的字、没用到的词、接着的是哪一问，都说", () => {
    const text = textOf(
      explain(
        { words: "县公安局有哪些任务", query, unused: ["快点"], corrections: [{ from: "工安局", to: "公安局" }], follows: "县财政局有哪些任务" },
        answer(query),
        contextFor(query),
      ),
    );
    for (const words of ["接着上一问：“县财政局有哪些任务”。", "“工安局”按“公安局”理解。", "没有用到：“快点”。"]) expect(text).toContain(words);
  });

  test("问题再长、条件再多，也不超过1500字，核对的一行总在", () => {
    const filter = query.kind === "tasks" ? query.filter : undefined;
    if (!filter) throw new Error("a list of tasks");
    const words = Array.from({ length: 200 }, (_, index) => `第${index}个很长很长的词`);
    const many: Query = { kind: "tasks", filter: { ...filter, words }, projection: "list" };
    const text = textOf(explain({ ...turn("法".repeat(5000), many), unused: words }, answer(many), contextFor(many)));
    expect(text.length).toBeLessThanOrEqual(1500);
    expect(text).toContain("行没有写出");
    expect(text).toContain("核对：列出0项 = 台账0项，一致");
  });

  test.each<readonly [string, string]>([
    ["你好", "没有读到问题，所以没有查"],
    ["东山县有哪些任务", "资料里没有“东山县”，所以没有往下查"],
    ["法".repeat(3000), "内容太长，没有读到一个明确的问题"],
  ])("%.10s：说为什么没有查", (question, words) => expect(explained(question)).toContain(words));
});

test("条件一个一个加上去，最后剩下的就是一次查出来的", () => {
  const questions = [
    "县公安局有哪些任务",
    "县公安局单独负责的任务",
    "县大数据局牵头、年底前要完成的任务",
    "第一部分每月要做的",
    "写有各有关部门的任务",
    "三个以上单位的任务",
  ];
  for (const question of questions) {
    const query = read(question);
    if (query.kind !== "tasks") continue;
    expect(filterSteps(query.filter, county.corpus).at(-1)?.kept, question).toEqual(findTasks(query.filter, county.corpus));
  }
});
