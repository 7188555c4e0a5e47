/** Whether the program can do its work. */
export interface Readiness {
  /** How many documents are answered from; undefined where they could not be read. */
  readonly documents: number | undefined;
  /** `unopened`: nothing needed it yet. */
  readonly store: "writable" | "unopened" | "failed";
  /** Told, and not required: questions about duties need none, and the others load it. */
  readonly segmenter: SegmenterState;
}

export type SegmenterState = "unloaded" | "loading" | "loaded" | "failed";

/** Looks now, at little cost. Never throws and never waits long. */
export type ReadinessCheck = () => Promise<Readiness>;
