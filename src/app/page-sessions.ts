/** A sign-in to the administration of the page. Times are epoch milliseconds. */
export interface PageSession {
  /** What the store knows it by, which does not let anybody in. */
  readonly id: string;
  readonly startedAtMs: number;
  /** When it was last used. */
  readonly seenAtMs: number;
}

/** Who is signed in, over all processes and restarts. Not part of a backup. Throws AppError `store_failed`. */
export interface PageSessionStore {
  pageSession(id: string): Promise<PageSession | undefined>;
  /** Adds it, or notes when it was last used. */
  savePageSession(session: PageSession): Promise<void>;
  endPageSession(id: string): Promise<void>;
  /** Forgets those that began before the time. */
  forgetPageSessionsBefore(timeMs: number): Promise<void>;
}
