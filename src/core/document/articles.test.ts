import { describe, expect, test } from "vitest";
import { articlesOf } from "./articles.ts";
import { parseDocument } from "./parse-document.ts";

function read(...lines: string[]) {
  const document = parseDocument(lines.join("\n"), { id: "d", file: "d.txt" });
  return { document, articles: articlesOf(document) };
}
/** Articles in a compact form: 条 with its 章 and 节, then 款 with the labels of its 项. */
function outline(...lines: string[]): readonly string[] {
  return read(...lines).articles.map(
    ({ label, chapter, section, paragraphs }) =>
      `${[chapter, section, label].filter((part) => part !== undefined).join("|")}:${paragraphs
        .map(({ text, items }) => `${text}${items.map((item) => `[${item.label}]${item.text.replaceAll("\n", "/")}`).join("")}`)
        .join("‖")}`,
  );
}

const SHORT = ["第八条 甲。", "第九条 乙。"];

describe("条、款、项、目", () => {
  test("章下有节，节下有条；款是段落，项在款之下", () =>
    expect(
      outline(
        "青石区河道保洁办法",
        "（2021年3月1日青石区人民政府第十二次常务会议通过）",
        "第一章　总　则",
        "第一条　为了保洁河道，制定本办法。",
        "第二章　职责",
        "第一节　部门职责",
        "第二条　区水务部门履行下列职责：",
        "（一）编制计划：",
        "1.年度计划；",
        "2.应急计划；",
        "（二）组织考核。",
        "考核结果应当公布。",
        "第二节　镇街职责",
        "第三条　镇、街道负责日常保洁。",
      ),
    ).toEqual([
      "第一章 总　则|第一条:为了保洁河道，制定本办法。",
      "第二章 职责|第一节 部门职责|第二条:区水务部门履行下列职责：[（一）]编制计划：/1.年度计划；/2.应急计划；[（二）]组织考核。‖考核结果应当公布。",
      "第二章 职责|第二节 镇街职责|第三条:镇、街道负责日常保洁。",
    ]));

  test("没有章；一条之内有两组项", () =>
    expect(
      outline("白水镇村规民约备案规则", "第一条 备案应当提交：", "(一)文本;", "(二)说明。", "不予备案的情形：", "(一)违法;", "(二)越权。", ...SHORT),
    ).toEqual(["第一条:备案应当提交：[(一)]文本;[(二)]说明。‖不予备案的情形：[(一)]违法;[(二)]越权。", "第八条:甲。", "第九条:乙。"]));

  test("编、章各从头编号", () =>
    expect(
      outline("云岭县城市管理规定", "第一编 总则", "第一章 一般规定", "第一条 甲。", "第二编 分则", "第一章 市容", "第二条 乙。", "第二章 绿化", "第三条 丙。"),
    ).toEqual(["第一编 总则 第一章 一般规定|第一条:甲。", "第二编 分则 第一章 市容|第二条:乙。", "第二编 分则 第二章 绿化|第三条:丙。"]));

  test("第十八条之一是另一条", () => {
    const { articles } = read("云岭县停车管理办法", "第十八条 收费应当明码标价。", "第十八条之一 临时泊位免费停放三十分钟。", "第十九条 乙。");
    expect(articles.map(({ label, number, insertion }) => [label, number, insertion])).toEqual([
      ["第十八条", 18, 0],
      ["第十八条之一", 18, 1],
      ["第十九条", 19, 0],
    ]);
  });

  test("项写在款的同一行里", () =>
    expect(
      outline("云岭县档案办法", "第一条 下列材料应当归档：（一）公文；（二）合同；（三）照片。", "前款第（一）项、第（二）项永久保存。", ...SHORT)[0],
    ).toBe("第一条:下列材料应当归档：[（一）]公文；[（二）]合同；[（三）]照片。‖前款第（一）项、第（二）项永久保存。"));

  test("条标在【】里写要旨，或者要旨自成一行，不算一款", () => {
    expect(outline("云岭县安全办法", "第一条 【目的】为了安全，制定本办法。", ...SHORT)[0]).toBe("第一条:【目的】为了安全，制定本办法。");
    const [article] = read("云岭县安全办法", "第一条　目的和依据", "为了安全，制定本办法。", "本办法所称安全，是指生产安全。", ...SHORT).articles;
    expect(article?.text).toBe("目的和依据\n为了安全，制定本办法。\n本办法所称安全，是指生产安全。");
    expect(article?.paragraphs.map(({ text }) => text)).toEqual(["为了安全，制定本办法。", "本办法所称安全，是指生产安全。"]);
  });

  test("条号单独一行，数字条号，字间有空格", () =>
    expect(outline("云岭县安全办法", "第 一 条", "为了安全，制定本办法。", "第2条：乙。", "第３条 丙。")).toEqual([
      "第一条:为了安全，制定本办法。",
      "第2条:乙。",
      "第３条:丙。",
    ]));

  test("以1.为项，①为目", () =>
    expect(outline("云岭县安全办法", "第一条 应当做到：", "1.检查：", "①日查；", "②周查。", "2.登记。", ...SHORT)[0]).toBe(
      "第一条:应当做到：[1.]检查：/①日查；/②周查。[2.]登记。",
    ));

  test("没有写完的一行接着下一行", () =>
    expect(outline("云岭县安全办法", "第一条 为了加强安全生产监督管理，防止和减少", "生产安全事故，制定本办法。", ...SHORT)[0]).toBe(
      "第一条:为了加强安全生产监督管理，防止和减少生产安全事故，制定本办法。",
    ));
});

describe("条文之外", () => {
  test("目录不含条文，也不算章", () => {
    const body = ["第一章 总则", "第一条 甲。", "第二条 乙。", "第二章 附则", "第三条 丙。"];
    const { document, articles } = read("云岭县公文办法", "目　录", "第一章 总则……1", "第二章 附则……2", ...body);
    expect(document.title).toBe("云岭县公文办法");
    expect(articles.map(({ label }) => label)).toEqual(["第一条", "第二条", "第三条"]);
    expect(document.nodes.filter(({ label }) => label.endsWith("章")).map(({ label }) => label)).toEqual(["第一章", "第二章"]);
    expect(document.anomalies).toEqual([]);
  });

  test("印发通知带来的办法：落款、抄送不进最后一条", () => {
    const { document, articles } = read(
      "云岭县人民政府关于印发《云岭县信访工作办法》的通知",
      "云政发〔2021〕7号",
      "各乡镇人民政府，县直各单位：",
      "现将《云岭县信访工作办法》印发给你们，请认真贯彻执行。",
      "云岭县人民政府",
      "2021年5月6日",
      "云岭县信访工作办法",
      "第一章 总则",
      "第一条 为了规范信访工作，制定本办法。",
      "第二条 信访工作应当：",
      "（一）依法；",
      "（二）及时。",
      "第二章 附则",
      "第三条 本办法自印发之日起施行。",
      "抄送：县委办公室，县人大常委会办公室。",
      "云岭县人民政府办公室 2021年5月6日印发",
    );
    expect(document).toMatchObject({ kind: "regulation", title: "云岭县信访工作办法", issuer: "云岭县人民政府", issuedOn: "2021-05-06" });
    expect(articles.map(({ label, text }) => `${label} ${text}`)).toEqual([
      "第一条 为了规范信访工作，制定本办法。",
      "第二条 信访工作应当：\n（一）依法；\n（二）及时。",
      "第三条 本办法自印发之日起施行。",
    ]);
  });

  test("附件里的办法，位置带附件号", () => {
    const { articles } = read(
      "关于印发办法的通知",
      "各单位：",
      "现予印发。",
      "2021年5月6日",
      "附件",
      "云岭县信访工作办法",
      "第一条 甲。",
      "第二条 乙。",
      "第三条 丙。",
    );
    expect(articles.map(({ path }) => path.join(" "))).toEqual(["附件 第一条", "附件 第二条", "附件 第三条"]);
  });

  test("不是法规制度的文件没有条文", () => expect(read("云岭县2021年工作要点", "一、甲", "二、乙").articles).toEqual([]));

  test("Markdown 的标记不属于标题和条文", () => {
    const { document, articles } = read("# 云岭县安全办法", "## **第一章 总则**", "**第一条** 为了安全，制定本办法。", "### 第二条　乙。", "第三条 丙。");
    expect(document.title).toBe("云岭县安全办法");
    expect(articles.map(({ chapter, label, text }) => `${chapter} ${label} ${text}`)).toEqual([
      "第一章 总则 第一条 为了安全，制定本办法。",
      "第一章 总则 第二条 乙。",
      "第一章 总则 第三条 丙。",
    ]);
  });
});

test("条、款、项、目的位置都在原文里，前后相接而不重叠", () => {
  const { document, articles } = read("云岭县安全办法", "第一条 应当：", "（一）检查：", "1.日查；", "（二）登记。", "记录保存三年。", ...SHORT);
  const [article] = articles;
  const quote = (span: { start: number; end: number } | undefined) => span && document.source.slice(span.start, span.end);
  expect(quote(article?.span)).toBe("第一条 应当：\n（一）检查：\n1.日查；\n（二）登记。\n记录保存三年。");
  expect(quote(article?.paragraphs[0]?.span)).toBe("应当：\n（一）检查：\n1.日查；\n（二）登记。");
  expect(quote(article?.paragraphs[0]?.lead)).toBe("应当：");
  expect(article?.paragraphs[0]?.items.map(({ span }) => quote(span))).toEqual(["（一）检查：\n1.日查；", "（二）登记。"]);
  expect(quote(article?.paragraphs[0]?.items[0]?.points[0]?.span)).toBe("1.日查；");
  expect(quote(article?.paragraphs[1]?.span)).toBe("记录保存三年。");
});
