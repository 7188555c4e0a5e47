import { errataIn } from "../../../../app/errata-in.ts";
import type { OfficialDocument } from "../../../../core/document/official-document.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import { findMarked, markOf } from "../../../../core/text/rolling-mark.ts";
import type { Span } from "../../../../core/text/span.ts";
import { WebFault } from "../../fault.ts";
import type { Feature, WebContext } from "../../feature.ts";
import * as say from "../../messages.zh.ts";
import { sendPage } from "../../send.ts";
import { Page } from "../../view/page.tsx";
import { viewOf } from "../../view/view.ts";
import { Aside } from "./aside.tsx";
import { citedFrom, citesOf } from "./document-facts.ts";
import { anchorsOf, outlineOf } from "./outline.ts";
import { type Overlay, sourcePartsOf } from "./source-lines.ts";
import { SourceView } from "./source-view.tsx";

/** A document as it stands, with a passage marked where the address names one: `/d/ID?from=START&to=END#mark`. */
export const document: Feature = {
  mount(app, site) {
    app.get("/d/:id", async (c) => {
      const corpus = await site.assistant.corpus();
      const found = corpus.document(c.req.param("id"));
      if (!found) throw new WebFault(404, say.noSuchDocument());
      const passage = passageIn(c, found);
      const view = viewOf(c, site);
      const outline = outlineOf(found, corpus.tasksOf(found.id));
      const slips = errataIn(corpus, found);
      const cites = citesOf(corpus, found);
      const overlays = overlaysOf(found, corpus, typeof passage === "object" ? passage : undefined);
      return sendPage(
        c,
        <Page view={view} title={found.title} isWide>
          <Head document={found} tasks={corpus.tasksOf(found.id).length} />
          {passage === "elsewhere" && <p class="warning">{say.PASSAGE_GONE}</p>}
          <div class="document">
            <Aside outline={outline} slips={slips} cites={cites} citedFrom={citedFrom(corpus, found)} />
            <section class="text" aria-labelledby="text-heading">
              <h2 id="text-heading" class="quiet">
                {say.TEXT}
              </h2>
              <SourceView parts={sourcePartsOf(found, overlays, anchorsOf(found, corpus.tasksOf(found.id), outline))} />
            </section>
          </div>
        </Page>,
      );
    });
  },
};

/** The passage that the address names: undefined where it names none, `elsewhere` where it is no longer there. */
function passageIn(c: WebContext, { source }: OfficialDocument): Span | "elsewhere" | undefined {
  const [from, to, mark] = [c.req.query("from"), c.req.query("to"), c.req.query("is")];
  if (from === undefined && to === undefined) return undefined;
  const [start, end] = [offsetIn(from), offsetIn(to)];
  if (start === undefined || end === undefined || start >= end) return "elsewhere";
  const isWithin = end <= source.length;
  if (mark === undefined || (isWithin && markOf(source.slice(start, end)) === mark)) return isWithin ? { start, end } : "elsewhere";
  return findMarked(source, mark, end - start, start) ?? "elsewhere";
}

function offsetIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}

function overlaysOf(found: OfficialDocument, corpus: Corpus, passage: Span | undefined): readonly Overlay[] {
  const headings = found.nodes.flatMap(({ own, label, title }): Overlay[] => {
    const at = title === "" ? -1 : found.source.slice(own.start, own.end).indexOf(title);
    return at < 0 || label === "" ? [] : [{ kind: "strong", span: { start: own.start, end: own.start + at + title.length } }];
  });
  return [
    ...(passage ? [{ kind: "mark" as const, span: passage }] : []),
    ...headings,
    ...errataIn(corpus, found).map(({ span }, index): Overlay => ({ kind: "slip", span, number: index + 1 })),
    ...citesOf(corpus, found).flatMap(({ document: id, spans }) =>
      id === undefined ? [] : spans.map((span): Overlay => ({ kind: "reference", span, href: `/d/${id}` })),
    ),
  ];
}

function Head({ document: found, tasks }: { readonly document: OfficialDocument; readonly tasks: number }) {
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    [say.DOCUMENT_NUMBER, found.documentNumber?.printed],
    [say.ISSUER, found.issuer],
    [say.ISSUED_ON, found.issuedOn],
    [say.REGION, found.region],
    [say.KIND, say.KINDS[found.kind]],
    [say.TASKS, say.taskCount(tasks)],
  ];
  return (
    <header class="head">
      <h1>{found.title}</h1>
      {found.lapsed !== undefined && <p class="warning">{say.lapsed(found.lapsed)}</p>}
      <dl class="facts">
        {facts.map(
          ([name, value]) =>
            value !== undefined && (
              <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </header>
  );
}
