import { WebFault } from "../fault.ts";
import type { Feature } from "../feature.ts";
import { holdBack } from "../rate-limit.ts";
import { onlyPosts } from "./messages.zh.ts";
import { MCP_PATH } from "./rpc-fault.ts";

/** The Streamable HTTP transport of MCP, for agents. Without sessions and streams there is nothing to GET and nothing to DELETE. */
export const mcp: Feature = {
  platform: "mcp",
  mount(app, site) {
    let handler: ReturnType<typeof site.mcp> | undefined;
    app.post(MCP_PATH, holdBack(site), async (c) => {
      handler ??= site.mcp(site.assistant);
      return (await handler)(c.req.raw);
    });
    app.all(MCP_PATH, () => {
      throw new WebFault(405, onlyPosts(), { allow: "POST" });
    });
  },
};
