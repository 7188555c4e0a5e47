import type { Feature } from "../feature.ts";
import { broadcasts } from "./broadcasts/broadcasts.tsx";
import { corrections } from "./corrections/corrections.tsx";
import { documents } from "./documents/documents.tsx";
import { mountLogin } from "./login.tsx";
import { overview } from "./overview/overview.tsx";
import { audit } from "./records/audit.tsx";
import { misses } from "./records/misses.tsx";
import { roles } from "./records/roles.tsx";
import { type AdminSection, type AdminSite, createAdminRoutes } from "./routes.tsx";
import { createSessions } from "./sessions.ts";
import { subscriptions } from "./subscriptions/subscriptions.tsx";

/** The pages of the administration, in the order of their navigation. */
const SECTIONS: readonly AdminSection[] = [overview, documents, corrections, broadcasts, subscriptions, misses, audit, roles];

/** 管理: for who knows the password. Where none is set, its addresses are unknown like any other. */
export const admin: Feature = {
  takesFiles: ["/admin"],
  mount(app, site) {
    const { admin: given } = site;
    if (given === undefined) return;
    const own: AdminSite = { ...site, admin: given, sessions: createSessions(given, site), adminNav: SECTIONS.flatMap(({ nav }) => nav ?? []) };
    // Whatever is answered, refusals too, stays on no disk and in no shared cache.
    app.use("/admin/*", async (c, next) => {
      await next();
      c.res.headers.set("cache-control", "no-store");
      c.res.headers.delete("etag");
    });
    mountLogin(app, own);
    const routes = createAdminRoutes(app, own);
    for (const section of SECTIONS) section.mount(routes, own);
  },
};
