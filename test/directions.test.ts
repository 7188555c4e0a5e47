import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";

const script = join(import.meta.dirname, "../scripts/check-directions.mjs");
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs the check over a project of these files, beside one file in each layer. */
function check(files: Readonly<Record<string, string>>): { status: number | null; output: string } {
  const root = mkdtempSync(join(tmpdir(), "mingbai-directions-"));
  folders.push(root);
  const ground = {
    "src/core/text/span.ts": "",
    "src/core/question/query.ts": "",
    "src/app/ports.ts": "",
    "src/adapters/store/store.ts": "",
    "src/cli/run.ts": "",
    "src/errors.ts": "",
  };
  for (const [path, text] of Object.entries({ ...ground, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, stderr, stdout } = spawnSync(process.execPath, [script, root], { encoding: "utf8" });
  return { status, output: stderr + stdout };
}

describe("npm run directions", () => {
  test("this project keeps to its layers", () => {
    const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test.each([
    [
      "an adapter uses app and core",
      { "src/adapters/search/a.ts": 'import type { P } from "../../app/ports.ts";\nimport { s } from "../../core/text/span.ts";' },
    ],
    [
      "the edge uses everything and data",
      { "src/cli/a.ts": 'import units from "../../data/units.json" with { type: "json" };\nimport "../adapters/store/store.ts";', "data/units.json": "{}" },
    ],
    ["core uses zod and errors", { "src/core/text/a.ts": 'import * as z from "zod";\nimport { AppError } from "../../errors.ts";' }],
    ["a test may reach anywhere", { "src/core/text/a.test.ts": 'import { readFileSync } from "node:fs";\nimport "../../cli/run.ts";' }],
    ["words in a comment are no import", { "src/core/text/a.ts": '// import "node:fs"\n/* import { x } from "../../cli/run.ts"; */\nexport const a = 1;' }],
  ])("allowed: %s", (_, files) => expect(check(files)).toMatchObject({ status: 0 }));

  test.each([
    ["core uses Node", { "src/core/text/a.ts": 'import { readFileSync } from "node:fs";' }, "core imports no package but zod, not node:fs"],
    ["core uses a package", { "src/core/text/a.ts": 'export * from "minisearch";' }, "not minisearch"],
    ["core uses app", { "src/core/text/a.ts": 'import type { P } from "../../app/ports.ts";' }, "core must not import app"],
    ["app uses an adapter, later", { "src/app/a.ts": 'const later = () => import("../adapters/store/store.ts");' }, "app must not import adapters"],
    ["an adapter uses the edge", { "src/adapters/store/a.ts": 'import { run } from "../../cli/run.ts";' }, "adapters must not import edge"],
    ["an adapter uses another", { "src/adapters/search/a.ts": 'import { open } from "../store/store.ts";' }, "must not import another"],
    [
      "a chat platform uses another",
      { "src/adapters/chat/web/a.ts": 'import "../terminal/b.ts";', "src/adapters/chat/terminal/b.ts": "" },
      "must not import another",
    ],
    ["core against its order", { "src/core/text/a.ts": 'import {\n  type Query,\n} from "../question/query.ts";' }, "text must not import question"],
    [
      "core reads data",
      { "src/core/text/a.ts": 'import units from "../../../data/units.json" with { type: "json" };', "data/units.json": "{}" },
      "takes data as arguments",
    ],
    ["two files import each other", { "src/app/a.ts": 'import "./b.ts";', "src/app/b.ts": 'import "./a.ts";' }, "is a cycle"],
    ["a file that is not there", { "src/app/a.ts": 'import "./gone.ts";' }, "does not exist"],
    ["process away from the edge", { "src/app/a.ts": "export const home = process.env.HOME;" }, "only src/main.ts and src/cli use process"],
  ])("refused: %s", (_, files, fault) => {
    const { status, output } = check(files);
    expect(output).toContain(fault);
    expect(output).toContain("1 faults");
    expect(status).toBe(1);
  });
});
