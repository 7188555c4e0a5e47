import { describe, expect, test } from "vitest";
import { bigramsOf, queryTermsOf, termsOf } from "./query-terms.ts";

/** Cuts at every second character: enough to see what is given to a segmenter. */
const cutInPairs = (text: string) => text.match(/..?/gu) ?? [];

describe("bigramsOf 二字组", () => {
  test.each([
    ["行政复议", ["行政", "政复", "复议"]],
    ["共278项", ["共", "278"]],
    ["2020年PPP项目", ["2020", "年", "ppp", "项目"]],
    ["1.633亿元", ["1.633", "亿元"]],
    ["目的明确", ["明确"]],
    ["县、市", ["县", "市"]],
    ["", []],
    ["😀!?", []],
  ])("%s", (text, expected) => expect(bigramsOf(text.toLowerCase())).toEqual(expected));
});

describe("termsOf 词项", () => {
  test("全角与半角、大写与小写同为一词", () => {
    expect(termsOf("ＰＰＰ项目２０１９", cutInPairs)).toEqual(termsOf("ppp项目2019", cutInPairs));
  });
  test("数字和拉丁词不交给分词组件", () => {
    const seen: string[] = [];
    termsOf("全年举办2期,A股", (text) => {
      seen.push(text);
      return [text];
    });
    expect(seen).toEqual(["全年举办", "期", "股"]);
  });
});

describe("queryTermsOf 问句的词项", () => {
  test.each([
    ["请问有没有怎么样", [], []],
    ["什么是法治政府", ["法治", "政府"], ["是法", "法治", "治政", "政府"]],
  ])("%s", (question, words, bigrams) => {
    const cut = (text: string) => text.match(/请问|有没有|怎么样|什么|是|法治|政府/gu) ?? [];
    const terms = queryTermsOf(question, cut);
    expect(terms.words).toEqual(words);
    expect(terms.bigrams).toEqual(bigrams);
  });
  test("同一个词只算一次", () => expect(queryTermsOf("复议复议", () => ["复议", "复议"]).words).toEqual(["复议"]));
});
