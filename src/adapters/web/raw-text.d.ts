/** A file's text, as scripts/build.mjs and vitest load it. */
declare module "*?raw" {
  const text: string;

  export { text as default };
}
