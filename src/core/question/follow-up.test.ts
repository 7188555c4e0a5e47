import { describe, expect, test } from "vitest";
import { answer, county, read } from "../../../test/county.ts";
import { nextConversation } from "../../app/conversation.ts";
import { findTasks } from "./filters.ts";
import type { Conversation, Query } from "./query.ts";

/** What the last of several turns means. */
function converse(...turns: readonly string[]): Query {
  let previous: Conversation | undefined;
  let query: Query = { kind: "nothing" };
  for (const turn of turns) {
    query = read(turn, previous);
    previous = nextConversation(turn, query, answer(query), previous);
  }
  return query;
}

function ordinals(query: Query): readonly number[] {
  if (query.kind === "tasks") return findTasks(query.filter, county.corpus).map(({ ordinal }) => ordinal);
  if (query.kind === "task") return query.found.map(({ ordinal }) => ordinal);
  return query.kind === "topic-units" ? query.tasks.map(({ ordinal }) => ordinal) : [];
}

describe("换一个", () => {
  test.each<readonly [readonly string[], readonly number[]]>([
    [
      ["县公安局有哪些任务", "那财政局呢"],
      [2, 6],
    ],
    [
      ["县公安局有哪些任务", "财政局呢?"],
      [2, 6],
    ],
    [
      ["县公安局牵头的任务", "那大数据局呢"],
      [1, 2],
    ],
    [["县公安局参与但不含财政局的任务", "那教育局呢"], [4]],
    [
      ["第二部分的任务", "第三部分呢"],
      [6, 7],
    ],
    [["第三项是什么", "第四项呢"], [4]],
    [["电子证照由谁负责", "那不动产登记呢"], [3]],
    [["县公安局有哪些任务", "不是,我问的是教育局"], [4]],
  ])("%j → %j", (turns, expected) => expect(ordinals(converse(...turns))).toEqual(expected));
});

describe("再挑一挑", () => {
  test.each<readonly [readonly string[], readonly number[]]>([
    [["县公安局有哪些任务", "其中有财政局的"], [6]],
    [
      ["县公安局有哪些任务", "去掉大数据局的"],
      [4, 6],
    ],
    [
      ["县公安局有哪些任务", "只看第三部分的"],
      [6, 7],
    ],
    [["县公安局有哪些任务", "只看年底前的"], [1]],
    [["县公安局有哪些任务", "去掉大数据局的", "只看第三部分的"], [6]],
  ])("%j → %j", (turns, expected) => expect(ordinals(converse(...turns))).toEqual(expected));
});

describe("指着一行", () => {
  test.each<readonly [readonly string[], readonly number[], "text" | "units"]>([
    [["县公安局有哪些任务", "第二个详细说说"], [4], "text"],
    [["县公安局有哪些任务", "最后一个谁负责"], [7], "units"],
    [["第六项是什么", "后面那个"], [7], "text"],
    [["第六项是什么", "第一个"], [6], "text"],
    [["第三项是什么", "下一项"], [4], "text"],
    [["第三项是什么", "上一项"], [2], "text"],
    [["第三项是什么", "这项谁负责"], [3], "units"],
    [["第七项是什么", "下一项"], [], "text"],
  ])("%j → %j %s", (turns, expected, projection) => {
    const query = converse(...turns);
    expect(ordinals(query)).toEqual(expected);
    expect(query).toMatchObject({ kind: "task", projection });
  });

  test("说的行数比列的多,不算指着一行", () =>
    expect(converse("县教育局有哪些任务", "第九个详细说说")).not.toMatchObject({ kind: "task", found: [{ ordinal: 4 }] }));
});

describe("在刚才的地方找", () => {
  test("它多久一次:只在那一项里找", () =>
    expect(converse("第五项是什么", "它要求多久调查一次")).toMatchObject({
      kind: "passages",
      wanted: "frequency",
      within: [{ document: "yunling-2021", ordinal: 5 }],
    }));

  test("还是那份文件的数", () =>
    expect(converse("青石县答复依申请公开多少件", "予以公开的有多少")).toMatchObject({ kind: "passages", scope: { documents: ["qingshi-2020"] } }));
});

test.each(["下一页", "还有吗", "继续", "接着说", "没了吗?"])("「%s」是接着看", (turn) =>
  expect(converse("县公安局有哪些任务", turn)).toEqual({ kind: "more", shown: 4 }),
);

describe("自己完整的话,不靠上文", () => {
  test.each<readonly [readonly string[], readonly number[]]>([
    [["县公安局有哪些任务", "第三项是什么"], [3]],
    [["县公安局有哪些任务", "电子证照由谁负责"], [4]],
    [["第三项是什么", "县教育局有哪些任务"], [4]],
  ])("%j → %j", (turns, expected) => expect(ordinals(converse(...turns))).toEqual(expected));
});
