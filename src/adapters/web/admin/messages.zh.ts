/** What every page of the administration says, and the page to sign in. */

export const ADMIN = "管理";
export const NAV = "管理栏目";
export const SIGN_IN = "登录";
export const SIGN_IN_TITLE = "登录管理页";
export const SIGN_OUT = "退出登录";
export const PASSWORD = "管理口令";
export const SIGNED_OUT = "已退出登录。";
export const SIGN_IN_FIRST = "请先登录。";
export const BACK_TO_ADMIN = "回到管理首页";

export const WRONG_PASSWORD = "口令不对，请再输入一次；忘了口令，请在服务器上用 mingbai hash-password 重新设一个。";
export const NO_COOKIE = "浏览器没有收下登录用的 cookie，没有登录：请允许本站使用 cookie，重新打开登录页再试。";
export const BUSY = "同时登录的人太多，请过几秒再试。";
export const SESSION_OVER = "登录已过期（半小时没有操作，或满了 12 小时），刚才提交的没有执行。请重新登录。";
export const SESSION_OVER_KEPT = "登录已过期，刚才提交的没有执行，填的内容还在：登录以后核对一遍，再提交。";
export const RESUME_TITLE = "刚才填的还没有提交";
export const RESUME = "已经登录。下面是登录过期前填的内容，核对以后再提交；不要了就不用管它。";
export const RESUME_BUTTON = "提交刚才填的内容";
export const COPY_TITLE = "刚才填的内容";
export const COPY = "下面是刚才填的内容，可以复制下来，重新打开那一页再填。";
export const FOREIGN_FORM = "没有提交：这个页面可能是重新登录以前打开的，或者放得太久了。请返回原来的栏目，重新打开再提交。";

const FAULT_TITLES: Readonly<Partial<Record<number, string>>> = { 404: "没有找到", 413: "内容太大", 429: "请等一等", 500: "没有做成" };

/** @param status of the refusal */
export function faultTitle(status: number): string {
  return FAULT_TITLES[status] ?? "没有提交";
}

export function notEncrypted(): string {
  return "管理页只能通过 https 打开，或在服务器本机打开，否则口令会被经过的网络看到。请用 https 的网址；如果用的就是，请在设置里写明 PUBLIC_URL 或 TRUSTED_PROXY。";
}

export function wait(seconds: number): string {
  return `口令试得太多，请 ${seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`}以后再试。`;
}

export function bodyTooLarge(megabytes: number): string {
  return `提交的内容太大，一次最多 ${megabytes} MB：请分几次提交。`;
}

export function requestBroken(): string {
  return "浏览器发来的内容不完整，没有提交：请返回重新填一次。";
}

/** For the log. */
export const SIGNED_IN_LOG = "管理页有人登录";
export const REFUSED_LOG = "管理页登录口令不对";
