import { type Context, type Filter, GrammyError } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import type { Answer } from "../../../core/answer/index.ts";
import { isAllowed } from "./answer-message.ts";
import type { TelegramDependencies } from "./dependencies.ts";
import { cutText, fitBlocks, messagePagesOf } from "./fit.ts";
import { INLINE_HINT } from "./messages.zh.ts";
import { renderPage } from "./render.ts";

const CACHE_SECONDS = 30;
const MAX_RESULTS = 10;
const MAX_TITLE_CHARACTERS = 60;

/** Words typed after the bot's name in any chat. */
export type InlineContext = Filter<Context, "inline_query">;

/** Answers `@bot 县司法局` typed in any chat: one result for each page of the answer, without buttons or state. */
export async function answerInline(dependencies: TelegramDependencies, ctx: InlineContext): Promise<void> {
  const question = ctx.inlineQuery.query.trim();
  if (question === "" || !(await isAllowed(dependencies, { id: ctx.from.id, type: "private" }))) {
    await offer(ctx, []);
    return;
  }
  const { answer } = await dependencies.assistant.ask(question, null);
  await offer(ctx, articlesOf(answer));
}

function articlesOf(answer: Answer): InlineQueryResultArticle[] {
  const shown = fitBlocks(answer);
  const strong = shown.blocks.find((block) => block.kind === "text" && block.strong) ?? shown.blocks.find((block) => block.kind === "text");
  return messagePagesOf(shown)
    .slice(0, MAX_RESULTS)
    .flatMap((page) => {
      const { text, entities } = renderPage(shown, page);
      if (text === "") return [];
      const title = strong && "text" in strong && strong.text !== "" ? strong.text : text;
      return {
        type: "article" as const,
        id: `page-${page.number}`,
        title: `${cutText(title, MAX_TITLE_CHARACTERS)}${page.count > 1 ? `（第${page.number}页，共${page.count}页）` : ""}`,
        description: cutText(shown.understood, MAX_TITLE_CHARACTERS),
        input_message_content: { message_text: text, entities, link_preview_options: { is_disabled: true } },
      };
    });
}

/** Telegram refuses results for a query that the person has typed past; that is no failure. */
async function offer(ctx: InlineContext, results: InlineQueryResultArticle[]): Promise<void> {
  try {
    await ctx.answerInlineQuery(results, {
      cache_time: CACHE_SECONDS,
      is_personal: false,
      ...(results.length === 0 && { button: { text: INLINE_HINT, start_parameter: "help" } }),
    });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}
