import type { GroupRobot, RobotPlatform } from "./adapters/chat/group-robots/robot.ts";

/** What the setting `GROUP_ROBOTS` must be, as the sentence about a wrong one says it. */
export const GROUP_ROBOTS_RULE =
  "应为“群名=网址”，几个之间用空格隔开，网址是企业微信、钉钉或飞书群机器人的 webhook 地址，设了加签的在网址后面加 # 和密钥，群名不重复、不含空格和冒号";

/** A platform is told by the path of its webhook, which private deployments keep. */
const PATHS: readonly (readonly [RobotPlatform, RegExp])[] = [
  ["wecom", /^\/cgi-bin\/webhook\/send$/u],
  ["dingtalk", /^\/robot\/send$/u],
  ["feishu", /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/u],
];
const MAX_NAME_CHARACTERS = 30;

/** @param isSafeUrl whether a secret may be sent there @returns undefined where an entry is not a robot */
export function parseGroupRobots(text: string, isSafeUrl: (url: string) => boolean): readonly GroupRobot[] | undefined {
  const entries = text.trim().split(/\s+/u);
  const robots = entries.flatMap((entry) => parseRobot(entry, isSafeUrl) ?? []);
  const names = new Set(robots.map(({ name }) => name));
  return robots.length === entries.length && names.size === entries.length ? robots : undefined;
}

function parseRobot(entry: string, isSafeUrl: (url: string) => boolean): GroupRobot | undefined {
  const groups = /^(?<name>[^=:：]+)=(?<address>[^#]+)(?:#(?<secret>\S+))?$/u.exec(entry)?.groups;
  const { name = "", address = "", secret } = groups ?? {};
  if (name === "" || [...name].length > MAX_NAME_CHARACTERS || !isSafeUrl(address)) return undefined;
  const { pathname } = new URL(address);
  const platform = PATHS.find(([, path]) => path.test(pathname))?.[0];
  return platform && { platform, name, address, secret };
}
