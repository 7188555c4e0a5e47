import * as say from "../../messages.zh.ts";
import { type Asked, questionPath } from "../../view/links.ts";

interface AskFormProps {
  /** What stands in the box. */
  readonly question: string;
  /** Whether the page is there to ask, so that the box is ready to be typed into. */
  readonly isFirst?: boolean;
}

/** The box for a question. It sends the question as an address that can be passed on. */
export function AskForm({ question, isFirst }: AskFormProps) {
  return (
    <search>
      <form class="ask" action="/ask" method="get">
        <label for="question">{say.QUESTION}</label>
        <div class="box">
          <input
            id="question"
            name="q"
            type="search"
            value={question}
            placeholder={say.PLACEHOLDER}
            maxlength={2000}
            autocomplete="off"
            enterkeyhint="search"
            required
            autofocus={isFirst}
            data-suggest="/suggest"
            data-suggest-count={say.SUGGESTED}
          />
          <button type="submit">{say.ASK}</button>
        </div>
      </form>
    </search>
  );
}

/** The box for a question that goes on from the one above it, with what others ask then. */
export function FollowUpForm({ asked, chips }: { readonly asked: Asked; readonly chips: readonly string[] }) {
  return (
    <section class="follow" aria-labelledby="follow-heading">
      <h2 id="follow-heading">{say.FOLLOW_UP}</h2>
      <form class="ask" action="/ask" method="post">
        <Before asked={asked} />
        <label for="follow-up" class="quiet">
          {say.FOLLOW_UP_LABEL}
        </label>
        <div class="box">
          <input id="follow-up" name="q" type="text" placeholder={say.FOLLOW_UP_PLACEHOLDER} maxlength={2000} autocomplete="off" enterkeyhint="send" required />
          <button type="submit">{say.GO_ON}</button>
        </div>
      </form>
      {chips.length > 0 && (
        <form class="chips" action="/ask" method="post">
          <Before asked={asked} />
          {chips.map((chip) => (
            <button type="submit" name="q" value={chip}>
              {chip}
            </button>
          ))}
        </form>
      )}
    </section>
  );
}

/** Names the turn that a follow-up goes on from. */
function Before({ asked }: { readonly asked: Asked }) {
  if ("turn" in asked) return <input type="hidden" name="turn" value={asked.turn} />;
  return (
    <>
      <input type="hidden" name="about" value={asked.question} />
      {asked.after !== undefined && <input type="hidden" name="after" value={asked.after} />}
    </>
  );
}

/** Questions to press instead of typing. */
export function Examples({ questions, heading = say.EXAMPLES }: { readonly questions: readonly string[]; readonly heading?: string }) {
  if (questions.length === 0) return null;
  return (
    <section class="examples" aria-label={heading}>
      <h2>{heading}</h2>
      <ul class="plain">
        {questions.map((question) => (
          <li>
            <a href={questionPath(question)}>{question}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
