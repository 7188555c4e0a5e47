import { scryptSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect } from "vitest";
import { renderCsv } from "../../src/adapters/spreadsheet/csv.ts";
import type { AdminDependencies } from "../../src/adapters/web/admin/dependencies.ts";
import type { WebDependencies, WebSettings } from "../../src/adapters/web/dependencies.ts";
import type { LiveAssistant } from "../../src/app/live-assistant.ts";
import { corpusSourceOf, takeUsualSnapshot } from "../../src/cli/compose.ts";
import { liveAssistantOver } from "../../src/cli/compose-live.ts";
import { createDocumentShelf } from "../../src/cli/document-shelf.ts";
import type { Edge } from "../../src/cli/edge.ts";
import { createFileDesk } from "../../src/cli/file-desk.ts";
import { root, seeds } from "../e2e/program.ts";
import { type Browser, createBrowser } from "./form-browser.ts";
import { createTestWeb, type TestWeb } from "./server.ts";

export const PASSWORD = "法治明白人 2026 Xiping";
const SALT = Buffer.from("salt of the tests");
/** At the least cost that is taken, so that many may sign in. */
const passwordHash = `scrypt:8192:8:1:${SALT.toString("base64url")}:${scryptSync(PASSWORD, SALT, 32, { N: 8192, r: 8, p: 1 }).toString("base64url")}`;

/** A running server with its administration. */
export interface AdminWeb extends TestWeb {
  readonly assistant: LiveAssistant;
  /** MINGBAI_HOME. */
  readonly home: string;
  /** A browser without JavaScript that has signed in. */
  signIn(): Promise<Browser>;
  /** One that has not. */
  visit(): Browser;
}

interface Given extends Partial<Pick<WebDependencies, "clock">> {
  readonly settings?: Partial<WebSettings>;
  readonly admin?: Partial<AdminDependencies>;
}

/** The whole program behind the page, in folders of the test's own. */
export async function createAdminWeb(given: Given = {}): Promise<AdminWeb> {
  const folder = mkdtempSync(join(tmpdir(), "mingbai-admin-"));
  const { stdin, stdout, stderr } = process;
  const home = join(folder, "home");
  const env = {
    PATH: process.env["PATH"],
    MINGBAI_HOME: home,
    MINGBAI_INDEX_DIR: join(folder, "index"),
    MINGBAI_SEEDS_DIR: seeds,
    MINGBAI_SEGMENTER: "node-rs",
  };
  const edge: Edge = { env, programRoot: root, workingDir: folder, stdin, stdout, stderr, onStopSignal: () => undefined };
  const { stamp } = takeUsualSnapshot(edge);
  const source = corpusSourceOf(edge);
  await source.loadCorpus();
  const failures: unknown[] = [];
  const assistant = liveAssistantOver(edge, source, stamp, { onRenewed: () => undefined, onFailed: (error) => failures.push(error) });
  const desk = createFileDesk(edge, assistant);
  const shelf = createDocumentShelf(edge, () => void assistant.catchUp());
  afterAll(async () => {
    await assistant.catchUp();
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
    expect(failures).toEqual([]);
  });
  const web = await createTestWeb({
    assistant,
    desk: () => Promise.resolve(desk),
    ...(given.clock && { clock: given.clock }),
    ...(given.settings && { settings: given.settings }),
    admin: (store) => ({
      passwordHash,
      key: "a-key-of-the-tests",
      sessions: () => Promise.resolve(store),
      shelf: () => Promise.resolve(shelf),
      health: () => ({
        version: "0.1.0",
        node: "20.19.0",
        startedAtMs: 0,
        segmenter: { name: "nodejieba", isLoaded: false },
        indexedAtMs: undefined,
        store: "SQLite",
        hasTelegram: false,
        robots: 1,
      }),
      recallMessage: () => Promise.resolve(false),
      toCsv: renderCsv,
      ...given.admin,
    }),
  });
  const visit = () => createBrowser(web.local);
  return {
    ...web,
    assistant,
    home,
    visit,
    async signIn() {
      const browser = visit();
      const page = await browser.submit(await browser.get("/admin/login"), "/admin/login", { password: PASSWORD });
      expect(page.status).toBe(200);
      return browser;
    },
  };
}
