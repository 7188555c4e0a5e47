import type { DocumentShelf } from "../../../app/document-shelf.ts";
import type { NoticeSender } from "../../../app/office/outbox.ts";
import type { PageSessionStore } from "../../../app/page-sessions.ts";

/** What the administration needs of the program besides what every page has. */
export interface AdminDependencies {
  /** What scrypt makes of the password. */
  readonly passwordHash: string;
  /** Signs cookies and forms. Another one ends all sessions, as another password does. */
  readonly key: string;
  readonly sessions: () => Promise<PageSessionStore>;
  readonly shelf: () => Promise<DocumentShelf>;
  readonly health: () => ProgramHealth;
  /** Deletes a message that was sent; false where its platform does not, or this program does not talk to it. */
  readonly recallMessage: NoticeSender["recall"];
  /** A table for office programs, in which no cell is a formula. */
  readonly toCsv: (rows: readonly (readonly (string | number)[])[]) => string;
}

/** How the program is, for whoever looks after it. */
export interface ProgramHealth {
  readonly version: string;
  readonly node: string;
  readonly startedAtMs: number;
  /** Engine and version once it is loaded, else the engine that will be. */
  readonly segmenter: { readonly name: string; readonly isLoaded: boolean };
  /** When the index was written; undefined where it is still to be built. */
  readonly indexedAtMs: number | undefined;
  readonly store: "SQLite" | "PostgreSQL";
  /** Whether this program talks to Telegram. */
  readonly hasTelegram: boolean;
  readonly robots: number;
}
