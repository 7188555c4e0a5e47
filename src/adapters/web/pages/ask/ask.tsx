import { isExportWish } from "../../../../app/duties/export-wish.ts";
import { keepOnce } from "../../../../app/keep-once.ts";
import { onceFor } from "../../../../app/once-for.ts";
import { exampleQuestions } from "../../../../app/suggestions.ts";
import { pagesOf } from "../../../../core/answer/index.ts";
import { ASSETS } from "../../assets.ts";
import type { Feature, Site, WebContext } from "../../feature.ts";
import { readForm } from "../../form.ts";
import * as say from "../../messages.zh.ts";
import { holdBack } from "../../rate-limit.ts";
import { type Prepared, preparePage, sendPage, sendPrepared } from "../../send.ts";
import { type Asked, askExportPath, askPath } from "../../view/links.ts";
import { Page } from "../../view/page.tsx";
import { viewOf } from "../../view/view.ts";
import { AnsweredPage } from "./answered-page.tsx";
import { AskForm, Examples } from "./ask-form.tsx";
import { type AskRequest, idIn, loadTurn, readAskRequest, readQuestion } from "./turn.ts";

/** 问: the first page, answers, follow-ups. An answer is shown under the address of its question; a follow-up's address names the turn before. */
export const ask: Feature = {
  nav: { href: "/", label: say.NAV_ASK },
  mount(app, site) {
    const questions = keepOnce(site.questions);
    const limited = holdBack(site);
    app.get("/", (c) => showFirstPage(c, site));
    app.get("/ask", limited, async (c) => {
      const request = readAskRequest(c);
      if (!request) return c.redirect("/", 303);
      return wishesTable(request) ? c.redirect(tablePathFor(request), 303) : await showAnswer(c, site, request);
    });
    app.post("/ask", limited, async (c) => {
      const form = await readForm(c);
      const question = readQuestion(form["q"]);
      const before: Asked | undefined = readBefore(form);
      if (question === "") return c.redirect(before ? askPath(before) : "/", 303);
      if (before === undefined) return c.redirect(askPath({ question, after: undefined }), 303);
      return c.redirect(askPath({ question, after: await keep(before, { ...site, questions }) }), 303);
    });
  },
};

function wishesTable({ asked }: AskRequest): boolean {
  return "question" in asked && isExportWish(asked.question);
}

/** Who says 导出 after an answer gets what it listed; who says it first, the table of all duties. */
function tablePathFor({ asked }: AskRequest): string {
  return "after" in asked && asked.after !== undefined ? askExportPath({ turn: asked.after }) : "/duties";
}

/** The turn that a follow-up goes on from, as the form on its page names it. */
function readBefore(form: Readonly<Record<string, unknown>>): Asked | undefined {
  const turn = idIn(form["turn"]);
  if (turn !== undefined) return { turn };
  const question = readQuestion(form["about"]);
  return question === "" ? undefined : { question, after: idIn(form["after"]) };
}

/** Only a question that is followed up is kept. @returns its id */
async function keep(asked: Asked, site: Site): Promise<string> {
  if ("turn" in asked) return asked.turn;
  const { question, state } = await loadTurn(site, asked);
  return await site.questions.saveQuestion({ question, state, askedAtMs: site.clock() });
}

async function showFirstPage(c: WebContext, site: Site): Promise<Response> {
  const corpus = await site.assistant.corpus();
  return sendPage(
    c,
    <Page view={viewOf(c, site)} script={ASSETS.suggest}>
      <section class="welcome">
        <h1>{say.WELCOME}</h1>
        <p class="promise">{say.PROMISE}</p>
        <AskForm question="" isFirst />
        <Examples questions={exampleQuestions(corpus)} />
      </section>
      <p class="shelf">
        <a href="/documents">{say.shelf(corpus.documents.length, corpus.tasks.length)}</a>
      </p>
    </Page>,
  );
}

/** Pages of an answer, by address. The assistant gives the same answer again for as long as it remembers it, and then its pages need not be made again. */
const pagesMade = onceFor((_answer: object) => new Map<string, Prepared>());
const MAX_PAGES_AN_ANSWER = 12;

async function showAnswer(c: WebContext, site: Site, { asked, page, extra }: AskRequest): Promise<Response> {
  const { assistant } = site;
  const turn = await loadTurn(site, asked);
  const { answer } = await assistant.ask(turn.question, turn.state);
  const view = viewOf(c, site);
  const made = pagesMade(answer);
  const key = `${view.isLarge} ${turn.isCutOff} ${view.here}`;
  const known = made.get(key);
  if (known) return sendPrepared(c, known);
  const pages = pagesOf(answer);
  const shown = pages[Math.min(page, pages.length) - 1];
  const addition =
    extra === "how"
      ? await assistant.explain(turn.question, turn.state)
      : extra === "years"
        ? await assistant.inOtherYears(turn.question, turn.state)
        : undefined;
  const prepared = preparePage(<AnsweredPage view={view} asked={asked} turn={turn} answer={answer} page={shown} extra={extra} addition={addition} />);
  if (made.size >= MAX_PAGES_AN_ANSWER) made.clear();
  made.set(key, prepared);
  return sendPrepared(c, prepared);
}
