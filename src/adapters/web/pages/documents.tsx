import type { OfficialDocument } from "../../../core/document/official-document.ts";
import type { Feature } from "../feature.ts";
import * as say from "../messages.zh.ts";
import { sendPage } from "../send.ts";
import { documentPath } from "../view/links.ts";
import { Page } from "../view/page.tsx";
import { viewOf } from "../view/view.ts";

/** 文件: which documents there are. */
export const documents: Feature = {
  nav: { href: "/documents", label: say.NAV_DOCUMENTS },
  mount(app, site) {
    app.get("/documents", async (c) => {
      const corpus = await site.assistant.corpus();
      const inOrder = corpus.documents.toSorted((a, b) => (b.issuedOn ?? String(b.year ?? "")).localeCompare(a.issuedOn ?? String(a.year ?? "")));
      return sendPage(
        c,
        <Page view={viewOf(c, site)} title={say.NAV_DOCUMENTS}>
          <h1>{say.NAV_DOCUMENTS}</h1>
          <p>{say.shelf(corpus.documents.length, corpus.tasks.length)}</p>
          <ul class="cards plain">
            {inOrder.map((document) => (
              <li>
                <h2>
                  <a href={documentPath(document.id)}>{document.title}</a>
                </h2>
                <p>{factsOf(document, corpus.tasksOf(document.id).length).join("　")}</p>
                {document.lapsed !== undefined && <p class="lapsed">{say.lapsed(document.lapsed)}</p>}
              </li>
            ))}
          </ul>
        </Page>,
      );
    });
  },
};

function factsOf({ documentNumber, issuedOn, region, kind }: OfficialDocument, tasks: number): readonly string[] {
  return [region, say.KINDS[kind], documentNumber?.printed, issuedOn, say.taskCount(tasks)].filter((fact) => fact !== undefined);
}
