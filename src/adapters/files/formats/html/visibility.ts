import type { PageElement } from "./page-nodes.ts";

/** Never shown as a document's text: code, controls and embedded things. A whole page may stand in one form, so `form` is not among them. */
const UNSHOWN: ReadonlySet<string> = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE META LINK IFRAME FRAME OBJECT EMBED APPLET SVG MATH CANVAS AUDIO VIDEO SELECT OPTION DATALIST BUTTON INPUT TEXTAREA MAP RP RT NAV DIALOG".split(
    " ",
  ),
);
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?|mso-hide\s*:\s*all)\s*(?:!important\s*)?(?:;|$)/iu;

/** Whether a reader of the page does not see an element, as far as the element itself says. */
export function isUnshown(element: PageElement): boolean {
  if (UNSHOWN.has(element.nodeName)) return true;
  if (element.getAttribute("hidden") !== null) return true;
  const style = element.getAttribute("style");
  return style !== null && HIDDEN_STYLE.test(style);
}

const BLOCK: ReadonlySet<string> = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);
const BLOCK_STYLE = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)/iu;

/** Whether an element begins and ends a line. */
export function isBlock(element: PageElement): boolean {
  if (BLOCK.has(element.nodeName)) return true;
  const style = element.getAttribute("style");
  return style !== null && BLOCK_STYLE.test(style);
}

/** Whether line breaks in an element's text are shown as such. */
export function keepsBreaks(element: PageElement): boolean {
  return element.nodeName === "PRE" || /(?:^|;)\s*white-space\s*:\s*(?:pre|break-spaces)/iu.test(element.getAttribute("style") ?? "");
}
