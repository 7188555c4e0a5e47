import type { Feature } from "../feature.ts";
import * as say from "../messages.zh.ts";
import { sendPage } from "../send.ts";
import { questionPath } from "../view/links.ts";
import { Page } from "../view/page.tsx";
import { viewOf } from "../view/view.ts";

/** 帮助: how to ask, how to read an answer, what it cannot do. */
export const help: Feature = {
  nav: { href: "/help", label: say.NAV_HELP },
  mount(app, site) {
    app.get("/help", (c) =>
      sendPage(
        c,
        <Page view={viewOf(c, site)} title={say.NAV_HELP}>
          <h1>{say.NAV_HELP}</h1>
          <p class="promise">{say.PROMISE}</p>
          <h2>{say.HELP_ASKING}</h2>
          <dl class="asking">
            {say.HELP_QUESTIONS.map(({ about, questions }) => (
              <div>
                <dt>{about}</dt>
                {questions.map((question) => (
                  <dd>
                    <a href={questionPath(question)}>{question}</a>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
          {say.HELP_SECTIONS.map(({ heading, points }) => (
            <section>
              <h2>{heading}</h2>
              <ul>
                {points.map((point) => (
                  <li>{point}</li>
                ))}
              </ul>
            </section>
          ))}
          <h2>{say.HELP_PROGRAMS}</h2>
          <p>
            {say.HELP_API}
            <a href="/openapi.json">/openapi.json</a>
          </p>
        </Page>,
      ),
    );
  },
};
