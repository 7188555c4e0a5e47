import type { Child } from "hono/jsx";
import { ASSETS } from "../assets.ts";
import * as say from "../messages.zh.ts";
import { printSizePath } from "./links.ts";
import type { View } from "./view.ts";

interface PageProps {
  readonly view: View;
  /** Undefined for the first page. */
  readonly title?: string;
  /** Address of a small script that makes the page better; it works without. */
  readonly script?: string;
  /** Address of a style sheet that only this page and its like need. */
  readonly style?: string;
  /** Whether the page needs the whole width. */
  readonly isWide?: boolean;
  readonly children?: Child;
}

/** The frame of every page: head, navigation, the content, the foot. */
export function Page({ view, title, script, style, isWide, children }: PageProps) {
  return (
    <html lang="zh-CN" class={view.isLarge ? "large" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === undefined ? say.SITE_TITLE : `${title} - ${say.SITE_NAME}`}</title>
        <link rel="icon" href={ASSETS.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={ASSETS.style} />
        {style !== undefined && <link rel="stylesheet" href={style} />}
        {script !== undefined && <script src={script} defer></script>}
      </head>
      <body>
        <a class="skip" href="#main">
          {say.SKIP}
        </a>
        <header class="site">
          <div class="bar">
            <a class="brand" href="/">
              <span class="seal" aria-hidden="true">
                明
              </span>
              {say.SITE_NAME}
            </a>
            <nav aria-label={say.NAV}>
              <ul class="plain">
                {view.nav.map(({ href, label }) => (
                  <li>
                    <a href={href} aria-current={isAt(view.here, href) ? "page" : undefined}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <a class="size" href={printSizePath(!view.isLarge, view.here)}>
              {view.isLarge ? say.NORMAL_PRINT : say.LARGE_PRINT}
            </a>
          </div>
        </header>
        <main id="main" tabindex={-1} class={isWide ? "wide" : undefined}>
          {children}
        </main>
        <footer class="site">
          <p>{say.FOOT}</p>
        </footer>
      </body>
    </html>
  );
}

function isAt(here: string, href: string): boolean {
  return href === "/" ? /^\/(?:ask)?(?:\?|$)/u.test(here) : here === href || here.startsWith(`${href}?`);
}
