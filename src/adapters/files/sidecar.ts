import * as z from "zod";
import { AppError } from "../../errors.ts";

const Sidecar = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
  region: z.string().min(2).max(20).optional(),
  year: z.int().min(1949).max(2100).optional(),
  title: z.string().min(2).max(200).optional(),
  lapsed: z.string().min(1).max(100).optional(),
  source: z.string().min(1).max(500),
});

/** What a document's text does not say, from `NAME.json` beside `NAME.txt`. `lapsed` says that it is no longer in force: 失效; `source` where the text comes from, for people. */
export type SidecarFacts = z.infer<typeof Sidecar>;

/** @throws {AppError} `unreadable`, naming the file and every wrong field */
export function parseSidecar(bytes: Uint8Array, file: string): SidecarFacts {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new AppError("unreadable", `「${file}」不是正确的 JSON，它说明的文件暂未收入：请改正后再试。`, { cause: error });
  }
  const parsed = Sidecar.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".") || "整个内容"]));
  throw new AppError("unreadable", `「${file}」里这些项目有误：${[...new Set(fields)].join("、")}，它说明的文件暂未收入；请对照 README 改正。`);
}
