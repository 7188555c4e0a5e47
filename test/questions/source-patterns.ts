import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { vi } from "vitest";

/** A regular expression of the program and the file that has it. */
export interface SourcePattern {
  readonly file: string;
  readonly pattern: RegExp;
}

/**
 * Every regular expression of the modules of some folders of `src`: literals are read from the sources, those that
 * are put together are noted when the module makes them. Call it before anything imports these modules.
 */
export async function patternsOf(folders: readonly string[]): Promise<readonly SourcePattern[]> {
  const files = folders.flatMap(modulesIn);
  const literals = files.flatMap(({ file, path }) => literalsIn(readFileSync(path, "utf8")).map((pattern) => ({ file, pattern })));
  const made: SourcePattern[] = [];
  let loading = "";
  const noting = new Proxy(RegExp, {
    construct(target, args) {
      const pattern: unknown = Reflect.construct(target, args);
      if (pattern instanceof RegExp) made.push({ file: loading, pattern });
      return made.at(-1)?.pattern ?? target;
    },
  });
  vi.stubGlobal("RegExp", noting);
  try {
    for (const { file, path } of files) {
      loading = file;
      await import(pathToFileURL(path).href);
    }
  } finally {
    vi.unstubAllGlobals();
  }
  const distinct = new Map([...literals, ...made].map((each) => [`${each.pattern}`, each]));
  return [...distinct.values()];
}

function modulesIn(folder: string): readonly { readonly file: string; readonly path: string }[] {
  const directory = new URL(`../../src/${folder}/`, import.meta.url);
  return readdirSync(directory)
    .filter((name) => /(?<!\.test)\.ts$/u.test(name))
    .map((name) => ({ file: `${folder}/${name}`, path: fileURLToPath(new URL(name, directory)) }));
}

function literalsIn(source: string): readonly RegExp[] {
  const found: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.ts", source, ts.ScriptTarget.ESNext));
  return found;
}
