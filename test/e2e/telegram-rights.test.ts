import { describe, expect, test } from "vitest";
import type { OfficeCommand } from "../../src/adapters/chat/telegram/office/command.ts";
import { OFFICE_COMMANDS, OFFICE_PRESSES } from "../../src/adapters/chat/telegram/office/registry.ts";
import type { Right } from "../../src/app/office/rights.ts";
import type { ApiCall } from "./bot-api-server.ts";
import { type Bench, createBench } from "./telegram-bench.ts";
import { GROUP_ID, groupText, pressedData, privateText } from "./telegram-updates.ts";

const person = (id: number) => ({ id, is_bot: false, first_name: "某人" }) as const;
const WHO = {
  所有者: person(700001),
  设置管理员: person(700002),
  任命管理员: person(700003),
  联络员: person(700004),
  成员: person(700005),
  本群管理员: person(700006),
  匿名管理员: { id: 1_087_968_824, is_bot: true, first_name: "Group" },
} as const;
type Who = keyof typeof WHO;

/** Who may do what: ✓ may, ✗ may not, · cannot occur. Anonymous administrators have no private chat and press as themselves. */
const TABLE = `
                所有者 设置管理员 任命管理员 联络员 成员 本群管理员 匿名管理员
ask            私  ✓      ✓         ✓       ✓     ✓      ✓         ·
ask            群  ✓      ✓         ✓       ✓     ✓      ✓         ✓
bind           私  ✓      ✓         ✓       ✓     ✓      ✓         ·
bind           群  ✓      ✓         ✓       ✓     ✗      ✓         ✓
set_chat       私  ✓      ✓         ✓       ✓     ✓      ✓         ·
set_chat       群  ✓      ✓         ✓       ✗     ✗      ✓         ✓
subscribe      私  ✓      ✓         ✓       ✓     ✓      ✓         ·
subscribe      群  ✓      ✓         ✓       ✗     ✗      ✓         ✓
mark_progress  私  ✓      ✓         ✓       ✓     ✗      ✗         ·
mark_progress  群  ✓      ✓         ✓       ✓     ✗      ✗         ✗
see_progress   私  ✓      ✓         ✓       ✓     ✗      ✗         ·
see_progress   群  ✓      ✓         ✓       ✓     ✗      ✗         ✗
broadcast      私  ✓      ✓         ✓       ✗     ✗      ✗         ·
broadcast      群  ✗      ✗         ✗       ✗     ✗      ✗         ✗
import         私  ✓      ✓         ✓       ✗     ✗      ✗         ·
import         群  ✗      ✗         ✗       ✗     ✗      ✗         ✗
see_audit      私  ✓      ✓         ✓       ✗     ✗      ✗         ·
see_audit      群  ✗      ✗         ✗       ✗     ✗      ✗         ✗
see_misses     私  ✓      ✓         ✓       ✗     ✗      ✗         ·
see_misses     群  ✗      ✗         ✗       ✗     ✗      ✗         ✗
grant          私  ✓      ✓         ✓       ✗     ✗      ✗         ·
grant          群  ✓      ✓         ✓       ✗     ✗      ✗         ✗
see_roles      私  ✓      ✓         ✓       ✗     ✗      ✗         ·
see_roles      群  ✗      ✗         ✗       ✗     ✗      ✗         ✗
`;

type Place = "私" | "群";
interface Cell {
  readonly who: Who;
  readonly place: Place;
  readonly may: boolean;
}

/** The cells of a right that can occur. */
function cellsOf(right: Right): readonly Cell[] {
  const [head = "", ...rows] = TABLE.trim().split("\n");
  const people = head.trim().split(/\s+/u) as Who[];
  return rows.flatMap((row) => {
    const [name, place, ...marks] = row.trim().split(/\s+/u);
    if (name !== right) return [];
    return marks.flatMap((mark, index) => {
      const who = people[index];
      return who === undefined || mark === "·" ? [] : [{ who, place: place as Place, may: mark === "✓" }];
    });
  });
}

const textOf = (call: ApiCall): string => String(call.payload["text"]);
const isRefusal = (text: string): boolean => text.startsWith("这件事没有做");

async function startedBench(): Promise<Bench> {
  const bench = await createBench();
  await bench.start({ owners: [WHO.所有者.id], admins: [WHO.设置管理员.id] });
  await bench.store.saveGrant({ person: `telegram:${WHO.任命管理员.id}`, role: "administrator", unit: undefined });
  await bench.store.saveGrant({ person: `telegram:${WHO.联络员.id}`, role: "liaison", unit: "县司法局" });
  bench.server.setAdministrators(GROUP_ID, WHO.本群管理员.id);
  return bench;
}

function messageFrom({ who, place }: Cell, text: string) {
  const from = WHO[who];
  if (place === "私") return privateText(text, { from });
  return groupText(text, { from, ...(who === "匿名管理员" && { sender_chat: { id: GROUP_ID, type: "supergroup", title: "法治工作群" } }) });
}

/** Whether the bot refuses what is written. What the chat asks after it is answered after it. */
async function refuses(bench: Bench, cell: Cell, text: string): Promise<boolean> {
  const before = bench.server.calls.length;
  const mark = `${cell.who}${cell.place}${before}`;
  bench.server.push(messageFrom(cell, text));
  bench.server.push(messageFrom(cell, `/ask ${mark}`));
  await bench.server.next("sendMessage", (call) => textOf(call).includes(mark));
  return bench.server.calls.slice(before).some((call) => isRefusal(textOf(call)));
}

async function outcomes(cells: readonly Cell[], may: (cell: Cell) => Promise<boolean>): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const cell of cells) rows.push(`${cell.place} ${cell.who} ${(await may(cell)) ? "✓" : "✗"}`);
  return rows;
}

const expected = (cells: readonly Cell[]): readonly string[] => cells.map(({ who, place, may }) => `${place} ${who} ${may ? "✓" : "✗"}`);

describe("谁可以做什么", () => {
  test.each(OFFICE_COMMANDS.map((command): [string, OfficeCommand] => [`/${command.name}（${command.right}）`, command]))(
    "命令 %s：照表办；拒绝的都有审计记录",
    async (_name, { name, right }) => {
      const bench = await startedBench();
      const cells = cellsOf(right);
      expect(cells.length).toBe(13);
      expect(await outcomes(cells, async (cell) => !(await refuses(bench, cell, `/${name}`)))).toEqual(expected(cells));
      const refused = (await bench.store.auditEntries({})).filter(({ action, result }) => action === name && result === "refused");
      expect(refused).toHaveLength(cells.filter(({ may }) => !may).length);
    },
  );

  test.each(OFFICE_PRESSES.map((press) => [`${press.name}（${press.right}）`, press] as const))("按钮 %s：按下时照表办", async (_name, { name, right }) => {
    const bench = await startedBench();
    const cells = cellsOf(right).filter(({ who }) => who !== "匿名管理员");
    const may = async ({ who, place }: Cell): Promise<boolean> => {
      const from = WHO[who];
      bench.server.push(pressedData(`${name}:?`, place === "私" ? from.id : GROUP_ID, from));
      return !isRefusal(textOf(await bench.server.next("answerCallbackQuery")));
    };
    expect(await outcomes(cells, may)).toEqual(expected(cells));
  });

  test("/here 是会话的设置：看，谁都可以；改，照 set_chat 那一行", async () => {
    const bench = await startedBench();
    const cells = cellsOf("set_chat");
    expect(await outcomes(cells, async (cell) => !(await refuses(bench, cell, "/here 西平县")))).toEqual(expected(cells));
    for (const cell of cells) expect(await refuses(bench, cell, "/here")).toBe(false);
  });

  test("发来的文件：照 import 那一行；群里的文件不理会", async () => {
    const bench = await startedBench();
    const received: string[] = [];
    const desk = {
      receive: (name: string) => Promise.resolve({ id: `f${received.push(name)}`, report: "读到了" }),
      waiting: () => Promise.resolve([]),
      accept: () => Promise.resolve({ said: "已收录", documentId: "doc-1" }),
      discard: () => Promise.resolve("已放弃"),
    };
    await bench.start({ owners: [WHO.所有者.id], admins: [WHO.设置管理员.id] }, undefined, desk);
    bench.server.offerFile("file1", "内容");
    const cells = cellsOf("import").filter(({ place }) => place === "私");
    const sends = async ({ who }: Cell): Promise<boolean> => {
      const document = { file_id: "file1", file_unique_id: "file1", file_name: "a.txt" };
      bench.server.push(privateText("", { text: undefined, document, from: WHO[who] }));
      return textOf(await bench.server.next("sendMessage")) === "读到了";
    };
    expect(await outcomes(cells, sends)).toEqual(expected(cells));
    const decides = async ({ who }: Cell): Promise<boolean> => {
      bench.server.push(pressedData("i:f1", WHO[who].id, WHO[who]));
      return (await bench.server.next("answerCallbackQuery")).payload["text"] === undefined;
    };
    expect(await outcomes(cells, decides)).toEqual(expected(cells));
  });

  test("问答的命令谁都可以用", async () => {
    const bench = await startedBench();
    const cells = cellsOf("ask");
    for (const command of ["/help", "/units", "/doc", "/item 21", "/duty 县司法局"])
      expect(await outcomes(cells, async (cell) => !(await refuses(bench, cell, command)))).toEqual(expected(cells));
  });

  test("频道借用链接群说话、别的群匿名说话：不是本群管理员", async () => {
    const bench = await startedBench();
    for (const id of [-1009999999999, -1008888888888]) {
      bench.server.push(
        groupText("/quiet 20:00-8:00", { from: { id: 136_817_688, is_bot: true, first_name: "Channel" }, sender_chat: { id, type: "channel", title: "别处" } }),
      );
      expect(textOf(await bench.server.next("sendMessage"))).toMatch(/^这件事没有做/u);
    }
    expect((await bench.store.chat(`telegram:${GROUP_ID}`))?.quiet).toBeUndefined();
  });

  test("Telegram 不肯说谁是本群管理员：当作不是", async () => {
    const bench = await startedBench();
    bench.server.fail("getChatMember", { kind: "refuse", code: 400, description: "Bad Request: CHAT_ADMIN_REQUIRED" });
    bench.server.push(groupText("/quiet 20:00-8:00", { from: WHO.本群管理员 }));
    expect(textOf(await bench.server.next("sendMessage"))).toMatch(/^这件事没有做/u);
  });
});
