import { AppError } from "../../errors.ts";

/** The mark stands in the upper left of the first page (GB/T 9704-2012 §7.2.2): among the first lines of a text. */
const HEADER_LINES = 20;
const LEVEL = "(?:绝密|机密|秘密)";
const MARKS: readonly RegExp[] = [
  // 机密★1年, also behind a copy number: 000012 机密★1年
  new RegExp(`${LEVEL}[★☆*]`, "u"),
  // alone on its line, with or without its period: 秘 密, 机密 1年, 绝密 长期
  new RegExp(`^${LEVEL}级?(?:长期|\\d{1,2}年|\\d{1,2}个月)?$`, "u"),
  // 密级:秘密
  new RegExp(`^密级[:\uff1a]?${LEVEL}`, "u"),
];

/** The mark of a state secret (密级) in the header of a text, less its spaces; undefined for a text without one. Mentions of secrets in the body are none. */
export function classificationMark(text: string): string | undefined {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.replace(/\s+/gu, ""))
    .filter((line) => line !== "")
    .slice(0, HEADER_LINES);
  for (const line of lines) {
    for (const mark of MARKS) {
      const found = mark.exec(line);
      if (found) return /绝密|机密|秘密/u.exec(found[0])?.[0];
    }
  }
  return undefined;
}

/**
 * Refuses a text with a mark in its header. Also for what stands in page headers and text boxes, which are no part of a stored text.
 * @param file base name, for the message
 * @throws {AppError} `classified`
 */
export function refuseClassified(text: string, file: string): void {
  const mark = classificationMark(text);
  if (mark !== undefined) throw new AppError("classified", `「${file}」标有密级「${mark}」，涉密文件不能收入：请按保密规定处理，不要放在联网的设备上。`);
}
