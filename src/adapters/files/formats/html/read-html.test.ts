import { describe, expect, test } from "vitest";
import { layOut } from "../../../../core/document/source-text.ts";
import { AppError } from "../../../../errors.ts";
import { readHtml, readWebPage } from "./read-html.ts";

const bytesOf = (html: string) => Buffer.from(html, "utf8");
const page = (body: string, head = "") => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

async function textOf(html: string | Uint8Array): Promise<string> {
  return layOut(await readHtml(typeof html === "string" ? bytesOf(html) : html, "通知.html")).text.trimEnd();
}
async function linesOf(html: string): Promise<readonly string[]> {
  return (await textOf(html)).split("\n");
}
async function codeOf(html: string): Promise<string> {
  try {
    await readHtml(bytesOf(html), "网页.html");
    return "read";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message).toContain("「网页.html」");
    return error.code;
  }
}

const TITLE = "松岭县人民政府办公室关于做好汛期工作的通知";
const BODY = [
  TITLE,
  "松政办发〔2021〕6号",
  "各乡镇人民政府：",
  "现就有关事项通知如下。",
  "一、加强值守",
  "责任单位：县水利局、县应急局",
  "松岭县人民政府办公室",
  "2021年5月6日",
];
const PARAGRAPHS = BODY.map((line) => `<p>${line}</p>`).join("\n");

describe("网页里只有文件的文字", () => {
  test.each([
    ["导航和位置", `<div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a></div><div>当前位置：<a href="/">首页</a> &gt; 政府文件</div>`, ""],
    [
      "标题下的工具和时间",
      `<div>发布时间：2021-05-07　来源：县政府办　浏览次数：<span>12</span></div><div>字体大小：【<a href="#">大</a> 中 小】 <a href="#">打印</a> 关闭</div>`,
      "",
    ],
    [
      "分享、上一篇、相关链接",
      "",
      `<div>分享到：<a href="#">微信</a></div><div>上一篇：<a href="#">关于防火的通知</a></div><h4>相关链接</h4><ul><li><a href="#">县水利局牵头开展巡查</a></li></ul>`,
    ],
    ["页脚", "", "<div>主办：松岭县人民政府办公室　版权所有<br>网站标识码：0000000000　某ICP备00000000号</div>"],
    ["扫一扫、打印关闭", "", "<p>扫一扫在手机打开当前页</p><p>【打印本页】【关闭窗口】</p>"],
    [
      "脚本、样式、注释、隐藏的字",
      `<script>var a="责任单位：县脚本局"</script><style>p{}</style><!-- 责任单位：县注释局 --><p style="display:none">责任单位：县隐藏局</p>`,
      '<script type="application/json">{"责任单位":"县数据局"}</script>',
    ],
    ["一段话的评论须知", "", "<h3>网友评论</h3><p>请您遵守国家有关法律、法规，尊重网上道德，您的评论需要经过审核才能显示。</p>"],
  ])("去掉%s", async (_name, before, after) => expect(await linesOf(page(`${before}<div id="zoom">${PARAGRAPHS}</div>${after}`))).toEqual(BODY));

  test.each([
    [
      "表格排版的老网站",
      `<table><tr><td><a href="/">首页</a></td></tr><tr><td><table><tr><td><a href="1">机构职能</a></td></tr></table></td><td><table><tr><td>${TITLE}</td></tr><tr><td>${BODY.slice(
        1,
      )
        .map((line) => `　　${line}`)
        .join("<br>")}</td></tr></table></td></tr></table>`,
    ],
    ["正文直接放在 body 里", `<a href="/">首页</a> | <a href="/2">文件</a><hr>${PARAGRAPHS}`],
    ["没有结束标记", PARAGRAPHS.replaceAll("</p>", "")],
    ["层层嵌套的编辑器", `<div class="TRS_Editor"><div class="TRS_Editor"><div>${PARAGRAPHS}</div></div></div>`],
    ["整页在表单里", `<form><input type="hidden" value="责任单位"><div>${PARAGRAPHS}</div></form>`],
    [
      "落款在另一个容器里",
      `<div><div class="content">${BODY.slice(0, 6)
        .map((line) => `<p>${line}</p>`)
        .join("")}</div><div class="sign"><p>${BODY[6]}</p><p>${BODY[7]}</p></div></div>`,
    ],
  ])("%s：一行不丢", async (_name, body) => expect(await linesOf(page(body))).toEqual(BODY));

  test("目录索引表不是文件的文字，废止却要说出来", async () => {
    const table =
      "<table><tr><td>索 引 号</td><td>000/2021-1</td><td>成文日期</td><td>2021-05-01</td></tr><tr><td>文　　号</td><td>松政办发〔2021〕99号</td><td>有效性</td><td>失效</td></tr></table>";
    const read = await readWebPage(bytesOf(page(`${table}${PARAGRAPHS}`)), "通知.html");
    expect(layOut(read.blocks).text.trimEnd().split("\n")).toEqual(BODY);
    expect(read.lapse).toBe("有效性：失效");
  });

  test.each([
    ["<dl><dt>索引号</dt><dd>000</dd><dt>效力状态</dt><dd>已废止</dd></dl>", "效力状态：已废止"],
    ["<ul><li>发布日期：2021-01-01</li><li>废止日期：2022-01-01</li></ul>", "废止日期：2022-01-01"],
    ["<div>索引号：000　有效性：有效</div>", undefined],
    ["", undefined],
  ])("%s → %s", async (entry, lapse) => {
    const read = await readWebPage(bytesOf(page(`${entry}<div id="zoom">${PARAGRAPHS}</div>`)), "通知.html");
    expect(read.lapse).toBe(lapse);
    expect(layOut(read.blocks).text.trimEnd().split("\n")).toEqual(BODY);
  });
});

describe("标题", () => {
  const untitled = BODY.slice(1)
    .map((line) => `<p>${line}</p>`)
    .join("");
  test("印在正文容器外的标题补回来", async () =>
    expect(await linesOf(page(`<h1>${TITLE}</h1><div>发布时间：2021-05-07</div><div id="zoom">${untitled}</div>`))).toEqual(BODY));
  test("只在网页标题里，去掉网站名", async () =>
    expect(await linesOf(page(`<div id="zoom">${untitled}</div>`, `<title>${TITLE}-松岭县人民政府</title>`))).toEqual(BODY));
  test("正文分两行又印了一遍，只留正文的", async () => {
    const [first, ...rest] = await linesOf(page(`<h1>${TITLE}</h1><div id="zoom"><p>松岭县人民政府办公室</p><p>关于做好汛期工作的通知</p>${untitled}</div>`));
    expect([first, rest[0]]).toEqual(["松岭县人民政府办公室", "关于做好汛期工作的通知"]);
    expect(rest.slice(1)).toEqual(BODY.slice(1));
  });
  test("正文只有方案的标题，网页有印发它的通知的标题：留通知的", async () => {
    const lines = await linesOf(
      page(
        "<h1>松岭县人民政府办公室关于印发松岭县防汛工作方案的通知</h1><div id=zoom><p>松岭县防汛工作方案</p><p>为做好防汛工作，制定本方案。</p><p>一、值守</p><p>县水利局负责。</p></div>",
      ),
    );
    expect(lines.slice(0, 2)).toEqual(["松岭县人民政府办公室关于印发松岭县防汛工作方案的通知", "为做好防汛工作，制定本方案。"]);
  });
});

describe("行和编号", () => {
  const body = (inner: string) =>
    page(`<p>关于做好汛期工作的通知</p><p>各乡镇人民政府：请按照下列要求，认真做好今年的防汛抗旱各项工作，确保安全度汛。</p>${inner}`);
  const tail = async (inner: string) => (await linesOf(body(inner))).slice(2);

  test.each([
    ["有序列表印出编号", "<ol><li>值守。县水利局负责。<li>巡查</ol>", ["1. 值守。县水利局负责。", "2. 巡查"]],
    ["start、value 和字母", '<ol start="3"><li>值守<li value="7">巡查</ol><ol type="a"><li>登记</ol>', ["3. 值守", "7. 巡查", "a. 登记"]],
    [
      "中文编号",
      '<ol style="list-style-type:cjk-ideographic"><li><p>值守</p><p>县水利局负责</p></li><li>巡查</li></ol>',
      ["一、值守", "县水利局负责", "二、巡查"],
    ],
    ["文字自带编号，列表的编号是网页编辑留下的", "<ol><li>(一)指导思想</li><li>（二）工作目标</li></ol>", ["(一)指导思想", "（二）工作目标"]],
    [
      "换行和块各是一行",
      "一、值守<br>责任单位：县水利局<div>二、巡查</div><span style='display:block'>三、总结</span>",
      ["一、值守", "责任单位：县水利局", "二、巡查", "三、总结"],
    ],
    ["网页源码里的换行不拆开汉字", "<p>由县水利\n   局牵头，于9\n月底前完成。</p>", ["由县水利局牵头，于9 月底前完成。"]],
    ["空格和零宽字符", "<p>&nbsp;&nbsp;\u200b包案领导：俞&nbsp;悦　</p>", ["包案领导：俞 悦"]],
    ["实体", "<p>&ldquo;一网通办&rdquo;&#12289;&lt;清单&gt;</p>", ["“一网通办”、<清单>"]],
    ["保留换行的段落", "<pre>一、值守\n县水利局负责</pre>", ["一、值守", "县水利局负责"]],
    ["读音不是文字", "<p>岙<rp>(</rp><rt>ào</rt><rp>)</rp>口镇负责巡查</p>", ["岙口镇负责巡查"]],
  ])("%s", async (_name, inner, lines) => expect(await tail(inner)).toEqual(lines));

  test("按固定宽度折断的行接起来，短行不接", async () => {
    const wrapped = ["各乡镇要切实提高站位认清当前防汛形势层层", "压实责任由县水利局牵头县应急局配合对水库", "开展拉网排查于五月底前完成并报县指挥部。"];
    expect(await tail(`<p>${wrapped.join("<br>")}</p>`)).toEqual([wrapped.join("")]);
    expect(await tail("<p>一、加强值守<br>县水利局要值班<br>二、备足物资<br>县应急局负责</p>")).toEqual([
      "一、加强值守",
      "县水利局要值班",
      "二、备足物资",
      "县应急局负责",
    ]);
  });
});

describe("表格", () => {
  const read = async (table: string) =>
    layOut(
      await readHtml(
        bytesOf(page(`<p>关于下达任务的通知</p><p>各单位：任务见下表，请各单位对照表格认真组织实施，按时完成各项任务并及时报送进展。</p>${table}`)),
        "表.html",
      ),
    );
  const wordsOf = async (table: string) => {
    const { text, tables } = await read(table);
    return tables.map((found) => found.rows.map((row) => row.map((cell) => (cell ? text.slice(cell.span.start, cell.span.end) : ""))));
  };

  test("跨行跨列的单元格站在它跨过的每一处，单元格里的换行保留", async () =>
    expect(
      await wordsOf(
        "<table><thead><tr><th rowspan=2>任务</th><th colspan=2>责任分工</th></tr><tr><th>牵头</th><th>配合</th></tr></thead><tr><td>修路</td><td rowspan=2>县交通局</td><td>县财政局<br>县发改委</td></tr><tr><td>建桥</td><td></td></tr></table>",
      ),
    ).toEqual([
      [
        ["任务", "责任分工", "责任分工"],
        ["任务", "牵头", "配合"],
        ["修路", "县交通局", "县财政局\n县发改委"],
        ["建桥", "县交通局", ""],
      ],
    ]));

  test("表题和表下备注是文字行", async () => {
    const { text, tables } = await read(
      "<table><tr><td colspan=2>任务分解表</td></tr><tr><td>任务</td><td>责任单位</td></tr><tr><td>修路</td><td>县交通局</td></tr><tr><td colspan=2>备注：按月报送</td></tr></table>",
    );
    expect(text).toContain("任务分解表\n任务\t责任单位\n修路\t县交通局\n备注：按月报送\n");
    expect(tables.map((table) => table.rows.length)).toEqual([2]);
  });

  test("只为摆放的表格拆成行", async () => {
    const { text, tables } = await read(
      "<table><tr><td></td><td>县交通局办公室</td></tr><tr><td></td><td>2021年3月1日</td></tr></table><table><tr><td>联系人：</td><td>王明</td></tr></table>",
    );
    expect(tables).toEqual([]);
    expect(text).toContain("县交通局办公室\n2021年3月1日\n联系人：　王明");
  });

  test("隐藏的行不读，超出表格的跨度截断", async () =>
    expect(
      await wordsOf(
        "<table><tr><th>任务</th><th>单位</th></tr><tr style='display:none'><td>旧任务</td><td>县旧局</td></tr><tr><td>修路</td><td rowspan=99>县交通局</td></tr></table>",
      ),
    ).toEqual([
      [
        ["任务", "单位"],
        ["修路", "县交通局"],
      ],
    ]));
});

describe("编码", () => {
  const gb = Buffer.concat([
    Buffer.from("<html><meta charset=gb2312><body>"),
    Buffer.from("b9d8d3dacfc2b4efc8cecef1b5c4cda8d6aa", "hex"),
    Buffer.from("<p>"),
    ...Array.from({ length: 30 }, () => Buffer.from("cfd8cbbeb7a8bed6", "hex")),
  ]);
  test("标作 gb2312 的 GB 18030", async () => expect(await textOf(gb)).toBe(`关于下达任务的通知\n${"县司法局".repeat(30)}`));
  test("标作 gb2312、其实是 UTF-8", async () => expect(await linesOf(page(PARAGRAPHS).replace("utf-8", "gb2312"))).toEqual(BODY));
  test("UTF-16", async () => expect((await textOf(Buffer.from(`\u{FEFF}${page(PARAGRAPHS)}`, "utf16le"))).split("\n")).toEqual(BODY));
  test("正文有坏字 → unreadable，坏字在网站自己的行里则不管", async () => {
    const broken = (html: string, mark: string) =>
      Buffer.concat([bytesOf(html.slice(0, html.indexOf(mark))), Buffer.from([0xff]), bytesOf(html.slice(html.indexOf(mark)))]);
    await expect(textOf(broken(page(PARAGRAPHS), "现就有关"))).rejects.toMatchObject({ code: "unreadable" });
    expect((await textOf(broken(page(`<div>当前位置：首页</div><div id=zoom>${PARAGRAPHS}</div>`), "首页"))).split("\n")).toEqual(BODY);
  });
});

describe("不是文件的网页", () => {
  const results = Array.from(
    { length: 8 },
    (_, index) =>
      `<div><h3><a href="/${index}">松岭县关于印发第${index}批任务的通知</a></h3><p>各乡镇人民政府：现将第${index}批任务印发，责任单位：县司法局...</p></div>`,
  ).join("");
  test.each([
    ["登录页", page("<div>用户登录</div><form>用户名<input>密码<input type=password></form><p>忘记密码请联系管理员。</p>")],
    ["404", page("<h1>404</h1><p>您访问的页面不存在或者已经删除，请检查网址是否正确，或者返回首页浏览其他内容，谢谢您的访问。</p>")],
    [
      "文件目录",
      page(
        `<ul>${Array.from({ length: 9 }, (_, index) => `<li><a href="/${index}">松岭县关于印发第${index}批任务的通知</a> 2021-01-0${index}</li>`).join("")}</ul>`,
      ),
    ],
    ["搜索结果", page(results)],
    [
      "新闻",
      page(
        "<h1>我县召开安全生产工作会议</h1><p>本网讯 昨日，我县召开安全生产工作会议，县长出席会议并讲话，会议指出今年以来全县形势平稳。</p><p>会议强调，要压实责任，坚决遏制重大事故。</p>",
      ),
    ],
    ["空页", page("")],
    ["只有脚本", page("<script>document.write('关于做好工作的通知')</script>")],
  ])("%s → not_a_document", async (_name, html) => expect(await codeOf(html)).toBe("not_a_document"));

  test("标记太多 → too_large", async () => expect(await codeOf(page("<i></i>".repeat(80_000)))).toBe("too_large"));
  test("嵌套上万层 → too_large", async () => expect(await codeOf(page(`${"<div>".repeat(10_000)}${PARAGRAPHS}`))).toBe("too_large"));
  test("嵌套一千多层也能读", async () => expect(await textOf(page(`${"<div>".repeat(1500)}${PARAGRAPHS}`))).toContain("责任单位：县水利局、县应急局"));
});
