import { DATE_NUMBER } from "./calendar.ts";

const ITSELF = "本(?:办法|条例|规定|规则|细则|章程|制度|通知|意见|方案|决定|公告|通告|文件|规划|计划|要点)";
const DAY = `(?:${DATE_NUMBER}\\s*年\\s*(?:${DATE_NUMBER}\\s*月\\s*)?(?:${DATE_NUMBER}\\s*日\\s*)?)`;
const GONE = "(?:废止|失效|停止执行|作废)(?=[，,。；;）)\\s]|$)";
/** Since when, or by whose decision; 自本办法施行之日起 and 有效期 say nothing of the kind, and no other document may stand between. */
const OWN_WORDS = new RegExp(
  `${ITSELF}(?:现|已经?|现已)?(?:[自于从]\\s*${DAY}[起后]?|经\\p{Script=Han}{2,24}?(?:决定|批准|同意|研究))?[，,]?(?:现|已经?|现已)?(?:被|予以?|正式|宣布|全文){0,2}${GONE}`,
  "u",
);
const IN_TITLE = /[（(](?:现|已|已经|现已|全文)?(?:废止|失效|作废)[）)]$/u;

/** Where a document says of itself that it is no longer in force: in its title, or in a sentence that begins with its own name. */
export function lapseIn(source: string, title: string): string | undefined {
  return IN_TITLE.exec(title)?.[0] ?? OWN_WORDS.exec(source)?.[0];
}
