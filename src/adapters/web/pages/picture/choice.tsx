import { unitFigures } from "../../../../app/duties/unit-figures.ts";
import type { PictureSubject } from "../../../../app/pictures/make-picture.ts";
import { plansByAge } from "../../../../app/pictures/plans.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import * as say from "./messages.zh.ts";

/** Chooses the document and the unit. A unit of another document is told of where it is not named. */
export function Choice({ corpus, subject: { document, unit } }: { readonly corpus: Corpus; readonly subject: PictureSubject }) {
  return (
    <form class="choice" method="get" action="/picture">
      <label>
        <span>{say.DOCUMENT}</span>
        <select name="document">
          {plansByAge(corpus).map(({ id, title, region }) => (
            <option value={id} selected={id === document.id}>
              {region === undefined || title.includes(region) ? title : `${region} ${title}`}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say.UNIT}</span>
        <select name="unit">
          <option value="">{say.ALL_UNITS}</option>
          {unitFigures(corpus, document.id).units.map(({ name }) => (
            <option value={name} selected={name === unit}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{say.SHOW}</button>
    </form>
  );
}
