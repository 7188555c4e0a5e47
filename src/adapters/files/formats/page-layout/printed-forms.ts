/**
 * Radicals (U+2E80–2EFF) that fonts give for whole characters and that Unicode does not fold; the Kangxi radicals (U+2F00–2FD5) and the
 * compatibility forms (U+F900–FAFF) it does.
 */
const RADICALS = new Map(
  [..."⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻁虎"].flatMap((character, index, all) =>
    index % 2 === 0 ? [[character, all[index + 1] ?? character] as const] : [],
  ),
);

/**
 * The words that a run prints. The text of a page names glyphs, and one glyph may stand for a character and for its radical: ⼯⼈ is 工人.
 * Characters without a form of their own are left out.
 */
export function printedForms(text: string): string {
  return text
    .replace(/[\u2e80-\u2fd5\uf900-\ufaff]/gu, (character) => RADICALS.get(character) ?? character.normalize("NFKC"))
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
    .replace(/(?!\s)\p{Cc}/gu, "")
    .replace(/\u00a0/gu, " ");
}
