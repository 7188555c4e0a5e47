import type { InlineKeyboardButton } from "grammy/types";
import type { Office } from "../../../../app/office/office.ts";
import { roleOf } from "../../../../app/office/office.ts";
import { findProgress, unitFor } from "../../../../app/office/progress.ts";
import { wordsOf } from "../../../../app/office/progress-words.zh.ts";
import { placeOf } from "../../../../core/answer/cite.ts";
import type { Task } from "../../../../core/ledger/task.ts";
import type { NoticeTask } from "../../../../core/reminders/notice.ts";
import { cutText } from "../fit.ts";
import { BUTTON_NEXT, BUTTON_PREVIOUS } from "../messages.zh.ts";
import { sentencePage } from "../send.ts";
import type { ShownPage } from "../shown-answer.ts";
import { cutLabel } from "./broadcast-screens.ts";
import { type CodedTask, codedTask, PROGRESS_PRESS, stateRow } from "./progress-buttons.ts";
import * as say from "./progress-messages.zh.ts";
import { shortCodeOf } from "./short-code.ts";

const ROWS_A_PAGE = 8;
/** Of the words that give a task its time; the whole task is an answer away. */
const MAX_WORDS_CHARACTERS = 600;

/** A task that a button names. */
export interface ProgressTask {
  readonly task: Task;
  /** Undefined where the button leaves it to who presses, and it cannot be told. */
  readonly unit: string | undefined;
}

/** @param person who presses @returns undefined for a task that is in no document any more */
export async function findProgressTask(office: Office, person: string, chat: string, coded: CodedTask): Promise<ProgressTask | undefined> {
  const corpus = await office.corpus();
  const document = corpus.documents.find(({ id }) => shortCodeOf(id) === coded.document);
  const task = document && corpus.task(document.id, coded.ordinal);
  if (!task) return undefined;
  if (coded.unit === "-") return { task, unit: await unitFor(office, person, chat, task) };
  const names = [...task.assignments.map(({ name }) => name), ...(await unitsAround(office, chat))];
  return { task, unit: names.find((name) => shortCodeOf(name) === coded.unit) };
}

/** Units that a reminder may have been for though no task names them so: a town's, one with its county before it. */
async function unitsAround({ stores }: Office, chat: string): Promise<readonly string[]> {
  const [subscriptions, record, grants] = await Promise.all([stores.subscriptions(chat), stores.chat(chat), stores.grants()]);
  const subscribed = subscriptions.flatMap(({ scope }) => (scope.kind === "unit" ? [scope.unit] : []));
  return [...subscribed, ...[record?.unit, ...grants.map(({ unit }) => unit)].filter((unit) => unit !== undefined)];
}

/** A task by itself: where it stands, the words that give its time, what was said of it, and what may be said. */
export async function taskPage(office: Office, { task, unit }: ProgressTask, origin: string): Promise<ShownPage> {
  const corpus = await office.corpus();
  const document = corpus.document(task.documentId);
  const said = unit === undefined ? undefined : await findProgress(office, { ...task, unit });
  const role = said && (await roleOf(office, said.person));
  const lines = [
    say.taskLabel(task.ordinal, task.title),
    document ? placeOf(document, task.path) : "",
    say.unitLine(unit),
    cutText(wordsOf(task), MAX_WORDS_CHARACTERS),
    say.saidLine({ said, by: role === "member" ? undefined : role }),
    said ? say.MAY_ADD_LINE : "",
  ];
  const rows = [stateRow(codedTask({ ...task, unit }), said?.state, origin), ...(origin === "0" ? [] : [[listButton(say.BUTTON_TO_LIST, origin, 1)]])];
  return sentencePage(lines.filter(Boolean).join("\n"), { inline_keyboard: rows });
}

/** The tasks of a reminder, to choose one. @param origin the reminder's message */
export async function taskListPage(office: Office, tasks: readonly NoticeTask[], origin: string, page: number): Promise<ShownPage> {
  const corpus = await office.corpus();
  const pages = Math.max(1, Math.ceil(tasks.length / ROWS_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = tasks.slice((shown - 1) * ROWS_A_PAGE, shown * ROWS_A_PAGE).map((task) => {
    const { document, ordinal, unit } = codedTask(task);
    const title = corpus.task(task.documentId, ordinal)?.title ?? "";
    return [{ text: cutLabel(say.taskLabel(ordinal, title)), callback_data: [PROGRESS_PRESS, "v", document, ordinal, unit, origin].join(":") }];
  });
  const turning = [
    ...(shown > 1 ? [listButton(BUTTON_PREVIOUS, origin, shown - 1)] : []),
    ...(shown < pages ? [listButton(BUTTON_NEXT, origin, shown + 1)] : []),
  ];
  return sentencePage(say.WHICH_TASK, { inline_keyboard: [...rows, turning].filter((row) => row.length > 0) });
}

function listButton(text: string, origin: string, page: number): InlineKeyboardButton {
  return { text, callback_data: `${PROGRESS_PRESS}:l:${origin}:${page}` };
}
