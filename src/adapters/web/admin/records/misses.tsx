import { timeInChina } from "../../../../app/date-in-china.ts";
import { loadMisses } from "../../../../app/office/feedback.ts";
import type { FeedbackRecord } from "../../../../app/office/ports.ts";
import { questionPath } from "../../view/links.ts";
import { Paging } from "../../view/paging.tsx";
import { pageIn } from "../page-in.ts";
import type { AdminSection } from "../routes.tsx";
import { sendCsv } from "../send-csv.ts";
import { Table } from "../table.tsx";
import * as say from "./messages.zh.ts";

const PATH = "/admin/misses";
const ROWS_A_PAGE = 50;

/** 没答好的问题: what found nothing or was disliked, without its askers. */
export const misses: AdminSection = {
  nav: { href: PATH, label: say.MISSES },
  mount(routes, { office, admin }) {
    const load = async (byTime: boolean): Promise<readonly FeedbackRecord[]> => {
      const all = await loadMisses((await office()).stores);
      return byTime ? all.toSorted((one, other) => other.lastAtMs - one.lastAtMs) : all;
    };
    routes.get(PATH, async ({ c, send }) => {
      const byTime = c.req.query("by") === "time";
      const all = await load(byTime);
      const { number, count } = pageIn(c, all.length, ROWS_A_PAGE);
      const shown = all.slice((number - 1) * ROWS_A_PAGE, number * ROWS_A_PAGE);
      return send(
        say.MISSES,
        <>
          <p class="hint">{say.MISSES_HINT}</p>
          <p class="row">
            <a href={PATH} aria-current={byTime ? undefined : "true"}>
              {say.BY_COUNT}
            </a>
            <a href={`${PATH}?by=time`} aria-current={byTime ? "true" : undefined}>
              {say.BY_TIME}
            </a>
            <a href={`${PATH}/export`}>{say.EXPORT}</a>
          </p>
          {all.length === 0 ? <p>{say.NO_MISSES}</p> : <Table columns={say.MISSES_COLUMNS} rows={shown.map(rowOf)} />}
          <Paging number={number} count={count} pathOf={(page) => `${PATH}?${byTime ? "by=time&" : ""}page=${page}`} />
        </>,
      );
    });
    routes.get(`${PATH}/export`, async ({ c }) => {
      const rows = (await load(false)).map(({ question, verdict, count, lastAtMs }) => [
        question,
        say.verdictName(verdict),
        String(count),
        timeInChina(lastAtMs),
      ]);
      return sendCsv(c, admin.toCsv([say.MISSES_COLUMNS, ...rows]), "misses.csv");
    });
  },
};

function rowOf({ question, verdict, count, lastAtMs }: FeedbackRecord) {
  return [<a href={questionPath(question)}>{question}</a>, say.verdictName(verdict), String(count), timeInChina(lastAtMs).slice(0, 16)];
}
