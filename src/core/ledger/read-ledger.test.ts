import fc from "fast-check";
import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../document/index.ts";
import { createUnitRegister } from "../units/index.ts";
import { readLedger } from "./read-ledger.ts";

const register = createUnitRegister(unitData);
function ledger(title: string, ...lines: string[]) {
  const document = parseDocument([title, ...lines].join("\n"), { id: "d", file: "d.txt", region: "云岭县", year: 2021 });
  return readLedger(document, register);
}
const tasks = (...lines: string[]) => ledger("云岭县2021年工作要点", ...lines).tasks;
const units = (...lines: string[]) => tasks(...lines).map((task) => task.assignments.map(({ name, role }) => `${role} ${name}`));
const groups = (...lines: string[]) => tasks(...lines).flatMap((task) => task.collective.map(({ printed, role }) => `${role} ${printed}`));

describe("责任单位写在条目之下", () => {
  test("点名与笼统点名分开", () => {
    const lines = ["(一)甲。", "责任单位:县政府办公室、县司法局、各有关部门,乡镇人民政府按职责分工分别负责。"];
    expect(units(...lines)).toEqual([["responsible 县政府办公室", "responsible 县司法局"]]);
    expect(groups(...lines)).toEqual(["responsible 各有关部门", "responsible 乡镇人民政府"]);
  });

  test("牵头单位、配合单位、完成时限各一行", () => {
    const [task] = tasks("一、企业开办", "1.压缩时间", "推行一窗受理。", "牵头单位：县市场监管局", "配合单位：县公安局、县税务局", "完成时限：2021年7月底前");
    expect(task).toMatchObject({ label: "1.", title: "压缩时间", deadline: { text: "2021年7月底前", dueOn: "2021-07-31" } });
    expect(task?.assignments.map(({ name, role }) => [name, role])).toEqual([
      ["县市场监管局", "lead"],
      ["县公安局", "support"],
      ["县税务局", "support"],
    ]);
  });

  test("正文不含责任单位一行，一行的位置另记", () => {
    const source = "云岭县2021年工作要点\n(一)甲。做好乙。\n责任单位:县司法局。\n";
    const [task] = readLedger(parseDocument(source, { id: "d", file: "d.txt" }), register).tasks;
    expect(task && [task.body, task.unitLine, task.span].map((span) => span && source.slice(span.start, span.end))).toEqual([
      "(一)甲。做好乙。",
      "责任单位:县司法局。",
      "(一)甲。做好乙。\n责任单位:县司法局。",
    ]);
  });
});

describe("名单的各种写法", () => {
  test.each([
    ["县司法局、县财政局,各文件起草部门", ["responsible 县司法局", "responsible 县财政局"], ["responsible 各文件起草部门"]],
    [
      "县委组织部、县委依法治县办等部门，各乡镇人民政府、街道办事处按职责分工负责",
      ["responsible 县委组织部", "responsible 县委依法治县办"],
      ["responsible 等部门", "responsible 各乡镇人民政府、街道办事处"],
    ],
    ["县财政局、县工信局（科技局）", ["responsible 县财政局", "responsible 县工信局（科技局）"], []],
    ["县人力资源和社会保障局和县财政局", ["responsible 县人力资源和社会保障局", "responsible 县财政局"], []],
    ["县司法局及各有关部门", ["responsible 县司法局"], ["responsible 各有关部门"]],
    ["县住建局牵头，县财政局、县公安局配合", ["lead 县住建局", "support 县财政局", "support 县公安局"], []],
    ["县公安局会同县司法局", ["responsible 县公安局", "support 县司法局"], []],
    ["县直各单位", [], ["responsible 县直各单位"]],
    ["县某某服务中心", ["responsible 县某某服务中心"], []],
    ["各级各部门主要负责人，县司法局", ["responsible 县司法局"], []],
  ])("责任单位:%s", (list, named, collective) => {
    const lines = ["(一)甲。做好乙，2021年底前完成。", `责任单位：${list}`];
    expect(units(...lines)).toEqual([named]);
    expect(groups(...lines)).toEqual(collective);
  });

  test("印错的名称照印，规范名另记，并记一处错漏", () => {
    const reading = ledger("云岭县2021年工作要点", "(一)甲。", "责任单位：县县场监管局、县应急管里局。");
    expect(reading.tasks[0]?.assignments.map(({ name, printed }) => [name, printed])).toEqual([
      ["县市场监管局", "县县场监管局"],
      ["县应急管理局", "县应急管里局"],
    ]);
    expect(reading.anomalies).toMatchObject([
      { kind: "unit_misprint", text: "县县场监管局" },
      { kind: "unit_misprint", text: "县应急管里局" },
    ]);
  });
});

describe("责任写在括号里", () => {
  test("带栏名的括号", () => {
    const [task] = tasks("1．整治。(牵头单位:县应急管理局;责任单位:县市场监管局、各镇(街道);完成时限:10月31日前)");
    expect(task).toMatchObject({
      title: "整治",
      deadline: { text: "10月31日前", dueOn: "2021-10-31" },
      collective: [{ printed: "各镇(街道)", role: "responsible" }],
    });
    expect(task?.assignments.map(({ name, role }) => [name, role])).toEqual([
      ["县应急管理局", "lead"],
      ["县市场监管局", "responsible"],
    ]);
  });

  test.each([
    ["(县司法局牵头,各有关部门配合)", ["lead 县司法局"], ["support 各有关部门"]],
    ["（县司法局、县财政局牵头，各有关部门按职责分工负责）", ["lead 县司法局", "lead 县财政局"], ["responsible 各有关部门"]],
    ["（县司法局，县财政局负责）", ["responsible 县司法局", "responsible 县财政局"], []],
    ["（县司法局）", ["responsible 县司法局"], []],
  ])("1.做好乙。%s", (bracket, named, collective) => {
    expect(units(`1.做好乙。${bracket}`)).toEqual([named]);
    expect(groups(`1.做好乙。${bracket}`)).toEqual(collective);
  });

  test.each(["1.贯彻实施办法(试行)", "1.落实纲要（2015-2020年）。", "1.开展村（居）法律顾问（一村一顾问）。"])("%s 没有责任", (line) =>
    expect(tasks(line)).toEqual([]),
  );

  test("分项连成一句，末项的括号属于整条", () => {
    const found = tasks("1．燃气整治。具体包括:", "(1)摸清底数;", "(2)检测管线;", "(3)停止供气。(牵头单位:县住建局)", "2．其他。(责任单位:县财政局)");
    expect(found.map((task) => [task.ordinal, task.label, task.assignments.map(({ name }) => name)])).toEqual([
      [1, "1．", ["县住建局"]],
      [2, "2．", ["县财政局"]],
    ]);
  });

  test("各分项自有责任，各是一条", () =>
    expect(tasks("1.整治。(1)甲。(县司法局负责)(2)乙。(县财政局牵头)").map((task) => task.path.join(" "))).toEqual(["1. (1)", "1. (2)"]));

  test("标题后的责任由其下各条继承", () =>
    expect(units("一、加强宣传（牵头单位：县委宣传部）", "1.办好专栏。", "2.做好普法。(责任单位:县司法局)")).toEqual([
      ["lead 县委宣传部"],
      ["lead 县委宣传部", "responsible 县司法局"],
    ]));

  test("自有牵头或责任的，不再继承标题的责任", () => {
    expect(units("一、加强宣传（牵头单位：县委宣传部）", "1.做好普法。(牵头单位:县司法局)", "2.办好专栏。")).toEqual([["lead 县司法局"], ["lead 县委宣传部"]]);
    expect(units("一、加强宣传（责任单位：县委宣传部）", "1.做好普法。(责任单位:县司法局)", "2.办好专栏。")).toEqual([
      ["responsible 县司法局"],
      ["responsible 县委宣传部"],
    ]);
  });
});

describe("责任与时限写在一起", () => {
  test.each([
    ["1.甲。〔牵头单位：县司法局，责任单位：县财政局，6月底前完成〕", ["lead 县司法局", "responsible 县财政局"], "2021-06-30"],
    ["1.甲。（县司法局牵头，县财政局配合，4月底前完成）", ["lead 县司法局", "support 县财政局"], "2021-04-30"],
    ["1.甲。（县司法局、县财政局按职责分工负责；完成时限：8月31日前）", ["responsible 县司法局", "responsible 县财政局"], "2021-08-31"],
    ["1.甲.主办单位:县司法局;协办单位:县财政局;办结时限:5月31日前.", ["lead 县司法局", "support 县财政局"], "2021-05-31"],
    ["1.甲。责任单位：县委宣传部（网信办）。", ["responsible 县委宣传部（网信办）"], undefined],
    ["1.甲。责任(配合)单位：县司法局、县财政局", ["responsible 县司法局", "responsible 县财政局"], undefined],
    ["1.甲。主要责任：县司法局；其他责任：县财政局", ["lead 县司法局", "responsible 县财政局"], undefined],
  ])("%s", (line, names, due) => {
    expect(units(line)).toEqual([names]);
    expect(tasks(line)[0]?.deadline?.dueOn).toBe(due);
  });

  test("名单接着写在下面几行，名称被行末断开也是一个", () =>
    expect(units("1.甲", "责任单位：县司法局", "县财政局、县自然资源和", "规划局", "完成时限：上半年")).toEqual([
      ["responsible 县司法局", "responsible 县财政局", "responsible 县自然资源和规划局"],
    ]));

  test("领导的职务不是姓名", () =>
    expect(tasks("1.甲", "责任领导：县委常委、常务副县长 王建国（牵头）", "责任单位：县司法局").map((task) => task.officers)).toEqual([
      [{ name: "王建国", role: "责任领导" }],
    ]));
});

describe("责任写在句子里", () => {
  test.each([
    [
      "(一)甲。由县城管局牵头开展清理，县市场监管局、县公安局配合，西门街道办事处负责值守。",
      ["lead 县城管局", "support 县市场监管局", "support 县公安局", "responsible 西门街道办事处"],
    ],
    ["(一)甲。县住建局负责制定方案，县财政局配合落实资金。", ["responsible 县住建局", "support 县财政局"]],
    ["(一)甲。县司法局要加强指导，方案报县政府办公室备案。", ["responsible 县司法局"]],
  ])("%s", (line, named) => expect(units(line)).toEqual([named]));

  test("推断出的责任有记号", () => expect(tasks("(一)甲。县司法局要加强指导。")[0]?.assignments[0]).toMatchObject({ inferred: true, printed: "县司法局" }));
});

describe("什么不是任务", () => {
  test.each([
    ["目标", ["一、工作目标", "到2021年底，隐患清零。", "二、任务", "1.甲。(责任单位:县司法局)"], ["二、/1."]],
    ["没有单位也没有期限的条目", ["一、甲", "(一)提高认识。", "(二)整改。责任单位：县司法局。"], ["一、/(二)"]],
    ["结语", ["(一)甲。", "责任单位:县司法局", "各乡镇于12月10日前报送县司法局。"], ["(一)"]],
  ])("%s", (_, lines, paths) => expect(tasks(...lines).map((task) => task.path.join("/"))).toEqual(paths));

  test("只有期限也是任务", () =>
    expect(tasks("(一)甲。2021年6月底前完成。")).toMatchObject([{ label: "(一)", assignments: [], deadline: { dueOn: "2021-06-30" } }]));
  test("报告里做了的事", () => expect(ledger("云岭县2020年工作报告", "一、工作情况", "(一)甲。由县司法局牵头，6月底前完成。").tasks).toEqual([]));
  test("规定的条文", () =>
    expect(ledger("云岭县管理办法", "第一条　县司法局负责审核。", "第二条　县财政局负责经费。", "第三条　年内施行。").tasks).toEqual([]));
});

test("没有的日子记一处错漏", () =>
  expect(ledger("云岭县2021年工作要点", "(一)甲。(责任单位:县司法局;完成时限:2021年2月30日前)").anomalies).toMatchObject([
    { kind: "impossible_date", text: "2021年2月30日前" },
  ]));

test("文件自己定义的简称", () => expect(units("(一)甲。由县农业农村局（以下简称农经局）统筹。", "责任单位：农经局。")).toEqual([["responsible 县农业农村局"]]));

describe("句子里的主语", () => {
  test.each([
    ["(一)甲。县信访局每月汇总一次。", ["responsible 县信访局"]],
    ["(一)甲。县财政局、县乡村振兴局予以支持。", ["support 县财政局", "support 县乡村振兴局"]],
    ["(一)甲。由镇市场监管所负责，镇综合行政执法队配合。", ["responsible 镇市场监管所", "support 镇综合行政执法队"]],
    ["(一)甲。县住建局会同青石镇人民政府施工。", ["responsible 县住建局", "support 青石镇人民政府"]],
    ["(一)甲。县水利局对落实情况适时开展督察。", ["responsible 县水利局"]],
    ["(一)甲。县财政局按程序拨付资金。", ["responsible 县财政局"]],
  ])("%s", (line, names) => expect(units(line)).toEqual([names]));

  test.each([
    "(一)甲。县住建局牵头推进的道路已完工。",
    "(一)甲。县城管局管护责任落实不到位。",
    "(一)甲。成立领导小组，办公室设在县住建局，由县住建局负责日常工作。",
    "(一)甲。各乡镇、各部门要高度重视。",
    "(一)甲。县财政局的资金、县审计局的意见一并上报。",
    "一、巡查时间\n2021年9月1日至10月1日。",
  ])("「%s」不是任务", (line) => expect(units(...line.split("\n"))).toEqual([]));

  test("有责任的泛称是笼统点名", () =>
    expect(groups("(一)甲。由县司法局牵头，各乡镇（街道）配合，有关村委会参与。")).toEqual(["support 各乡镇（街道）", "support 有关村委会"]));
});

test("没有地名的文件，单位之前的动词不是地名", () => {
  const document = parseDocument("一、做好县司法局工作。\n二、由县司法局负责普法。", { id: "d", file: "d.txt" });
  expect(readLedger(document, register).tasks.map((task) => task.assignments.map(({ printed }) => printed))).toEqual([["县司法局"]]);
});

test("条目加倍，要读的字也只加倍", () => {
  const charactersRead = (count: number): number => {
    let characters = 0;
    const counting: typeof register = {
      ...register,
      findMentions: (text, context) => {
        characters += text.length;
        return register.findMentions(text, context);
      },
    };
    const lines = Array.from({ length: count }, (_, index) => `${(index % 200) + 1}.甲。县司法局负责此事，县财政局配合。`);
    readLedger(parseDocument(["一、任务", ...lines].join("\n"), { id: "d", file: "d.txt" }), counting);
    return characters;
  };
  const [once, twice] = [charactersRead(400), charactersRead(800)];
  expect(once).toBeGreaterThan(0);
  expect(twice / once).toBeLessThan(2.2);
});

test("任何文字都读得出台账，引文都在原文之内", () => {
  const pieces =
    "一、|(一)|1.|(1)|一是|二是|\n|。|；|责任单位:|牵头单位：|完成时限:|(|)|（|）|县司法局|县县场监管局|各有关部门|等部门|由|会同|牵头|配合|、|,|2021年2月30日前|每季度至少1次|《办法》|(国办发〔2018〕37号)|以下简称|和|及".split(
      "|",
    );
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((words) => words.join("")),
    fc.string({ unit: "binary", maxLength: 200 }),
  );
  fc.assert(
    fc.property(texts, (source) => {
      const document = parseDocument(source, { id: "d", file: "d.txt", region: "云岭县" });
      readLedger(document, register).tasks.forEach((task, index) => {
        expect(task.ordinal).toBe(index + 1);
        for (const { printed, span } of [...task.assignments, ...task.collective]) expect(source.slice(span.start, span.end)).toBe(printed);
        for (const { text, span } of task.obligations) expect(source.slice(span.start, span.end)).toBe(text);
        if (task.deadline) expect(source.slice(task.deadline.span.start, task.deadline.span.end)).toBe(task.deadline.text);
      });
    }),
    { seed: 20200708, numRuns: 800 },
  );
}, 30_000);
