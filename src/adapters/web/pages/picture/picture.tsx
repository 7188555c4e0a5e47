import { timeFigures } from "../../../../app/duties/time-figures.ts";
import { partnersOf, unitFigure, unitFigures } from "../../../../app/duties/unit-figures.ts";
import { type MadePicture, makePicture, PICTURE_KINDS, type PictureKind, type PictureSubject, sharedInPicture } from "../../../../app/pictures/make-picture.ts";
import type { PictureMaker } from "../../../../app/pictures/picture.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import { ASSETS } from "../../assets.ts";
import { WebFault } from "../../fault.ts";
import type { Feature } from "../../feature.ts";
import { holdBack } from "../../rate-limit.ts";
import { createPrepared, sendPage, sendPrepared } from "../../send.ts";
import { documentPath, type PicturesAsked, picturesPath } from "../../view/links.ts";
import { Page } from "../../view/page.tsx";
import { viewOf } from "../../view/view.ts";
import { Choice } from "./choice.tsx";
import { Figure } from "./figure.tsx";
import * as say from "./messages.zh.ts";
import { type SubjectAsked, subjectAsked, togetherAsked } from "./subject.ts";
import { MonthsTable, PartnersTable, SharedTable, UnitSums, UnitsTable } from "./tables.tsx";
import { Together } from "./together.tsx";

/** 图表: who has how many tasks, who has them together, what is due when; of one document, of all its units or one. */
export const picture: Feature = {
  nav: { href: "/picture", label: say.NAV_PICTURE },
  mount(app, site) {
    app.use("/picture/*", holdBack(site));
    app.get("/picture", async (c) => {
      const corpus = await site.assistant.corpus();
      const asked = subjectAsked(c, corpus);
      return sendPage(
        c,
        <Page view={viewOf(c, site)} title={say.NAV_PICTURE} style={ASSETS.picture} isWide>
          <h1>{say.NAV_PICTURE}</h1>
          {asked ? <Pictures pictures={site.pictures} isLarge={viewOf(c, site).isLarge} corpus={corpus} {...asked} /> : <p>{say.NO_PLANS}</p>}
        </Page>,
      );
    });
    app.get("/picture/together", async (c) => {
      const corpus = await site.assistant.corpus();
      return sendPage(c, <Together view={viewOf(c, site)} {...togetherAsked(c, corpus)} />);
    });
    app.get("/picture/:name{[a-z]+\\.svg}", async (c) => {
      const kind = PICTURE_KINDS.find((known) => `${known}.svg` === c.req.param("name"));
      const corpus = await site.assistant.corpus();
      const asked = subjectAsked(c, corpus);
      const drawn = kind && asked && asked.unknownUnit === undefined ? makePicture(kind, corpus, asked.subject).drawn : undefined;
      if (!drawn) throw new WebFault(404, say.noSuchPicture());
      const svg = await site.pictures.svg(drawn.picture, {
        theme: c.req.query("theme") === "dark" ? "dark" : "light",
        width: c.req.query("width") === "narrow" ? "narrow" : "wide",
        isLarge: c.req.query("print") === "large",
      });
      return sendPrepared(c, createPrepared(svg, "image/svg+xml", "private, no-cache"));
    });
  },
};

interface PicturesProps extends SubjectAsked {
  readonly pictures: PictureMaker;
  readonly isLarge: boolean;
  readonly corpus: Corpus;
}

function Pictures({ pictures, isLarge, corpus, subject, unknownUnit }: PicturesProps) {
  const { document, unit } = subject;
  const figure = unit === undefined ? undefined : unitFigure(corpus, document.id, unit);
  const hasTasks = corpus.tasksOf(document.id).length > 0;
  return (
    <>
      <Choice corpus={corpus} subject={subject} />
      {unknownUnit !== undefined && <p class="warning">{say.unitNotNamed(unknownUnit, document.title)}</p>}
      <p>
        {say.FROM_DOCUMENT}
        <a href={documentPath(document.id)}>《{document.title}》</a>
      </p>
      <p class="note">{hasTasks ? say.COUNTED : say.noTasks(document.title)}</p>
      {figure && <UnitSums document={document.id} figure={figure} />}
      {hasTasks &&
        (unit === undefined ? PICTURE_KINDS : PICTURE_KINDS.slice(1)).map((kind) => (
          <PictureSection pictures={pictures} isLarge={isLarge} corpus={corpus} subject={subject} kind={kind} />
        ))}
    </>
  );
}

interface SectionProps extends Omit<PicturesProps, "unknownUnit"> {
  readonly kind: PictureKind;
}

/** A picture and its numbers. */
function PictureSection({ pictures, isLarge, corpus, subject, kind }: SectionProps) {
  const made = makePicture(kind, corpus, subject);
  const asked: PicturesAsked = { document: subject.document.id, unit: subject.unit, year: subject.year };
  return (
    <section class="picture" aria-labelledby={`${kind}-heading`}>
      <h2 id={`${kind}-heading`}>{made.title}</h2>
      <Figure kind={kind} made={made} asked={asked} isLarge={isLarge} pictures={pictures} />
      {made.drawn && <Numbers corpus={corpus} subject={subject} kind={kind} made={made} />}
      {kind === "months" && <OtherYears corpus={corpus} subject={subject} />}
    </section>
  );
}

interface NumbersProps {
  readonly corpus: Corpus;
  readonly subject: PictureSubject;
  readonly kind: PictureKind;
  readonly made: MadePicture;
}

function Numbers({ corpus, subject, kind, made: { title } }: NumbersProps) {
  const { unit, year } = subject;
  const { id } = subject.document;
  if (kind === "units") return <UnitsTable title={title} document={id} figures={unitFigures(corpus, id)} />;
  if (kind === "months") return <MonthsTable title={title} document={id} unit={unit} figures={timeFigures(corpus, { document: id, unit, year })} />;
  if (unit === undefined) return <SharedTable title={title} document={id} figures={sharedInPicture(corpus, subject)} />;
  return <PartnersTable title={title} document={id} unit={unit} partners={partnersOf(corpus, id, unit)} />;
}

/** The years in which something is due besides the one that is shown. */
function OtherYears({ corpus, subject: { document, unit, year } }: Pick<NumbersProps, "corpus" | "subject">) {
  const figures = timeFigures(corpus, { document: document.id, unit, year });
  const others = figures.years.filter((one) => one.year !== figures.year);
  if (others.length === 0) return null;
  return (
    <p class="ways">
      <span>{say.OTHER_YEARS}</span>
      {others.map((one) => (
        <a href={`${picturesPath({ document: document.id, unit, year: one.year })}#months-heading`}>{say.yearWithTasks(one.year, one.tasks)}</a>
      ))}
    </p>
  );
}
