import type { Child } from "hono/jsx";
import { AdminForm } from "./frame.tsx";
import * as say from "./messages.zh.ts";
import type { Visitor } from "./sessions.ts";

interface LoginFormProps {
  readonly visitor: Visitor;
  /** Where it leads, a path of the administration. */
  readonly next: string;
  readonly children?: Child;
}

export function LoginForm({ visitor, next, children }: LoginFormProps) {
  return (
    <AdminForm visitor={visitor} action="/admin/login" class="stack login">
      <input type="hidden" name="next" value={next} />
      {children}
      <label>
        {say.PASSWORD}
        <input type="password" name="password" autocomplete="current-password" required />
      </label>
      <button type="submit">{say.SIGN_IN}</button>
    </AdminForm>
  );
}

const PATH = /^\/admin(?:\/[\w-]{1,100}){0,4}(?:\?[\w=&%.:+-]{0,500})?$/u;

/** Where a sign-in leads: nowhere but to a page of the administration. */
export function nextPath(given: string | undefined): string {
  return given !== undefined && PATH.test(given) && !given.startsWith("/admin/log") ? given : "/admin";
}
