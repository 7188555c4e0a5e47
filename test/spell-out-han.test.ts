import { describe, expect, test } from "vitest";

const script = new URL("../scripts/spell-out-han.mjs", import.meta.url).href;
const { HAN, spellOutHan }: { readonly HAN: string; spellOutHan(text: string): string } = await import(script);

const HAN_CLASS = new RegExp(`[${HAN}]`, "u");
/** What a template's source has between its words. */
const hole = (expression: string): string => `$\{${expression}}`;
/** The expression that a source makes when it is run. */
const made = (source: string): RegExp => new Function(`return ${spellOutHan(source)};`)();

describe("\\p{Script=Han} 写成码位", () => {
  test("凡已编码的字，所指相同；只少公文里没有的几个记号（U+16FE0–16FFF）", () => {
    const different: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const character = String.fromCodePoint(code);
      if (HAN_CLASS.test(character) !== /\p{Script=Han}/u.test(character) && !/\p{Cn}/u.test(character)) different.push(code.toString(16));
    }
    expect(different.filter((code) => !/^16f[ef].$/u.test(code))).toEqual([]);
  });

  test.each([
    ["正则字面量", String.raw`/^\p{Script=Han}{2}$/u`],
    ["字符类之内", String.raw`/^[^\]a\p{Script=Han}\-]{2}$/u`],
    ["字符类之后", String.raw`/^[a-z\]]*\p{Script=Han}{2}$/u`],
    ["斜杠和方括号旁边", String.raw`[/[/[]?\p{Script=Han}{2}\/?/u][0]`],
    ["字符串", String.raw`new RegExp("^[\\]\\p{Script=Han}x]{2}$", "u")`],
    ["模板", `new RegExp(\`^[${hole("'a-z'")}\\\\p{Script=Han}]\\\\p{Script=Han}$\`, 'u')`],
    ["模板里的字符串", `new RegExp(\`^${hole("'\\\\p{Script=Han}'")}[县${hole("'a'")}]?$\`, 'u')`],
  ])("%s：改写前后认的字相同", (_, source) => {
    const [before, after] = [new Function(`return ${source};`)() as RegExp, made(source)];
    expect(after.source).not.toContain("Script");
    expect(before.source).toContain("Script");
    for (const text of ["县司", "县", "a县", "ab", "]县", "县a", "-", "\u{20000}县", "。县", "x]", "/县司/", "[县司"])
      expect([text, after.test(text)]).toEqual([text, before.test(text)]);
  });

  test("别的都照旧", () =>
    expect(spellOutHan('const a = /\\p{L}/u; // \\p{Script=Han}\n"Script=Han"')).toBe('const a = /\\p{L}/u; // \\p{Script=Han}\n"Script=Han"'));
});
