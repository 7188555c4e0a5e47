import type { Child } from "hono/jsx";
import { AppError } from "../../../errors.ts";
import { WebFault } from "../fault.ts";
import type { Site, WebApp, WebContext } from "../feature.ts";
import { viewOf } from "../view/view.ts";
import type { AdminDependencies } from "./dependencies.ts";
import { type AdminForm, limitBody, MOST_FORM_BYTES, readAdminForm } from "./form.ts";
import { type AdminNavEntry, AdminPage, sendAdminPage } from "./frame.tsx";
import { CopyBox, KeptField, keptOf } from "./kept-words.tsx";
import { LoginForm } from "./login-form.tsx";
import * as say from "./messages.zh.ts";
import { isOwnForm, refuseUnencrypted, type Sessions, type Visitor } from "./sessions.ts";

/** What the pages of the administration are made with. */
export interface AdminSite extends Site {
  readonly admin: AdminDependencies;
  readonly sessions: Sessions;
  readonly adminNav: readonly AdminNavEntry[];
}

/** A request of somebody who is signed in. */
export interface AdminRequest {
  readonly c: WebContext;
  readonly visitor: Visitor;
  /** Sends a page in the frame. */
  send(title: string, children: Child, said?: { readonly notice?: string | undefined; readonly fault?: string | undefined }): Response;
}

/** One that changes something: its form is the visitor's own. */
export interface AdminPost extends AdminRequest {
  readonly form: AdminForm;
}

export interface PostOptions {
  readonly maxBytes?: number;
  /** Whether the form holds words that somebody would miss. */
  readonly hasWords?: boolean;
  /** Called before the body is read, for whoever is signed in. */
  readonly beforeBody?: (c: WebContext) => void;
}

/** A group of pages of the administration. */
export interface AdminSection {
  /** Undefined where the navigation does not name it. */
  readonly nav?: AdminNavEntry;
  mount(routes: AdminRoutes, site: AdminSite): void;
}

/** Routes that only somebody who is signed in comes to. */
export interface AdminRoutes {
  get(path: string, show: (request: AdminRequest) => Response | Promise<Response>): void;
  post(path: string, act: (request: AdminPost) => Response | Promise<Response>, options?: PostOptions): void;
}

export function createAdminRoutes(app: WebApp, site: AdminSite): AdminRoutes {
  const request = (c: WebContext, visitor: Visitor): AdminRequest => ({
    c,
    visitor,
    send: (title, children, { notice, fault } = {}) =>
      sendAdminPage(
        c,
        <AdminPage view={viewOf(c, site)} title={title} visitor={visitor} nav={site.adminNav} notice={notice} fault={fault}>
          {children}
        </AdminPage>,
        fault === undefined ? 200 : 400,
      ),
  });
  return {
    get(path, show) {
      app.get(path, async (c) => {
        refuseUnencrypted(c, site);
        const visitor = await site.sessions.identify(c);
        if (!visitor?.isSignedIn) return c.redirect(`/admin/login?next=${encodeURIComponent(viewOf(c, site).here)}`, 303);
        return await tellingFaults(c, site, visitor, () => show(request(c, visitor)));
      });
    },
    post(path, act, { maxBytes = MOST_FORM_BYTES, hasWords = false, beforeBody } = {}) {
      app.post(path, limitBody(maxBytes), async (c) => {
        refuseUnencrypted(c, site);
        const visitor = await site.sessions.identify(c);
        if (!visitor?.isSignedIn) return await refuseSignedOut(c, site, visitor, hasWords);
        beforeBody?.(c);
        return await tellingFaults(c, site, visitor, async () => {
          const form = await readAdminForm(c, maxBytes);
          if (!isOwnForm(visitor, form.text("form"))) return refuseForeign(c, site, visitor, hasWords ? form : undefined);
          return await act({ ...request(c, visitor), form });
        });
      });
    },
  };
}

/** What is refused on purpose becomes a page in the frame. */
async function tellingFaults(c: WebContext, site: AdminSite, visitor: Visitor, work: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const fault = error instanceof AppError ? new WebFault(statusOf(error), error.message) : error;
    if (!(fault instanceof WebFault) || fault.status === 421) throw error;
    if (error instanceof AppError && error.code === "store_failed") site.log.error(error.message);
    return sendAdminPage(
      c,
      <AdminPage view={viewOf(c, site)} title={say.faultTitle(fault.status)} visitor={visitor} nav={site.adminNav} fault={fault.message}>
        <p>
          <a href="/admin">{say.BACK_TO_ADMIN}</a>
        </p>
      </AdminPage>,
      fault.status,
    );
  }
}

function statusOf({ code }: AppError): 400 | 404 | 500 {
  return code === "not_found" ? 404 : code === "store_failed" || code === "internal" ? 500 : 400;
}

/** Nothing was done. Words that came in a form of ours are kept until its writer has signed in again. */
async function refuseSignedOut(c: WebContext, site: AdminSite, known: Visitor | undefined, hasWords: boolean): Promise<Response> {
  const form = known && hasWords ? await readAdminForm(c, MOST_FORM_BYTES) : undefined;
  const kept = known && form && isOwnForm(known, form.text("form")) ? keptOf(c.req.path, form) : undefined;
  const visitor = known ?? site.sessions.greet(c);
  return sendAdminPage(
    c,
    <AdminPage view={viewOf(c, site)} title={say.SIGN_IN_TITLE} fault={kept ? say.SESSION_OVER_KEPT : say.SESSION_OVER}>
      <LoginForm visitor={visitor} next="/admin">
        {kept && <KeptField kept={kept} />}
      </LoginForm>
    </AdminPage>,
    403,
  );
}

function refuseForeign(c: WebContext, site: AdminSite, visitor: Visitor, form: AdminForm | undefined): Response {
  return sendAdminPage(
    c,
    <AdminPage view={viewOf(c, site)} title={say.faultTitle(403)} visitor={visitor} nav={site.adminNav} fault={say.FOREIGN_FORM}>
      {form && <CopyBox kept={keptOf(c.req.path, form)} />}
      <p>
        <a href="/admin">{say.BACK_TO_ADMIN}</a>
      </p>
    </AdminPage>,
    403,
  );
}
