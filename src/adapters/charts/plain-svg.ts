/**
 * What echarts draws, as any reader of SVG takes it under any policy: attributes instead of styles, and nothing that is for its own scripts.
 * No word of a picture is touched: in text, quotation marks are escaped.
 * @param fontFamily of every word
 */
export function plainSvg(svg: string, fontFamily: string): string {
  return svg
    .replace(/<style\b[\s\S]*?<\/style>/gu, "")
    .replace(/<path [^>]*fill="none" pointer-events="visible"[^>]*><\/path>\n?/gu, "")
    .replace(/ (?:class|ecmeta_\w+|pointer-events|xmlns:xlink|baseProfile)="[^"]*"/gu, "")
    .replace(/ style="(?<styles>[^"]*)"/gu, (_, styles: string) => attributesOf(styles))
    .replace(/(?<=\s(?:id="|clip-path="url\(#|fill="url\(#))zr\d+-/gu, "")
    .replace("<svg ", `<svg font-family="${fontFamily}" `);
}

/** font-size:13px;font-family:X; */
function attributesOf(styles: string): string {
  return styles
    .split(";")
    .map((style) => /^(?<name>[a-z-]+):(?<value>.+)$/u.exec(style.trim())?.groups)
    .map((style) => (style === undefined || style["name"] === "font-family" ? "" : ` ${style["name"]}="${style["value"]}"`))
    .join("");
}
