import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { getCookie, setCookie } from "hono/cookie";
import type { PageSessionStore } from "../../../app/page-sessions.ts";
import { WebFault } from "../fault.ts";
import type { Site, WebContext } from "../feature.ts";
import type { AdminDependencies } from "./dependencies.ts";
import * as say from "./messages.zh.ts";

const MINUTE_MS = 60_000;
/** A session that is not used for so long has ended. */
const IDLE_MS = 30 * MINUTE_MS;
/** And one that began so long ago, however much it is used. */
const LONGEST_MS = 12 * 60 * MINUTE_MS;
/** Use is noted no more often. */
const NOTE_EVERY_MS = MINUTE_MS;

/** A link on another site leads here without the session's cookie; so what such a visit is given has a name of its own and leaves the session alone. */
const COOKIES = { session: "mingbai-admin", visit: "mingbai-admin-visit" } as const;
type Purpose = keyof typeof COOKIES;
const PATH = "/admin";
const VALUE = /^(?<token>[\w-]{43})\.(?<signature>[\w-]{43})$/u;

/** A browser that has a cookie of ours. */
export interface Visitor {
  readonly isSignedIn: boolean;
  /** Stands in every form; another browser, or the same one after the next sign-in, has another. */
  readonly formToken: string;
}

/** Who is signed in. */
export interface Sessions {
  /** Undefined for a browser without a cookie of ours. @throws {AppError} `store_failed` */
  identify(c: WebContext): Promise<Visitor | undefined>;
  /** Gives a browser a cookie with which it can send the form to sign in. */
  greet(c: WebContext): Visitor;
  /** Begins a session with a cookie of its own; the one that the browser had before ends. @throws {AppError} `store_failed` */
  signIn(c: WebContext): Promise<Visitor>;
  /** @throws {AppError} `store_failed` */
  signOut(c: WebContext): Promise<void>;
}

export function createSessions({ passwordHash, key, sessions }: AdminDependencies, { clock, settings }: Pick<Site, "clock" | "settings">): Sessions {
  const sign = createSigner(key, passwordHash);
  const isSecure = (c: WebContext) => isEncrypted(c, settings.publicUrl);
  const read = (c: WebContext, purpose: Purpose): KnownCookie | undefined => {
    const { token, signature } = VALUE.exec(getCookie(c, COOKIES[purpose], isSecure(c) ? "secure" : undefined) ?? "")?.groups ?? {};
    return token === undefined || signature === undefined || !isSame(sign(purpose, token), signature) ? undefined : known(token);
  };
  const known = (token: string): KnownCookie => ({ id: idOf(token), formToken: sign("form", token) });
  const give = (c: WebContext, purpose: Purpose): KnownCookie => {
    const token = randomBytes(32).toString("base64url");
    // It outlives the session, so that a form that comes too late is known to be ours.
    set(c, purpose, `${token}.${sign(purpose, token)}`, LONGEST_MS / 1000);
    return known(token);
  };
  const set = (c: WebContext, purpose: Purpose, value: string, maxAge: number): void => {
    const options = { path: PATH, httpOnly: true, sameSite: "Strict", maxAge } as const;
    setCookie(c, COOKIES[purpose], value, isSecure(c) ? { ...options, secure: true, prefix: "secure" } : options);
  };
  return {
    async identify(c) {
      const session = read(c, "session");
      if (session) return { formToken: session.formToken, isSignedIn: await isRunning(await sessions(), session.id, clock()) };
      const visit = read(c, "visit");
      return visit && { formToken: visit.formToken, isSignedIn: false };
    },
    greet: (c) => ({ formToken: give(c, "visit").formToken, isSignedIn: false }),
    async signIn(c) {
      const [store, nowMs, before] = [await sessions(), clock(), read(c, "session")];
      const { id, formToken } = give(c, "session");
      if (before) await store.endPageSession(before.id);
      await store.forgetPageSessionsBefore(nowMs - LONGEST_MS);
      await store.savePageSession({ id, startedAtMs: nowMs, seenAtMs: nowMs });
      return { formToken, isSignedIn: true };
    },
    async signOut(c) {
      const session = read(c, "session");
      if (session) await (await sessions()).endPageSession(session.id);
      for (const purpose of ["session", "visit"] as const) set(c, purpose, "", 0);
    },
  };
}

/** What a cookie stands for. */
interface KnownCookie {
  readonly id: string;
  readonly formToken: string;
}

/** Whether a form was made for the visitor. */
export function isOwnForm({ formToken }: Visitor, given: string): boolean {
  return isSame(formToken, given);
}

/** Lets nobody in who would send the password for others to read. @throws {WebFault} 403 */
export function refuseUnencrypted(c: WebContext, { settings }: Pick<Site, "settings">): void {
  if (!c.get("client").isLocal && !isEncrypted(c, settings.publicUrl)) throw new WebFault(403, say.notEncrypted());
}

/** Whether the browser has TLS: by what a trusted proxy says, or by the address that the settings give. */
function isEncrypted(c: WebContext, publicUrl: string | undefined): boolean {
  const { protocol, host } = c.get("client");
  return protocol === "https" || (publicUrl?.startsWith("https:") === true && new URL(publicUrl).host === host.toLowerCase());
}

async function isRunning(store: PageSessionStore, id: string, nowMs: number): Promise<boolean> {
  const session = await store.pageSession(id);
  if (session === undefined) return false;
  if (nowMs - session.startedAtMs >= LONGEST_MS || nowMs - session.seenAtMs >= IDLE_MS) {
    await store.endPageSession(id);
    return false;
  }
  if (nowMs - session.seenAtMs >= NOTE_EVERY_MS) await store.savePageSession({ ...session, seenAtMs: nowMs });
  return true;
}

/** Signatures of one key cannot stand for those of another purpose. */
function createSigner(key: string, passwordHash: string): (purpose: Purpose | "form", token: string) => string {
  const own = createHmac("sha256", key).update(passwordHash).digest();
  return (purpose, token) => createHmac("sha256", own).update(`${purpose}:${token}`).digest("base64url");
}

/** Who reads the store cannot sign in with what stands there. */
function idOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
