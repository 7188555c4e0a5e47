import type { NavEntry, Site, WebContext } from "../feature.ts";

/** What a page is shown with. */
export interface View {
  /** Large print (长辈版): large type, one fact a line. */
  readonly isLarge: boolean;
  /** Path and query of the page itself. */
  readonly here: string;
  readonly nav: readonly NavEntry[];
}

export const PRINT_COOKIE = "print";
const LARGE = /(?:^|;\s*)print=large(?:;|$)/u;

export function viewOf(c: WebContext, { nav }: Pick<Site, "nav">): View {
  return { isLarge: LARGE.test(c.req.header("cookie") ?? ""), here: pathOf(c.req.url), nav };
}

/** Path and query, less the origin; never `//…`, which would name another host. */
function pathOf(url: string): string {
  const path = url.slice(url.indexOf("/", url.indexOf("://") + 3));
  return `/${path.replace(/^[/\\]+/u, "")}`;
}
