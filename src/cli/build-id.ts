/** Set by scripts/build.mjs: a hash of all sources and data. */
declare const MINGBAI_BUILD: string | undefined;

/** Identifies the program's build, its data included: what another build read of a document is read again. Undefined where the sources run as they are. */
export const BUILD_ID: string | undefined = typeof MINGBAI_BUILD === "string" ? MINGBAI_BUILD : undefined;
