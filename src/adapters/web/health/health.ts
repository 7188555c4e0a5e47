import type { Feature } from "../feature.ts";
import { holdBack } from "../rate-limit.ts";
import { notReady } from "./messages.zh.ts";

const UNCACHED = { "cache-control": "no-store" } as const;

/** For service managers and proxies: whether the process answers, and whether it can do its work. */
export const health: Feature = {
  mount(app, site) {
    app.get("/healthz", (c) => c.text("ok\n", 200, UNCACHED));
    app.get("/readyz", holdBack(site), async (c) => {
      const readiness = await site.readiness();
      const reason = notReady(readiness);
      return c.json({ ready: reason === undefined, ...(reason !== undefined && { reason }), ...readiness }, reason === undefined ? 200 : 503, UNCACHED);
    });
  },
};
