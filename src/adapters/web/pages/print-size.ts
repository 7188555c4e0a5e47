import type { Feature } from "../feature.ts";
import { PRINT_COOKIE } from "../view/view.ts";

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Large print (长辈版) and back: a link that sets a cookie and comes back to the page that it stands on. */
export const printSize: Feature = {
  mount(app) {
    app.get("/print-size", (c) => {
      const isLarge = c.req.query("size") === "large";
      const secure = c.get("client").protocol === "https" ? "; Secure" : "";
      const cookie = isLarge ? `${PRINT_COOKIE}=large; Max-Age=${ONE_YEAR_SECONDS}` : `${PRINT_COOKIE}=; Max-Age=0`;
      c.header("set-cookie", `${cookie}; Path=/; HttpOnly; SameSite=Lax${secure}`);
      c.header("cache-control", "no-store");
      return c.redirect(pathOrFirst(c.req.query("back")), 303);
    });
  },
};

/** A path of this server; the first page for anything else. */
function pathOrFirst(back: string | undefined): string {
  if (back === undefined || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(back)) return "/";
  const { pathname, search } = new URL(back, "http://localhost");
  // `/..//elsewhere` comes to `//elsewhere`, which is another host.
  return pathname.startsWith("//") ? "/" : `${pathname}${search}`;
}
