import type { FaultStatus } from "../fault.ts";

/** What the HTTP API says besides answers: titles and sentences of its problems, and the words of its OpenAPI document. */

/** The kinds of problems. `type` is stable, so that programs can tell them apart. */
export const PROBLEMS: Readonly<Record<FaultStatus, { readonly type: string; readonly title: string }>> = {
  400: { type: "bad-request", title: "请求读不懂" },
  401: { type: "unauthorized", title: "没有令牌，或令牌无效" },
  403: { type: "forbidden", title: "没有这个权限" },
  404: { type: "not-found", title: "没有找到" },
  405: { type: "method-not-allowed", title: "不支持这个方法" },
  413: { type: "too-large", title: "内容太大" },
  415: { type: "unsupported-media-type", title: "内容的类型不对" },
  421: { type: "misdirected", title: "地址不对" },
  422: { type: "not-imported", title: "文件没有收录" },
  429: { type: "too-many-requests", title: "请求太密" },
  500: { type: "internal", title: "程序出错" },
};

export function noSuchRoute(): string {
  return "没有这个接口，全部接口见 /openapi.json。";
}

export function methodNotAllowed(method: string, allowed: string): string {
  return `这个接口不支持 ${method}，请用 ${allowed}。`;
}

/** @param errors what is wrong with which value; a body that is none at all has no name */
export function requestInvalid(errors: readonly { readonly name: string; readonly detail: string }[]): string {
  const named = errors.slice(0, MOST_NAMED).map(({ name, detail }) => `${name === "" ? "内容" : name} ${detail.replace(/。$/u, "")}`);
  return `${named.join("；")}${errors.length > MOST_NAMED ? `；等 ${errors.length} 处` : ""}。`;
}

const MOST_NAMED = 5;

export function jsonBroken(): string {
  return "请求的内容不是完整的 JSON，请检查。";
}

export function wantsJson(): string {
  return "请用 Content-Type: application/json 发送 JSON。";
}

export function wantsFile(): string {
  return "请用 multipart/form-data 发送文件，或用 application/octet-stream 直接发送文件的内容。";
}

export function fileMissing(field: string): string {
  return `表单里没有文件，请把文件放在名为 ${field} 的一栏。`;
}

export function formBroken(): string {
  return "表单残缺，读不出文件，请重新发送。";
}

export function fileEmpty(): string {
  return "没有收到文件的内容，请重新发送。";
}

export function fileUnnamed(): string {
  return "请用参数 name 写明文件名，例如 name=工作要点.docx。";
}

export function fileTooLarge(maxBytes: number): string {
  return `文件太大，最多 ${maxBytes / 1024 / 1024} MB。`;
}

export function tokenMissing(): string {
  return "这个接口要有令牌，请在请求头里写 Authorization: Bearer 令牌；令牌由管理人员用 mingbai token new 生成。";
}

export function tokenInvalid(): string {
  return "令牌不对、已经过期或已收回，请向管理人员另要一个。";
}

export function scopeMissing(scope: string): string {
  return `这个令牌没有 ${scope} 权限，请向管理人员另要一个。`;
}

export function noSuchDocument(id: string): string {
  return `没有编号是 ${id} 的文件，现有的文件见 /api/v1/documents。`;
}

export function noSuchTask(id: string, ordinal: number, count: number): string {
  return count === 0 ? `文件 ${id} 没有责任分工。` : `文件 ${id} 没有第 ${ordinal} 项任务，共 ${count} 项。`;
}

export function noSuchSection(id: string, node: number): string {
  return `文件 ${id} 没有编号是 ${node} 的部分，各部分见 /api/v1/documents/${id}。`;
}

export function sectionNeedsDocument(): string {
  return "要和 document 一起写";
}

export function noSuchUnit(name: string): string {
  return `文件没有点名「${name}」，点名了的单位见 /api/v1/units。`;
}

export function unitUnclear(name: string, choices: readonly string[]): string {
  return `「${name}」可能是${choices.join("、")}，请写明是哪一个。`;
}

export function stateBroken(): string {
  return "要原样用上一次回答给的，或者不写";
}

/** Why a value is refused. */
export const WHY = {
  missing: "没有写",
  unknown: "没有这个参数",
  twice: "只能写一次",
  integer: "应是整数",
  boolean: "应是 true 或 false",
  text: "应是一段文字",
  list: "应是一个数组",
  object: "应是一个 JSON 对象",
  date: "应是 2026-11-22 这样的日期，并且有这一天",
  form: "写法不对",
  choices: (choices: readonly unknown[]) => `应是 ${choices.join("、")} 之一`,
  atLeast: (least: unknown) => `不能小于 ${least}`,
  atMost: (most: unknown) => `不能大于 ${most}`,
  longest: (most: unknown) => `最多 ${most} 个字`,
  shortest: (least: unknown) => `最少 ${least} 个字`,
  most: (most: unknown) => `最多 ${most} 个`,
} as const;

export const API_TITLE = "明白 HTTP API";

export const API_DESCRIPTION = [
  "查公文里的任务、时限、原文，问问题，答复与终端、网页相同。",
  "查询不要令牌；收录文件要有 write 权限的令牌，由管理人员用 mingbai token new 生成。",
  "每处引文都有 document、start、end 和 quote：start、end 按 UTF-16 编码单元在 /api/v1/documents/{id}/source 的正文上从 0 数起，source.slice(start, end) 就是 quote。",
  "GET 都可以用 HEAD；回应有 ETag，带 If-None-Match 再问，没有变就是 304。文件随时可能增减，请每次都问，不要自己长久保存。",
  "没有答成的请求一律是 application/problem+json（RFC 9457）。多出的参数、写错的值都会指出来，不会当作没写。只有还没读到地址就断开的例外：请求头连地址超过 72 KB（431，长的问题请用 POST），或迟迟发不完（408）。",
  "每个回应有 X-Request-Id，出错时请把它告诉管理人员。",
  "只供程序和本站的网页使用，不设 CORS：别的网站里的脚本读不到。",
  "以后的版本可能增加字段，不会去掉或改变已有的；不认识的字段请略过。",
].join("\n\n");

export const TAGS = { ask: "问答", tasks: "任务、单位和到期的日子", documents: "文件和原文" } as const;

export const TOKEN_DESCRIPTION = "mb_ 开头的令牌；收录文件要有 write 权限。";

export const UPLOAD_FILE = "要收录的文件：docx、doc、xlsx、pdf、ofd、html、md、txt，最多 20 MB";

export const UNCHANGED = "没有变：与 If-None-Match 里的 ETag 相同，没有内容。";

export const NEW_DOCUMENT = "新文件的地址";

export const FAULT_DESCRIPTIONS: Readonly<Record<FaultStatus, string>> = {
  400: "参数或内容不对，不对的地方见 errors。",
  401: "没有令牌，或令牌不对、已过期、已收回。",
  403: "令牌没有这个权限，或请求是从别的网站发出的。",
  404: "没有这份文件、这项任务、这个单位，或没有这个接口。",
  405: "接口不支持这个方法，支持的见 Allow。",
  413: "内容太大。",
  415: "内容的类型不对。",
  421: "请求用的主机名不是这台服务器的。",
  422: "文件没有收录，原因见 detail 和 code。",
  429: "请求太密，过几秒再试，几秒见 Retry-After。",
  500: "程序出错，detail 里有错误编号，请告诉管理人员。",
};
