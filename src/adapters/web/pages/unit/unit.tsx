import { dateInChina } from "../../../../app/date-in-china.ts";
import { type UnitProfile, unitProfile } from "../../../../app/duties/unit-profile.ts";
import { ASSETS } from "../../assets.ts";
import type { Feature } from "../../feature.ts";
import { sendPage } from "../../send.ts";
import { calendarFilePath, calendarPath, questionPath, unitPath } from "../../view/links.ts";
import { Page } from "../../view/page.tsx";
import { viewOf } from "../../view/view.ts";
import { readUnitAsked } from "../unit-asked.ts";
import * as say from "../unit-messages.zh.ts";
import { UnitCalendar } from "./unit-calendar.tsx";
import { CollectiveDuties, DutiesByDocument, Partners } from "./unit-duties.tsx";
import { namesOfUnit, OtherNames } from "./unit-names.tsx";

/** Everything of one unit: `/u/县司法局`. Another name of it leads to the one that the documents print. */
export const unit: Feature = {
  mount(app, site) {
    app.get("/u/:name", async (c) => {
      const words = c.req.param("name").trim();
      const asked = await readUnitAsked(site.assistant, words);
      if (asked.kind === "unit" && asked.name !== words) return c.redirect(unitPath(asked.name), 302);
      const corpus = await site.assistant.corpus();
      const view = viewOf(c, site);
      if (asked.kind === "choices") return sendPage(c, <Page view={view} title={say.WHICH_UNIT} children={<Choices choices={asked.choices} />} />);
      const { name } = asked;
      const profile = unitProfile(name, corpus);
      return sendPage(
        c,
        <Page view={view} title={name} style={ASSETS.calendar}>
          <h1>{name}</h1>
          <OtherNames names={namesOfUnit(name, corpus)} />
          <p class="lead">{say.dutyCount(profile.named.length, rolesText(profile))}</p>
          <p class="ways">
            <a href={questionPath(`${name}负责哪些任务`)}>{say.ASK_ABOUT}</a>
            {profile.named.some(({ dues }) => dues.length > 0) && (
              <>
                <a href={calendarPath({ unit: name })}>{say.CALENDAR_OF}</a>
                <a href={calendarFilePath({ unit: name })}>{say.SUBSCRIBE}</a>
              </>
            )}
          </p>
          <DutiesByDocument unit={name} duties={profile.named} corpus={corpus} />
          <UnitCalendar unit={name} duties={profile.named} today={dateInChina(site.clock())} />
          <Partners partners={profile.partners} />
          <CollectiveDuties tasks={profile.collective} />
        </Page>,
      );
    });
  },
};

function rolesText({ roles, named }: UnitProfile): string {
  const [only, ...others] = roles;
  return only && others.length === 0 && only.role === "responsible" && only.count === named.length
    ? ""
    : roles.map(({ role, count }) => say.roleCount(role, count)).join("、");
}

function Choices({ choices }: { readonly choices: readonly string[] }) {
  return (
    <>
      <h1>{say.WHICH_UNIT}</h1>
      <p>{say.SEVERAL}</p>
      <ul>
        {choices.map((name) => (
          <li>
            <a href={unitPath(name)}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
