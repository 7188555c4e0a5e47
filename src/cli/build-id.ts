/** Set by scripts/build.mjs: a hash of all sources and data. */
declare const MINGBAI_BUILD: string | undefined;

/** Identifies the program's build: what another build read of a document is read again. */
export const BUILD_ID: string = typeof MINGBAI_BUILD === "string" ? MINGBAI_BUILD : "source";
