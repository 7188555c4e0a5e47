import { suggestionsFor } from "../../../../app/suggestions.ts";
import type { Feature } from "../../feature.ts";
import { SUGGESTION_KINDS } from "../../messages.zh.ts";

const MOST = 8;
/** Nothing longer is the beginning of a question. UTF-16 code units. */
const LONGEST_TYPED = 60;

/** What may be meant by what is typed, for the script of the box. */
export const suggest: Feature = {
  mount(app, { assistant }) {
    app.get("/suggest", async (c) => {
      const typed = c.req.query("q") ?? "";
      const found = typed.length > LONGEST_TYPED ? [] : suggestionsFor(await assistant.corpus(), typed, MOST);
      c.header("cache-control", "private, max-age=60");
      return c.json(found.map(({ question, kind }) => ({ question, kind: SUGGESTION_KINDS[kind] })));
    });
  },
};
