import process from "node:process";
import { run } from "@grammyjs/runner";
import { Bot } from "grammy";

/** What the real bot is measured beside: grammY and its runner, and the same text for every message. Arguments: token, root of the Bot API, text. */
const [token = "", apiRoot = "", text = ""] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });
bot.on("message", (ctx) => ctx.reply(text));
run(bot);
