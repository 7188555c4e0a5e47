import type { Site, WebApp, WebContext } from "../feature.ts";
import { viewOf } from "../view/view.ts";
import { record } from "./audited.ts";
import { limitBody, MOST_FORM_BYTES, readAdminForm } from "./form.ts";
import { AdminPage, sendAdminPage } from "./frame.tsx";
import { KeptField, type KeptWords, parseKept, ResumeForm } from "./kept-words.tsx";
import { LoginForm, nextPath } from "./login-form.tsx";
import { createLoginLimit } from "./login-limit.ts";
import * as say from "./messages.zh.ts";
import { createPasswordCheck, parsePasswordHash } from "./password.ts";
import type { AdminSite } from "./routes.tsx";
import { isOwnForm, refuseUnencrypted, type Visitor } from "./sessions.ts";

/** What a refused sign-in shows again. */
interface Refusal {
  readonly status: 403 | 429;
  readonly fault: string;
}

/** 登录: the page to sign in, and out again. */
export function mountLogin(app: WebApp, site: AdminSite): void {
  const { sessions } = site;
  const limit = createLoginLimit(site.clock);
  const hash = parsePasswordHash(site.admin.passwordHash);
  const check = hash ? createPasswordCheck(hash) : () => Promise.resolve(false);
  app.get("/admin/login", async (c) => {
    refuseUnencrypted(c, site);
    const known = await sessions.identify(c);
    const next = nextPath(c.req.query("next"));
    if (known?.isSignedIn) return c.redirect(next, 303);
    const notice = c.req.query("out") !== undefined ? say.SIGNED_OUT : c.req.query("next") === undefined ? undefined : say.SIGN_IN_FIRST;
    return sendAdminPage(
      c,
      <AdminPage view={viewOf(c, site)} title={say.SIGN_IN_TITLE} notice={notice}>
        <LoginForm visitor={known ?? sessions.greet(c)} next={next} />
      </AdminPage>,
    );
  });
  app.post("/admin/login", limitBody(MOST_FORM_BYTES), async (c) => {
    refuseUnencrypted(c, site);
    const known = await sessions.identify(c);
    const form = await readAdminForm(c, MOST_FORM_BYTES);
    const next = nextPath(form.text("next"));
    const kept = parseKept(form.text("kept"));
    const again = (refusal: Refusal) => showAgain(c, site, known, next, kept, refusal);
    // Nobody is signed in by a page of somebody else.
    if (!known || !isOwnForm(known, form.text("form"))) return again({ status: 403, fault: say.NO_COOKIE });
    const client = c.get("client");
    const seconds = limit.begin(client);
    if (seconds !== undefined) return again(held(c, seconds));
    const isRight = await check(form.words.find(([name]) => name === "password")?.[1] ?? "");
    if (isRight === "busy") return again({ ...held(c, 2), fault: say.BUSY });
    if (!isRight) {
      site.log.warn(say.REFUSED_LOG);
      await record(site, { action: "sign_in", object: "", result: "failed", detail: "" });
      return again({ status: 403, fault: say.WRONG_PASSWORD });
    }
    limit.succeed(client);
    site.log.info(say.SIGNED_IN_LOG);
    const visitor = await sessions.signIn(c);
    await record(site, { action: "sign_in", object: "", result: "done", detail: "" });
    return kept ? showKept(c, site, visitor, kept) : c.redirect(next, 303);
  });
  app.post("/admin/logout", limitBody(MOST_FORM_BYTES), async (c) => {
    refuseUnencrypted(c, site);
    const known = await sessions.identify(c);
    const form = await readAdminForm(c, MOST_FORM_BYTES);
    // Who is signed out already sees that they are.
    if (known?.isSignedIn && isOwnForm(known, form.text("form"))) {
      await sessions.signOut(c);
      await record(site, { action: "sign_out", object: "", result: "done", detail: "" });
    }
    return c.redirect("/admin/login?out=1", 303);
  });
}

function held(c: WebContext, seconds: number): Refusal {
  c.header("retry-after", String(seconds));
  return { status: 429, fault: say.wait(seconds) };
}

function showAgain(c: WebContext, site: AdminSite, known: Visitor | undefined, next: string, kept: KeptWords | undefined, refusal: Refusal): Response {
  return sendAdminPage(
    c,
    <AdminPage view={viewOf(c, site)} title={say.SIGN_IN_TITLE} fault={refusal.fault}>
      <LoginForm visitor={known ?? site.sessions.greet(c)} next={next}>
        {known && kept && <KeptField kept={kept} />}
      </LoginForm>
    </AdminPage>,
    refusal.status,
  );
}

function showKept(c: WebContext, site: Site & Pick<AdminSite, "adminNav">, visitor: Visitor, kept: KeptWords): Response {
  return sendAdminPage(
    c,
    <AdminPage view={viewOf(c, site)} title={say.RESUME_TITLE} visitor={visitor} nav={site.adminNav} notice={say.RESUME}>
      <ResumeForm visitor={visitor} kept={kept} />
    </AdminPage>,
  );
}
