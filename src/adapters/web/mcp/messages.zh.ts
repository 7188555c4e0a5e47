/** What the address for agents says of requests that never come to a tool. */

export function onlyPosts(): string {
  return "这是供智能体用的 MCP 地址，只收 POST；没有会话，也不推送。";
}
