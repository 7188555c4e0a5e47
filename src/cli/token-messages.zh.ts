import { timeInChina } from "../app/date-in-china.ts";
import { TOKEN_SCOPES } from "../app/token-check.ts";
import { stateOf, type TokenRecord, type TokenState } from "../app/tokens.ts";

/*
 * What `mingbai token` says.
 */

export const COLUMNS: readonly string[] = ["编号", "名称", "权限", "生成", "最近使用", "到期", "状态"];

const STATES: Readonly<Record<TokenState, string>> = { valid: "有效", expired: "已过期", revoked: "已收回" };

export function row(token: TokenRecord, nowMs: number): readonly string[] {
  const { id, name, scopes, madeAtMs, usedAtMs, expiresAtMs } = token;
  const time = (timeMs: number | undefined, none: string) => (timeMs === undefined ? none : timeInChina(timeMs).slice(0, 16));
  return [id, name, scopes.join(","), time(madeAtMs, ""), time(usedAtMs, "没有用过"), time(expiresAtMs, "不过期"), STATES[stateOf(token, nowMs)]];
}

export function none(): string {
  return "还没有令牌，用 mingbai token new 名称 生成。";
}

export function made({ id, name, scopes, expiresAtMs }: TokenRecord): string {
  const until = expiresAtMs === undefined ? "不过期，不用了请收回" : `${timeInChina(expiresAtMs).slice(0, 16)} 到期`;
  return `令牌「${name}」，编号 ${id}，权限 ${scopes.join(",")}，${until}。令牌只显示这一次，程序不保存，请马上交给要用的程序：`;
}

export function revoked(name: string): string {
  return `已收回令牌「${name}」，从现在起不能再用。`;
}

export function usage(): string {
  return "请写 mingbai token new 名称、mingbai token list 或 mingbai token revoke 编号。";
}

export function badName(longest: number): string {
  return `令牌的名称要有 1 到 ${longest} 个字，写明给哪个程序用。`;
}

export function nameTaken(name: string): string {
  return `已有叫「${name}」的令牌：请另起一个名称，或先用 mingbai token revoke 收回它。`;
}

export function badScopes(given: string): string {
  return `没有「${given}」这样的权限：可以写 ${TOKEN_SCOPES.join("、")}，几个用逗号隔开。`;
}

export function badDays(given: string, most: number): string {
  return `--days 后面的「${given}」不对：请写 1 到 ${most} 的天数。`;
}

export function onlyForNew(): string {
  return "--scope 和 --days 只用于 mingbai token new。";
}

export function noSuchToken(id: string): string {
  return `没有编号是「${id}」的有效令牌，编号见 mingbai token list。`;
}
