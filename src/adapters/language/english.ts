/** English phrases, small letters, and the Chinese words of a keyword question. */
export interface EnglishData {
  readonly phrases: readonly { readonly en: readonly string[]; readonly zh: string }[];
}

/** Words of the longest phrase looked for. */
const MAX_WORDS = 7;

/** Whether a question is written in English: Latin words, and hardly a Han character. */
export function isEnglish(question: string): boolean {
  const words = question.match(/[a-z]{2,}/gu)?.length ?? 0;
  const han = question.match(/\p{Script=Han}/gu)?.length ?? 0;
  return words >= 3 && words > han;
}

/**
 * Turns an English question into Chinese words, the longest phrase first, left to right. Numbers stay; words that no
 * phrase has are dropped.
 * @param places Latin names of the places of the corpus, small letters: xiping → 西平
 */
export function fromEnglish(question: string, data: EnglishData, places: ReadonlyMap<string, string>): string {
  const phrases = new Map(data.phrases.flatMap(({ en, zh }) => en.map((phrase) => [phrase, zh] as const)));
  for (const [name, place] of places) phrases.set(name, place);
  const words = question.replaceAll("’", "'").match(/[a-z][a-z'&+-]*(?:\.[a-z]+)*|\d+(?:\.\d+)?|[?!.,]|\p{Script=Han}+/gu) ?? [];
  const translated: string[] = [];
  for (let index = 0; index < words.length; ) {
    const { zh, length } = longestPhrase(words, index, phrases);
    if (zh !== undefined) translated.push(zh);
    else if (/^[\d\p{Script=Han}]/u.test(words[index] ?? "")) translated.push(words[index] ?? "");
    index += length;
  }
  // One word alone, such as «tasks» in a line of SQL, is no question.
  return translated.length > 1 ? joinNumbers(translated) : "";
}

/** Turns the one question of a pasted English text into Chinese words; empty where no sentence asks, or two ask for different things. */
export function fromEnglishText(text: string, data: EnglishData, places: ReadonlyMap<string, string>): string {
  const asked = [...new Set(text.match(/(?<![^.?!;。])[^.?!;。]+\?/gu))].slice(0, MAX_SENTENCES).map((sentence) => fromEnglish(sentence, data, places));
  const [only, ...others] = new Set(asked.filter((words) => words !== ""));
  return only !== undefined && others.length === 0 ? only : "";
}

/** How many questions of a pasted text are translated. */
const MAX_SENTENCES = 60;

function longestPhrase(
  words: readonly string[],
  start: number,
  phrases: ReadonlyMap<string, string>,
): { readonly zh: string | undefined; readonly length: number } {
  for (let length = Math.min(MAX_WORDS, words.length - start); length > 0; length -= 1) {
    const zh = phrases.get(words.slice(start, start + length).join(" "));
    if (zh !== undefined) return { zh, length };
  }
  return { zh: undefined, length: 1 };
}

/** 项 21 → 第21项, 部分 5 → 第5部分: English has the number behind its noun. */
function joinNumbers(words: readonly string[]): string {
  return words
    .join(" ")
    .replace(/(项|条|部分|任务) (?!(?:19|20)\d{2}\b)(\d+)(?! ?年)/gu, (_, noun: string, number: string) => `第${number}${noun === "任务" ? "项" : noun}`)
    .replace(/ (?=\p{Script=Han})|(?<=\p{Script=Han}) /gu, "");
}
