/** A question longer than this is a pasted text; only the sentence in it that asks something is read. */
export const LONG_QUESTION_CHARACTERS = 200;

/** Nothing of a question beyond this is looked at: a message of Telegram holds 4,096 characters. */
const MAX_CHARACTERS = 6000;

const SCRIPT_OR_STYLE = /<(script|style)\b[^<>]{0,200}>[^<]{0,2000}<\/\1>/giu;
const TAG = /<\/?[a-z!][^<>]{0,200}>/giu;
const INVISIBLE = /\p{Cf}|[\u{FE00}-\u{FE0F}]|[\u{115F}\u{1160}\u{3164}]/gu;
/** A line of a pasted text is a sentence; a question that was broken into lines is one question. */
const LINE_BREAKS = /[\r\n\u{2028}\u{2029}]+/gu;
const CONTROL = /[\p{Cc}\p{Co}\p{Cs}]+/gu;
const PICTOGRAPH = /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}\u{20E3}]+/gu;
const MENTION = /(^|\s)@[\p{L}\p{N}_-]{1,32}(?=\s|$)/gu;
/** Thanks and greetings at the end ask nothing. */
const THANKS = /(?:[,。!~\s]{0,9}(?:谢谢|多谢|谢了|感谢|辛苦|麻烦|拜托)(?:您|你|大家|各位)?(?:啦|了|哈|哦|呀|啊)?){1,6}[。!~\s]{0,9}$/u;
/** 是那些单位 for 是哪些单位. */
const WHICH_UNITS = /是那([些几]个?(?:单位|部门|家|项|条))/gu;
const SPACE_BESIDE_HAN = /(?<=[\p{Script=Han}\p{P}])\s+|\s+(?=[\p{Script=Han}\p{P}])/gu;

/**
 * The form of a question in which everything after is read: NFKC, no markup, no invisible or control characters, no
 * pictographs, no mention of the bot, no spaces between Chinese characters, Latin letters small.
 * Traditional characters are turned into simplified ones before, by an adapter, since that needs a dictionary.
 */
export function normaliseQuestion(raw: string): string {
  const text = raw.slice(0, MAX_CHARACTERS);
  const clean = PLAIN.test(text) ? text.normalize("NFKC") : withoutMarks(text);
  const joined = SPACE.test(clean) ? clean.replace(SPACE_BESIDE_HAN, "") : clean;
  return withoutCourtesy(joined.replace(WHICH_UNITS, "是哪$1").replace(THANKS, "").replace(/\s+/gu, " ").trim().toLowerCase());
}

/** Greetings and requests before a question ask nothing; alone they are the question. */
const COURTESY =
  /^(?:(?:(?:您|你|大家|各位|早上|上午|下午|晚上)好|劳驾(?:您|你)?|打扰(?:一下|了)?|(?:请问|请教|麻烦(?:您|你)?问|我?想(?:问|知道|了解)|(?:请|麻烦)?(?:您|你)?(?:帮我|帮忙|给我)(?:查|看|找))(?:一下|下|问|查|看|找)?)[,。!~\s]{0,3}){1,4}(?=[^\s,。!?~]{3})/u;

/** How they begin; tried first, because most questions have none. */
const COURTESY_START = /^[您你大各早上下晚劳打请麻我想帮给]/u;

function withoutCourtesy(question: string): string {
  return !COURTESY_START.test(question) || GREETING.test(question) ? question : question.replace(COURTESY, "");
}

/** Nearly every question is of these characters alone, which no pattern of `withoutMarks` matches; large ones take a while to compile. */
const PLAIN = /^[一-鿿a-zA-Z0-9 ,.?!:，。？！、；：（）《》“”]*$/u;
const SPACE = /\s/u;

function withoutMarks(text: string): string {
  return text
    .replace(SCRIPT_OR_STYLE, " ")
    .replace(TAG, " ")
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(LINE_BREAKS, text.length > LONG_QUESTION_CHARACTERS ? "。" : " ")
    .replace(CONTROL, " ")
    .replace(PICTOGRAPH, " ")
    .replace(MENTION, " ");
}

/** Whether there is nothing to read: no letter and no digit. */
export function isBlank(question: string): boolean {
  return !/[一-鿿a-z\d]/u.test(question) && !/[\p{L}\p{N}]/u.test(question);
}

const GREETING =
  /^(?:你好|您好|在吗|在不在|早上好|上午好|下午好|晚上好|早|嗨|哈喽|hello|hi|谢谢|多谢|好的|好|嗯|哦|ok|收到|知道了|明白了?)[啊呀哈呢吗了,。!~\s]*$/u;

/** Whether the words ask nothing by themselves: a greeting, a bare number, one character over and over. */
export function asksNothing(question: string): boolean {
  return (
    GREETING.test(question) || /^\d+$/u.test(question) || (question.length > 2 && new Set(question.match(/\p{L}/gu)).size === 1 && !/[()\d]/u.test(question))
  );
}

/** The sentences of a pasted text, with the marks that close them. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[。!?;])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 1);
}
