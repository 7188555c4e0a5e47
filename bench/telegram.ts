import { type BotApiServer, createBotApiServer } from "../test/e2e/bot-api-server.ts";
import { privateText } from "../test/e2e/telegram-updates.ts";
import { startChild } from "./child.ts";
import { type Effort, type Measurement, median } from "./measurement.ts";
import { BARE_BOT, environmentIn, PROGRAM } from "./places.ts";

const QUESTION = "县司法局负责哪些任务";
const FREE_QUESTION = "投资项目审批时间平均减少了百分之多少";
const REAL_TOKEN = "424242:AAbench-token_of_the_real_bot_00000";
const BARE_TOKEN = "434343:AAbench-token_of_the_bare_bot_00000";

const CHATS = 200;
const UPDATES = { short: 1000, full: 3000 } as const;
const ROUNDS = { short: 3, full: 7 } as const;
/** From 1000 on the bot holds nothing back. */
const UNPACED = "1000000";

/**
 * Updates a second of the program's bot, as it is bundled and with its store on the disk, beside a bare grammY bot that
 * answers with a text of the same size. Each bot is a process of its own, the Bot API server is this one; by turns.
 */
export async function measureTelegram(effort: Effort, folder: string): Promise<readonly Measurement[]> {
  const [realServer, bareServer] = await Promise.all([createBotApiServer(REAL_TOKEN), createBotApiServer(BARE_TOKEN)]);
  const real = startChild([PROGRAM, "bot"], {
    ...environmentIn(folder),
    TELEGRAM_BOT_TOKEN: REAL_TOKEN,
    TELEGRAM_API_ROOT: realServer.apiRoot,
    TELEGRAM_MESSAGES_PER_SECOND: UNPACED,
  });
  // A free question is answered when the segmenter has been loaded, so its loading is over when measuring begins.
  await ask(realServer, FREE_QUESTION);
  const text = await ask(realServer, QUESTION);
  const bare = startChild([BARE_BOT, BARE_TOKEN, bareServer.apiRoot, text], environmentIn(folder));
  try {
    await ask(bareServer, QUESTION);
    for (const server of [realServer, bareServer, realServer, bareServer]) await updatesPerSecond(server, UPDATES.short);
    const rounds: { readonly real: number; readonly bare: number }[] = [];
    for (let round = 0; round < ROUNDS[effort]; round += 1) {
      rounds.push({ bare: await updatesPerSecond(bareServer, UPDATES[effort]), real: await updatesPerSecond(realServer, UPDATES[effort]) });
    }
    const rate = (name: "real" | "bare") => `${median(rounds.map((round) => round[name])).toFixed(0)}/s`;
    return [
      {
        what: `Telegram updates, ${CHATS} chats : bare grammY bot`,
        measured: `${rate("real")} : ${rate("bare")}`,
        value: median(rounds.map((round) => round.real / round.bare)),
        unit: "×",
        target: { atLeast: 0.7 },
      },
    ];
  } finally {
    await Promise.all([real.stop(), bare.stop()]);
    await Promise.all([realServer.close(), bareServer.close()]);
  }
}

/** @returns the text of the answer */
async function ask(server: BotApiServer, question: string): Promise<string> {
  server.push(privateText(question));
  return String((await server.next("sendMessage")).payload["text"]);
}

/** Many chats ask at once; the time counts until the last of them has its answer. */
async function updatesPerSecond(server: BotApiServer, updates: number): Promise<number> {
  const answers = Array.from({ length: updates }, () => server.next("sendMessage"));
  const startedAt = performance.now();
  for (let index = 0; index < updates; index += 1) {
    const id = 1 + (index % CHATS);
    server.push(privateText(QUESTION, { from: { id, is_bot: false, first_name: `${id}` } }));
  }
  await Promise.all(answers);
  return (updates * 1000) / (performance.now() - startedAt);
}
