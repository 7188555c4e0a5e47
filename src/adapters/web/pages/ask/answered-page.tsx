import { isExplained } from "../../../../core/answer/citation-place.ts";
import { type Answer, pagesOf } from "../../../../core/answer/index.ts";
import { listsTasks } from "../../../../core/answer/lists-tasks.ts";
import type { Page as AnswerPage } from "../../../../core/answer/render.ts";
import { ASSETS } from "../../assets.ts";
import * as say from "../../messages.zh.ts";
import { AnswerView } from "../../view/answer.tsx";
import { type Asked, askExportPath, askPath, type Extra } from "../../view/links.ts";
import { Page } from "../../view/page.tsx";
import { Paging } from "../../view/paging.tsx";
import type { View } from "../../view/view.ts";
import { AskForm, Examples, FollowUpForm } from "./ask-form.tsx";
import type { Turn } from "./turn.ts";

interface AnsweredPageProps {
  readonly view: View;
  readonly asked: Asked;
  readonly turn: Turn;
  readonly answer: Answer;
  /** Undefined for an answer without words. */
  readonly page: AnswerPage | undefined;
  readonly extra: Extra | undefined;
  /** What `extra` asks for; undefined where there is nothing of it. */
  readonly addition: Answer | undefined;
}

/** A question with its answer, and the ways on from there. */
export function AnsweredPage({ view, asked, turn, answer, page, extra, addition }: AnsweredPageProps) {
  const title = shortened(turn.question);
  const isSilent = page === undefined || page.blocks.length === 0;
  return (
    <Page view={view} title={title} script={ASSETS.suggest}>
      <AskForm question={turn.question.length > LONGEST_TITLE ? "" : turn.question} />
      <article class="turn" aria-labelledby="asked">
        <Before turn={turn} />
        <h1 id="asked">{title}</h1>
        {isSilent ? <p class="lead">{say.NOTHING_ASKED}</p> : <AnswerView answer={answer} page={page} isLarge={view.isLarge} />}
        {page && <Paging number={page.number} count={page.count} pathOf={(number) => askPath(asked, { page: number, extra })} />}
        <Ways asked={asked} answer={answer} page={page?.number ?? 1} />
      </article>
      {extra !== undefined && <Addition answer={addition} extra={extra} isLarge={view.isLarge} />}
      <FollowUpForm asked={asked} chips={chipsFor(answer)} />
      <Examples questions={answer.suggestions} heading={say.ASK_TOO} />
    </Page>
  );
}

/** The turn that this one goes on from. */
function Before({ turn }: { readonly turn: Turn }) {
  if (turn.isCutOff) return <p class="before">{say.CUT_OFF}</p>;
  if (turn.before === undefined) return null;
  const { id, question, answer } = turn.before;
  const [first] = answer.blocks;
  return (
    <p class="before">
      {say.BEFORE}
      <a href={askPath({ turn: id })}>{shortened(question)}</a>
      {first?.kind === "text" && <span class="before-answer">{shortened(first.text)}</span>}
    </p>
  );
}

/** What more there is to an answer. */
function Ways({ asked, answer, page }: { readonly asked: Asked; readonly answer: Answer; readonly page: number }) {
  const explained = isExplained(answer);
  const exported = listsTasks(answer);
  if (!explained && !exported && answer.otherYears === undefined) return null;
  return (
    <p class="ways">
      {explained && <a href={`${askPath(asked, { page, extra: "how" })}#how`}>{say.HOW}</a>}
      {answer.otherYears !== undefined && <a href={`${askPath(asked, { page, extra: "years" })}#years`}>{say.otherYears(answer.otherYears)}</a>}
      {exported && (
        <a href={askExportPath(asked)} download>
          {say.EXPORT_TABLE}
        </a>
      )}
    </p>
  );
}

function Addition({ answer, extra, isLarge }: { readonly answer: Answer | undefined; readonly extra: Extra; readonly isLarge: boolean }) {
  const pages = answer ? pagesOf(answer, Number.MAX_SAFE_INTEGER) : [];
  return (
    <section class="turn addition" id={extra} tabindex={-1} aria-labelledby={`${extra}-heading`}>
      <h2 id={`${extra}-heading`} class={extra === "how" ? "quiet" : undefined}>
        {extra === "how" ? say.HOW : say.OTHER_YEARS}
      </h2>
      {answer === undefined ? <p>{say.NO_OTHER_YEARS}</p> : pages.map((page) => <AnswerView answer={answer} page={page} isLarge={isLarge} />)}
    </section>
  );
}

/** What is often said next, where it has an answer. */
function chipsFor({ behaviour, items, citations }: Answer): readonly string[] {
  return [...(behaviour === "list" && items.length > 1 ? [say.CHIP_FIRST] : []), ...(items.length > 0 && citations.length > 0 ? [say.CHIP_SOURCE] : [])];
}

/** A heading has no more room. UTF-16 code units. */
const LONGEST_TITLE = 160;

function shortened(words: string): string {
  return words.length <= LONGEST_TITLE ? words : `${words.slice(0, LONGEST_TITLE).toWellFormed()}……`;
}
