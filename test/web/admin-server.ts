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
import { type PageElement, parsePage } from "./page-text.ts";
import { createTestWeb, send, type TestResponse, type TestWeb } from "./server.ts";

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

/** Keeps cookies, sends the forms of pages. */
export interface Browser {
  /** By name. */
  readonly cookies: Map<string, string>;
  readonly headers: Record<string, string>;
  get(path: string): Promise<AdminPage>;
  /** Sends the form whose action it is, on a page, with what is filled in. Redirects are followed. */
  submit(page: AdminPage, action: string, filled?: Readonly<Record<string, string | readonly string[]>>): Promise<AdminPage>;
  /** Sends fields as they are. */
  post(path: string, fields: readonly (readonly [name: string, value: string])[]): Promise<AdminPage>;
  upload(page: AdminPage, files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[]): Promise<AdminPage>;
}

export interface AdminPage {
  readonly path: string;
  readonly status: number;
  readonly headers: TestResponse["headers"];
  readonly html: string;
  readonly page: PageElement;
  /** The words of the main part, less those of the navigation. */
  readonly words: string;
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

function createBrowser(address: string): Browser {
  const cookies = new Map<string, string>();
  const headers: Record<string, string> = {};
  const ask = async (method: string, path: string, type?: string, body?: string | Uint8Array): Promise<AdminPage> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await send(address, method, path, { ...headers, ...(cookie && { cookie }), ...(type && { "content-type": type }) }, body);
    for (const line of [response.headers["set-cookie"] ?? []].flat()) {
      const { name = "", value = "" } = /^(?<name>[^=]+)=(?<value>[^;]*)/u.exec(line)?.groups ?? {};
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    if (response.status === 303) return await ask("GET", String(response.headers["location"]));
    // linkedom leaves the entities in a text area as they are; in any other element it reads them.
    const page = parsePage(response.text.replace(/(<\/?)textarea/gu, "$1text-area"));
    const { status, text: html } = response;
    return { path, status, headers: response.headers, html, page, words: page.querySelector("main")?.textContent ?? "" };
  };
  const post = (path: string, fields: readonly (readonly [string, string])[]) =>
    ask("POST", path, "application/x-www-form-urlencoded", new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString());
  return {
    cookies,
    headers,
    get: (path) => ask("GET", path),
    post,
    submit(page, action, filled = {}) {
      const given = Object.entries(filled).flatMap(([name, value]) => [value].flat().map((each): readonly [string, string] => [name, each]));
      return post(action, [...fieldsOf(page, action).filter(([name]) => !(name in filled)), ...given]);
    },
    async upload(page, files) {
      const action = "/admin/documents/upload";
      const body = new FormData();
      for (const [name, value] of fieldsOf(page, action)) body.append(name, value);
      for (const { name, bytes } of files) body.append("files", new Blob([typeof bytes === "string" ? bytes : new Uint8Array(bytes)]), name);
      const request = new Request("http://localhost/", { method: "POST", body });
      return await ask("POST", action, request.headers.get("content-type") ?? "", new Uint8Array(await request.arrayBuffer()));
    },
  };
}

/** What a browser sends of a form as it stands. */
function fieldsOf({ page, path }: AdminPage, action: string): readonly (readonly [name: string, value: string])[] {
  const form = [...page.querySelectorAll("form")].find((own) => own.getAttribute("action") === action);
  if (!form) throw new Error(`${path} has no form to ${action}`);
  return [...form.querySelectorAll("input, text-area, select")].flatMap((field): readonly (readonly [string, string])[] => {
    const [name, type] = [field.getAttribute("name") ?? "", field.getAttribute("type")];
    if (name === "" || type === "file" || (["checkbox", "radio"].includes(type ?? "") && field.getAttribute("checked") === null)) return [];
    if (field.localName === "text-area") return [[name, field.textContent]];
    if (field.localName === "select") return [[name, [...field.querySelectorAll("option")][0]?.getAttribute("value") ?? ""]];
    return [[name, field.getAttribute("value") ?? ""]];
  });
}
