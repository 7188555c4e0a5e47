import { headingOf } from "../../../../core/answer/cite.ts";
import { picturesPath, taskPath } from "../../view/links.ts";
import { Page } from "../../view/page.tsx";
import type { View } from "../../view/view.ts";
import * as say from "./messages.zh.ts";
import type { TogetherAsked } from "./subject.ts";

/** The tasks that two units of a document share: what a number in the grid counts. */
export function Together({ view, document, one, other, tasks }: TogetherAsked & { readonly view: View }) {
  const title = say.togetherTitle(one, other, tasks.length);
  return (
    <Page view={view} title={title}>
      <h1>{title}</h1>
      <p class="note">{say.inDocument(document.title)}</p>
      <ul class="cards plain">
        {tasks.map((task) => (
          <li>
            <a href={taskPath(document.id, task.ordinal)}>{headingOf(task)}</a>
          </li>
        ))}
      </ul>
      <p class="ways">
        <a href={picturesPath({ document: document.id })}>{say.BACK}</a>
      </p>
    </Page>
  );
}
