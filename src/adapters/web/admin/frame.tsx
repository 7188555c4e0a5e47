import type { Child } from "hono/jsx";
import { ASSETS } from "../assets.ts";
import type { FaultStatus } from "../fault.ts";
import type { WebContext } from "../feature.ts";
import { Page } from "../view/page.tsx";
import type { View } from "../view/view.ts";
import * as say from "./messages.zh.ts";
import type { Visitor } from "./sessions.ts";

/** An entry of the administration's own navigation. */
export interface AdminNavEntry {
  readonly href: string;
  readonly label: string;
}

interface AdminPageProps {
  readonly view: View;
  readonly title: string;
  /** Undefined on pages that are seen without being signed in. */
  readonly visitor?: Visitor | undefined;
  readonly nav?: readonly AdminNavEntry[];
  /** What was done, or is to be known. */
  readonly notice?: string | undefined;
  /** What is wrong with what was sent. */
  readonly fault?: string | undefined;
  readonly children?: Child;
}

/** The frame of every page of the administration. */
export function AdminPage({ view, title, visitor, nav = [], notice, fault, children }: AdminPageProps) {
  return (
    <Page view={view} title={`${title} - ${say.ADMIN}`} style={ASSETS.admin} isWide>
      {visitor?.isSignedIn && (
        <div class="admin-bar">
          <nav aria-label={say.NAV}>
            <ul class="plain">
              {nav.map(({ href, label }) => (
                <li>
                  <a href={href} aria-current={isUnder(view.here, href) ? "page" : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <AdminForm visitor={visitor} action="/admin/logout">
            <button type="submit" class="light">
              {say.SIGN_OUT}
            </button>
          </AdminForm>
        </div>
      )}
      <h1>{title}</h1>
      {notice !== undefined && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      {fault !== undefined && (
        <p class="warning" role="alert">
          {fault}
        </p>
      )}
      {children}
    </Page>
  );
}

interface AdminFormProps {
  readonly visitor: Visitor;
  readonly action: string;
  readonly takesFiles?: boolean;
  readonly class?: string;
  readonly children?: Child;
}

/** A form that only the visitor's own browser can send. */
export function AdminForm({ visitor, action, takesFiles, class: name, children }: AdminFormProps) {
  return (
    <form method="post" action={action} class={name} enctype={takesFiles ? "multipart/form-data" : undefined}>
      <input type="hidden" name="form" value={visitor.formToken} />
      {children}
    </form>
  );
}

/** Sends a page that nobody keeps. It is not compressed: its length would tell of the form's token. */
export function sendAdminPage(c: WebContext, page: { toString(): string | Promise<string> }, status: 200 | FaultStatus = 200): Response {
  return c.body(`<!DOCTYPE html>${String(page)}`, status, { "content-type": "text/html; charset=utf-8" });
}

function isUnder(here: string, href: string): boolean {
  const path = here.replace(/[?#].*$/u, "");
  return path === href || (href !== "/admin" && path.startsWith(`${href}/`));
}
