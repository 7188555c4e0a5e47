// Spells `\p{Script=Han}` out in the regular expressions of a source, for V8 looks the property up anew for every expression, and compiles
// 22 ranges of planes 2 and 3 into several times the code of one. A start with some dozen expressions takes milliseconds less.
import ts from "typescript";

const PROPERTY = "\\p{Script=Han}";

/**
 * The characters of the script, as ranges of a class. Planes 2 and 3 are kept for Han by Unicode and taken whole, what is not assigned yet
 * included; a few marks of plane 1 that no official document has (U+16FE0 to 16FFF) are left out.
 */
export const HAN =
  "\\u2e80-\\u2e99\\u2e9b-\\u2ef3\\u2f00-\\u2fd5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufa6d\\ufa70-\\ufad9\\u{20000}-\\u{3ffff}";

/** @param text TypeScript @param path of its file, which tells whether it may hold elements @returns the same with the property spelled out, in literals and in strings that expressions are made of */
export function spellOutHan(text, path = "source.ts") {
  if (!text.includes(PROPERTY)) return text;
  const edits = [];
  const visit = (node) => {
    if (ts.isTemplateExpression(node)) {
      // A class may begin before ${…} and end behind it.
      const state = { inClass: false };
      for (const part of [node.head, ...node.templateSpans.map(({ literal }) => literal)]) edit(part, state, 2);
      for (const { expression } of node.templateSpans) visit(expression);
    } else if (ts.isRegularExpressionLiteral(node)) edit(node, { inClass: false }, 1);
    else if (ts.isStringLiteralLike(node)) edit(node, { inClass: false }, 2);
    else ts.forEachChild(node, visit);
  };
  const edit = (node, state, backslashes) => {
    const start = node.getStart();
    edits.push({ start, end: node.end, text: spelledOut(text.slice(start, node.end), state, backslashes) });
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce((rest, { start, end, text }) => rest.slice(0, start) + text + rest.slice(end), text);
}

/** @param backslashes how many stand for one of the expression: two inside a string */
function spelledOut(code, state, backslashes) {
  const backslash = "\\".repeat(backslashes);
  const ranges = HAN.replaceAll("\\", backslash);
  const property = PROPERTY.replace("\\", backslash);
  let written = "";
  for (let at = 0; at < code.length; ) {
    let token = code.charAt(at);
    if (code.startsWith(property, at)) token = property;
    else if (code.startsWith(backslash, at)) token = code.slice(at, at + backslashes + 1);
    if (token === "[") state.inClass = true;
    if (token === "]") state.inClass = false;
    written += token === property ? (state.inClass ? ranges : `[${ranges}]`) : token;
    at += token.length;
  }
  return written;
}
