// Refuses imports that go against the layers of docs/ARCHITECTURE.md, cycles, and core code that reaches outside itself.
// usage: check-directions.mjs [ROOT]   (ROOT holds src/ and data/; default: this project)
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), ".."));

/** Left imports right: a file may import its own layer and those after it. */
const LAYERS = ["edge", "adapters", "app", "core", "errors"];
/** Right imports left: a folder of core may import itself and those before it. */
const CORE_ORDER = ["text", "document", "units", "ledger", "reminders", "search", "messages.zh.ts", "question", "answer"];
const CORE_PACKAGES = new Set(["zod", "zod/mini"]);
/** Whole import and export statements, and import() of a literal. A type import counts: it is knowledge too. */
const IMPORTS = /(?:^|\n)\s*(?:import|export)\s(?:[^"';]*?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gu;
const COMMENTS = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/gu;

const files = readdirSync(join(root, "src"), { recursive: true })
  .map((name) => posix.join("src", String(name).split(sep).join("/")))
  .filter((name) => /(?<!\.test)\.tsx?$/u.test(name))
  .sort();
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), "utf8").replace(COMMENTS, "")]));
const imports = new Map(files.map((file) => [file, [...(texts.get(file) ?? "").matchAll(IMPORTS)].map((match) => match[1] ?? match[2] ?? "")]));

const faults = [...imports].flatMap(([file, specifiers]) => [
  ...specifiers.flatMap((specifier) => faultOf(file, specifier) ?? []),
  ...(layerOf(file) !== "edge" && /\bprocess\.(?!versions\b)|["']node:process["']/u.test(texts.get(file) ?? "")
    ? [`${file}: only src/main.ts and src/cli use process`]
    : []),
]);
faults.push(...cycles());
for (const fault of faults) console.error(fault);
console.log(`directions: ${files.length} files, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** What is wrong with an import; undefined where nothing is. */
function faultOf(file, specifier) {
  const from = layerOf(file);
  if (!specifier.startsWith(".")) {
    return from === "core" && !CORE_PACKAGES.has(specifier) ? `${file}: core imports no package but zod, not ${specifier}` : undefined;
  }
  const target = targetOf(file, specifier);
  if (!existsSync(join(root, target))) return `${file}: ${specifier} does not exist`;
  if (target.startsWith("data/")) return from === "core" ? `${file}: core takes data as arguments, it does not import ${target}` : undefined;
  if (!target.startsWith("src/")) return `${file}: ${target} is outside src/ and data/`;
  const to = layerOf(target);
  if (LAYERS.indexOf(to) < LAYERS.indexOf(from)) return `${file}: ${from} must not import ${to} (${target})`;
  if (from === "adapters" && to === "adapters" && adapterOf(file) !== adapterOf(target)) return `${file}: an adapter must not import another (${target})`;
  if (from === "core" && to === "core" && corePlace(target) > corePlace(file))
    return `${file}: ${CORE_ORDER[corePlace(file)]} must not import ${CORE_ORDER[corePlace(target)]} (${target})`;
  return undefined;
}

function targetOf(file, specifier) {
  return posix.normalize(posix.join(posix.dirname(file), specifier.replace(/\?raw$/u, "")));
}

function layerOf(file) {
  const [, first = ""] = file.split("/");
  if (first === "errors.ts") return "errors";
  return LAYERS.includes(first) ? first : "edge";
}

/** src/adapters/chat/telegram, src/adapters/store */
function adapterOf(file) {
  const parts = file.split("/");
  return parts.slice(2, parts[2] === "chat" ? 4 : 3).join("/");
}

function corePlace(file) {
  const place = CORE_ORDER.indexOf(file.split("/")[2]);
  if (place < 0) throw new Error(`${file}: scripts/check-directions.mjs does not know where in core this stands`);
  return place;
}

/** Each cycle once, from its first file in the alphabet. Imports made later, by import(), count too. */
function cycles() {
  const done = new Set();
  const found = new Map();
  const visit = (file, trail) => {
    const at = trail.indexOf(file);
    if (at >= 0) {
      const cycle = trail.slice(at);
      found.set([...cycle].sort().join(), `${[...cycle, file].join(" -> ")} is a cycle`);
    } else if (!done.has(file)) {
      for (const specifier of imports.get(file) ?? []) if (specifier.startsWith(".")) visit(targetOf(file, specifier), [...trail, file]);
      done.add(file);
    }
  };
  for (const file of files) visit(file, []);
  return found.values();
}
