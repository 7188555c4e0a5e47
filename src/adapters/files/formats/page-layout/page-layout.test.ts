import { describe, expect, test } from "vitest";
import type { SourceBlock } from "../../../../core/document/source-text.ts";
import type { LayoutPage, Ruling, TextRun } from "./page.ts";
import { blocksOfPages } from "./page-layout.ts";

/** 版心：左 80、右 512，16 磅字，每行 27 字，行距 28。 */
const LEFT = 80;
const SIZE = 16;
const FULL = 27;
const PITCH = 28;

function widthOf(text: string, size: number): number {
  return [...text].reduce((width, character) => width + (/[\0-\u00ff]/u.test(character) ? 0.5 : 1), 0) * size;
}

function run(text: string, x: number, y: number, size = SIZE): TextRun {
  return { text, x, y, size, width: widthOf(text, size) };
}

function centred(text: string, y: number, size = SIZE): TextRun {
  return run(text, LEFT + (FULL * SIZE - widthOf(text, size)) / 2, y, size);
}

/** A paragraph as a word processor sets it: first line set in, the others full. */
function paragraph(text: string, y: number): TextRun[] {
  const lines = [text.slice(0, FULL - 2), ...(text.slice(FULL - 2).match(new RegExp(`.{1,${FULL}}`, "gu")) ?? [])];
  return lines.map((line, index) => run(line, LEFT + (index === 0 ? 2 * SIZE : 0), y + index * PITCH));
}

function page(runs: readonly TextRun[], rulings: readonly Ruling[] = []): LayoutPage {
  return { width: 595, height: 842, runs, rulings };
}

function level(x1: number, x2: number, y: number): Ruling {
  return { x1, x2, y1: y, y2: y };
}

function upright(x: number, y1: number, y2: number): Ruling {
  return { x1: x, x2: x, y1, y2 };
}

/** Rulings of a plain grid. */
function grid(xs: readonly number[], ys: readonly number[]): Ruling[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
  return [...ys.map((y) => level(left, right, y)), ...xs.map((x) => upright(x, top, bottom))];
}

function lines(blocks: readonly SourceBlock[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "line" ? [block.text] : []));
}

function tables(blocks: readonly SourceBlock[]): readonly (readonly (readonly string[])[])[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const height = Math.max(...block.cells.map((cell) => cell.row)) + 1;
    return [
      Array.from({ length: height }, (_, row) =>
        block.cells
          .filter((cell) => cell.row === row)
          .sort((a, b) => a.column - b.column)
          .map((cell) => cell.text),
      ),
    ];
  });
}

describe("blocksOfPages 段落", () => {
  const sentence = "为进一步加强青溪县基层法治建设，压实各级各部门责任，推动形成办事依法、遇事找法、解决问题用法、化解矛盾靠法的良好环境，制定本方案。";

  test("折行的段落连成一段，缩进两字另起一段", () => {
    const blocks = blocksOfPages([page([...paragraph(sentence, 100), ...paragraph(`一、总体要求。${sentence}`, 240)])]);
    expect(lines(blocks)).toEqual([sentence, `一、总体要求。${sentence}`]);
  });

  test("恰好写满的一行之后，缩进的一行仍是新段", () => {
    const full = "各乡镇各部门要高度重视切实加强组织领导确保任务落实";
    const blocks = blocksOfPages([page([...paragraph(full.slice(0, FULL - 2), 100), ...paragraph(sentence, 128)])]);
    expect(lines(blocks)[0]).toBe(full.slice(0, FULL - 2));
  });

  test("跨页的段落连成一段，页码、页眉去掉", () => {
    const whole = paragraph(sentence, 700);
    const first = whole.slice(0, 2);
    const rest = whole.slice(2).map((line, index) => ({ ...line, y: 100 + index * PITCH }));
    const head = centred("青溪县人民政府公报", 50, 9);
    const blocks = blocksOfPages([
      page([head, ...paragraph(sentence, 100), ...first, centred("— 1 —", 800, 14)]),
      page([head, ...rest, centred("— 2 —", 800, 14)]),
    ]);
    expect(lines(blocks)).toEqual([sentence, sentence]);
  });

  test.each(["— 3 —", "-3-", "- 3 -", "3", "第3页", "第 3 页 共 9 页", "第3页/共9页", "3/9", "·3·", "第三页"])("「%s」是页码", (number) => {
    expect(lines(blocksOfPages([page([...paragraph(sentence, 100), centred(number, 800, 12)])]))).toEqual([sentence]);
  });

  test.each(["续表", "（续上表）", "接上页"])("表上的「%s」去掉", (mark) => {
    expect(lines(blocksOfPages([page([run(mark, LEFT, 60), ...paragraph(sentence, 100)])]))).toEqual([sentence]);
  });

  test("附件的编号、正文里的数字不是页码", () => {
    const blocks = blocksOfPages([page([run("附件1", LEFT, 60), ...paragraph(sentence, 100)]), page([run("附件2", LEFT, 60), ...paragraph(sentence, 100)])]);
    expect(lines(blocks)).toEqual(["附件1", sentence, "附件2", sentence]);
  });

  test("两行的标题连成一行，落款和日期各成一行", () => {
    const blocks = blocksOfPages([
      page([
        centred("青溪县人民政府办公室关于印发青溪县", 100, 22),
        centred("法治建设工作方案的通知", 132, 22),
        run("各乡镇人民政府，县直各部门：", LEFT, 190),
        ...paragraph(sentence, 218),
        run("青溪县人民政府办公室", 320, 360),
        run("2023年3月5日", 340, 388),
      ]),
    ]);
    expect(lines(blocks)).toEqual([
      "青溪县人民政府办公室关于印发青溪县法治建设工作方案的通知",
      "各乡镇人民政府，县直各部门：",
      sentence,
      "青溪县人民政府办公室",
      "2023年3月5日",
    ]);
  });

  test("目录里带前导点的各行不连", () => {
    const row = (title: string, number: string) => title + "…".repeat(FULL - title.length - 1) + number;
    const blocks = blocksOfPages([page([...paragraph(sentence, 400), run(row("第一章　总则", "1"), LEFT, 100), run(row("第二章　职责", "3"), LEFT, 128)])]);
    expect(lines(blocks).slice(0, 2)).toEqual([row("第一章　总则", "1"), row("第二章　职责", "3")]);
  });

  test("抄送排得比正文窄，仍连成一行", () => {
    const blocks = blocksOfPages([
      page(
        [
          ...paragraph(sentence, 100),
          run("抄送：县委办公室，县人大常委会办公室，县政协办公室，县监委，", LEFT + 16, 700, 14),
          run("县法院，县检察院。", LEFT + 16 + 42, 724, 14),
          run("青溪县人民政府办公室", LEFT + 16, 752, 14),
          run("2023年3月5日印发", 380, 752, 14),
        ],
        [level(LEFT, 512, 684), level(LEFT, 512, 734), level(LEFT, 512, 760)],
      ),
    ]);
    expect(lines(blocks).slice(1)).toEqual([
      "抄送：县委办公室，县人大常委会办公室，县政协办公室，县监委，县法院，县检察院。",
      "青溪县人民政府办公室　2023年3月5日印发",
    ]);
  });

  test.each([
    [
      [
        ["力争", 80],
        ["2023", 116],
        ["年", 152],
        ["12", 172],
        ["月完成", 192],
      ],
      "力争2023年12月完成",
    ],
    [
      [
        ["张三", 80],
        ["李四", 120],
      ],
      "张三 李四",
    ],
    [
      [
        ["通", 80],
        ["知", 112],
      ],
      "通　知",
    ],
    [
      [
        ["联系人：张三", 80],
        ["电话：0000", 240],
      ],
      "联系人：张三　电话：0000",
    ],
    [[["法 治 青 溪 建 设 方 案", 80]], "法治青溪建设方案"],
    [[["到 2023 年 6 月底前", 80]], "到2023年6月底前"],
  ] as const)("排版留的空不是空格，隔开的字是：%j → %s", (words, text) => {
    expect(lines(blocksOfPages([page(words.map(([word, x]) => run(word, x, 100)))]))).toEqual([text]);
  });
});

describe("blocksOfPages 画线的表格", () => {
  const XS = [80, 120, 300, 420, 512];

  /** A row of a table: each cell's lines, from `y` down, set in by 5 points. */
  function row(y: number, cells: readonly (readonly string[])[]): TextRun[] {
    return cells.flatMap((texts, column) => texts.map((text, index) => run(text, (XS[column] ?? 0) + 5, y + index * 18, 12)));
  }

  test("格内折行的字连起来，一行一个的单位分行", () => {
    const runs = [
      ...row(114, [["序号"], ["重点任务"], ["责任单位"], ["完成时限"]]),
      ...row(138, [["1"], ["推进镇村两级公共法律服务站", "点建设"], ["县司法局", "县民政局"], ["6月底前"]]),
    ];
    expect(tables(blocksOfPages([page(runs, grid(XS, [100, 122, 165]))]))).toEqual([
      [
        ["序号", "重点任务", "责任单位", "完成时限"],
        ["1", "推进镇村两级公共法律服务站点建设", "县司法局\n县民政局", "6月底前"],
      ],
    ]);
  });

  test("单位名恰好写满一行，下一个单位仍分行", () => {
    const runs = [
      ...row(114, [["序号"], ["重点任务"], ["责任单位"], ["完成时限"]]),
      ...row(138, [["1"], ["优化营商环境"], ["县自然资源和规划局", "县市场监督管理局"], ["年内"]]),
    ];
    expect(tables(blocksOfPages([page(runs, grid(XS, [100, 122, 165]))]))[0]?.[1]?.[2]).toBe("县自然资源和规划局\n县市场监督管理局");
  });

  test("一格并排几行：跨行的格只写一次", () => {
    const rulings = [level(80, 512, 100), level(120, 512, 122), level(80, 512, 144), ...XS.map((x) => upright(x, 100, 144))];
    const runs = [...row(114, [[], ["任务甲"], ["县司法局"], ["年内"]]), ...row(136, [[], ["任务乙"], ["县民政局"], ["年内"]]), run("普法", 85, 126, 12)];
    const [block] = blocksOfPages([page(runs, rulings)]);
    expect(block?.kind === "table" && block.cells[0]).toEqual({ row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: "普法" });
  });

  test("一串字跨过竖线，按竖线分到两格", () => {
    const runs = [...row(114, [["1"], ["任务甲"], [], ["年内"]]), run("推进基层治理法治化建设工作落实县司法局", 125, 136, 12), run("2", 85, 136, 12)];
    const blocks = blocksOfPages([page(runs, [...grid([80, 120, 300], [100, 122, 144]), ...grid([300, 420, 512], [100, 122, 144])])]);
    expect(tables(blocks)[0]?.[1]?.slice(0, 3)).toEqual(["2", "推进基层治理法治化建设工作落实", "县司法局"]);
  });

  test("跨页的表格连成一张，重复的表头去掉", () => {
    const header = [["序号"], ["重点任务"], ["责任单位"], ["完成时限"]];
    const blocks = blocksOfPages([
      page([...row(714, header), ...row(736, [["1"], ["任务甲"], ["县司法局"], ["年内"]]), centred("— 1 —", 810, 12)], grid(XS, [700, 722, 744])),
      page([...row(114, header), ...row(136, [["2"], ["任务乙"], ["县民政局"], ["长期坚持"]]), centred("— 2 —", 810, 12)], grid(XS, [100, 122, 144])),
    ]);
    expect(tables(blocks)).toEqual([[header.flat(), ["1", "任务甲", "县司法局", "年内"], ["2", "任务乙", "县民政局", "长期坚持"]]]);
  });

  test("被分页切断的一行合成一行", () => {
    const header = [["序号"], ["重点任务"], ["责任单位"], ["完成时限"]];
    const blocks = blocksOfPages([
      page(
        [
          ...row(714, header),
          ...row(736, [["1"], ["任务甲"], ["县司法局"], ["年内"]]),
          ...row(758, [["2"], ["推进镇村两级公共法律服务站"], ["县民政局"], ["年内"]]),
        ],
        grid(XS, [700, 722, 744, 766]),
      ),
      page([...row(114, [[], ["点建设"], [], []]), ...row(136, [["3"], ["任务丙"], ["县财政局"], ["年内"]])], grid(XS, [100, 122, 144])),
    ]);
    expect(tables(blocks)[0]?.slice(2)).toEqual([
      ["2", "推进镇村两级公共法律服务站点建设", "县民政局", "年内"],
      ["3", "任务丙", "县财政局", "年内"],
    ]);
  });

  test("一行里几格都被切断，各自接上", () => {
    const header = [["序号"], ["重点任务"], ["责任单位"], ["完成时限"]];
    const blocks = blocksOfPages([
      page(
        [
          ...row(714, header),
          ...row(736, [["1"], ["任务甲"], ["县司法局"], ["年内"]]),
          ...row(758, [["2"], ["推进镇村两级公共法律服务站"], ["县民政局"], ["2023年6月底"]]),
        ],
        grid(XS, [700, 722, 744, 766]),
      ),
      page([...row(114, [[], ["点建设"], ["县财政局"], ["前"]]), ...row(136, [["3"], ["任务丙"], ["县财政局"], ["年内"]])], grid(XS, [100, 122, 144])),
    ]);
    expect(tables(blocks)[0]?.[2]).toEqual(["2", "推进镇村两级公共法律服务站点建设", "县民政局\n县财政局", "2023年6月底前"]);
  });

  test("没有序号的分项行在新页上仍自成一行", () => {
    const header = [["序号"], ["重点任务"], ["责任单位"], ["完成时限"]];
    const blocks = blocksOfPages([
      page([...row(714, header), ...row(736, [["1"], ["任务甲"], ["县司法局"], ["年内"]])], grid(XS, [700, 722, 744])),
      page([...row(114, [[], ["任务甲之二"], ["县民政局"], ["6月底前"]]), ...row(136, [["2"], ["任务乙"], ["县财政局"], ["年内"]])], grid(XS, [100, 122, 144])),
    ]);
    expect(tables(blocks)[0]).toHaveLength(4);
  });

  test("跨页的合并格接着算", () => {
    const first = [level(80, 512, 700), level(120, 512, 722), level(80, 512, 744), ...XS.map((x) => upright(x, 700, 744))];
    const blocks = blocksOfPages([
      page([...row(714, [["普法"], ["任务甲"], ["县司法局"], ["年内"]]), ...row(736, [[], ["任务乙"], ["县民政局"], ["年内"]])], first),
      page(row(114, [[], ["任务丙"], ["县财政局"], ["年内"]]), grid(XS, [100, 122])),
    ]);
    const [block] = blocks;
    expect(block?.kind === "table" && block.cells[0]).toEqual({ row: 0, column: 0, rowSpan: 3, columnSpan: 1, text: "普法" });
  });

  test("两张表之间有文字，就是两张表", () => {
    const blocks = blocksOfPages([
      page(
        [...row(114, [["1"], ["任务甲"], ["县司法局"], ["年内"]]), run("附件2", LEFT, 160), ...row(194, [["1"], ["任务乙"], ["县民政局"], ["年内"]])],
        [...grid(XS, [100, 122]), ...grid(XS, [180, 202])],
      ),
    ]);
    expect(blocks.map((block) => block.kind)).toEqual(["table", "line", "table"]);
  });

  test("文字外面的方框、红线、下划线不是表格", () => {
    const blocks = blocksOfPages([
      page([centred("青溪县人民政府文件", 100, 30), run("注意事项", 200, 300)], [level(80, 512, 130), ...grid([180, 300], [280, 310])]),
    ]);
    expect(lines(blocks)).toEqual(["青溪县人民政府文件", "注意事项"]);
  });
});

describe("blocksOfPages 不画线的表格", () => {
  const XS = [80, 130, 320, 440];
  const row = (y: number, cells: readonly string[]) => cells.flatMap((text, column) => (text === "" ? [] : [run(text, XS[column] ?? 0, y, 12)]));

  test("列对齐的几行是表格，格里折行的字连起来", () => {
    const runs = [
      ...row(100, ["序号", "工作任务", "责任单位", "完成时限"]),
      ...row(130, ["1", "整治农村人居环境突出问题，健全", "县农业农村局", "6月底前"]),
      ...row(146, ["", "长效机制"]),
      ...row(170, ["2", "化解信访积案", "县信访局", "年内"]),
      ...paragraph("以上任务由县政府督查室跟踪督办，每季度通报一次进展情况，年底统一组织考核验收。", 230),
    ];
    const blocks = blocksOfPages([page(runs)]);
    expect(tables(blocks)).toEqual([
      [
        ["序号", "工作任务", "责任单位", "完成时限"],
        ["1", "整治农村人居环境突出问题，健全长效机制", "县农业农村局", "6月底前"],
        ["2", "化解信访积案", "县信访局", "年内"],
      ],
    ]);
    expect(lines(blocks)).toEqual(["以上任务由县政府督查室跟踪督办，每季度通报一次进展情况，年底统一组织考核验收。"]);
  });

  test("没有序号：按行距分行，表下的注不算表格", () => {
    const wide = (y: number, cells: readonly string[]) => cells.map((text, column) => run(text, [80, 170, 400][column] ?? 0, y, 12));
    const runs = [
      ...wide(100, ["责任单位", "工作任务", "完成时限"]),
      ...wide(130, ["县农业农村", "整治农村人居环境突出问题，健全", "6月底前"]),
      ...wide(146, ["局", "长效机制"]),
      ...wide(170, ["县信访局", "化解信访积案", "年内"]),
      run("注：按月报送。", 80, 200, 12),
    ];
    const blocks = blocksOfPages([page(runs)]);
    expect(tables(blocks)[0]).toEqual([
      ["责任单位", "工作任务", "完成时限"],
      ["县农业农村局", "整治农村人居环境突出问题，健全长效机制", "6月底前"],
      ["县信访局", "化解信访积案", "年内"],
    ]);
    expect(lines(blocks)).toEqual(["注：按月报送。"]);
  });

  test("序号在一行中间：上下的字都归它", () => {
    const runs = [
      ...row(100, ["序号", "工作任务", "责任单位", "完成时限"]),
      ...row(130, ["", "整治农村人居环境突出问题，健全"]),
      ...row(138, ["1", "", "县农业农村局", "6月底前"]),
      ...row(146, ["", "长效机制"]),
      ...row(170, ["", "化解信访积案，落实领导包案下访"]),
      ...row(178, ["2", "", "县信访局", "年内"]),
      ...row(186, ["", "制度"]),
    ];
    expect(tables(blocksOfPages([page(runs)]))[0]?.slice(1)).toEqual([
      ["1", "整治农村人居环境突出问题，健全长效机制", "县农业农村局", "6月底前"],
      ["2", "化解信访积案，落实领导包案下访制度", "县信访局", "年内"],
    ]);
  });

  test("并排的落款不是表格", () => {
    const runs = [...paragraph("请各单位认真贯彻执行。", 100), ...row(300, ["县司法局", "县民政局", "县财政局"]), run("2023年3月5日", 380, 330)];
    expect(tables(blocksOfPages([page(runs)]))).toEqual([]);
  });
});
