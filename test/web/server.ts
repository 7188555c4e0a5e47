import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { createPictures } from "../../src/adapters/charts/pictures.ts";
import { createMcpHandler } from "../../src/adapters/mcp/http.ts";
import { spreadsheets } from "../../src/adapters/spreadsheet/spreadsheets.ts";
import { openStore, type Store } from "../../src/adapters/store/store.ts";
import type { AdminDependencies } from "../../src/adapters/web/admin/dependencies.ts";
import type { WebDependencies, WebSettings } from "../../src/adapters/web/dependencies.ts";
import { startWeb } from "../../src/adapters/web/server.ts";
import { describeError } from "../../src/app/describe-error.ts";
import type { Office } from "../../src/app/office/office.ts";
import { composeOffice } from "../../src/cli/compose-office.ts";
import { createReadinessCheck } from "../../src/cli/readiness.ts";
import { createRunningFigures } from "../../src/cli/running-figures.ts";
import { loadConfig } from "../../src/config.ts";

/** A running server. */
export interface TestWeb {
  /** http://127.0.0.1:40123 */
  readonly address: string;
  /** The same, where a setting gives another address. */
  readonly local: string;
  /** What the server logged, as JSON, one a message. */
  readonly logged: readonly string[];
  readonly store: Store;
  readonly office: Office;
  /** A page as a browser without JavaScript gets it; a redirect is not followed. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<TestResponse>;
  post(path: string, form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<TestResponse>;
  stop(): Promise<void>;
}

export interface TestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Starts the real server on a free port, with a real store, and stops both after the tests of the file. */
export async function createTestWeb(
  given: Pick<WebDependencies, "assistant"> &
    Partial<Pick<WebDependencies, "desk" | "clock" | "checkToken" | "log" | "readiness">> & {
      readonly settings?: Partial<WebSettings>;
      readonly admin?: (store: Store) => AdminDependencies;
    },
): Promise<TestWeb> {
  const folder = mkdtempSync(join(tmpdir(), "mingbai-web-"));
  const store = await openStore({ directory: folder });
  const clock = given.clock ?? Date.now;
  const office = { ...composeOffice(loadConfig({}, folder, folder), store, given.assistant, () => undefined), clock };
  const logged: string[] = [];
  const note = (message: string, fields: Readonly<Record<string, unknown>> = {}) => void logged.push(JSON.stringify({ message, ...fields }));
  const run = await startWeb({
    settings: { host: "127.0.0.1", port: 0, publicUrl: undefined, trustedProxies: [], ...given.settings },
    assistant: given.assistant,
    questions: store,
    office: () => Promise.resolve(office),
    desk: given.desk ?? (() => Promise.reject(new Error("this test has no desk"))),
    mcp: (assistant) => Promise.resolve(createMcpHandler({ assistant, version: "0.0.0", report: (message, error) => note(message, describeError(error)) })),
    checkToken: given.checkToken ?? (() => Promise.resolve(undefined)),
    pictures: createPictures({ entry: join(import.meta.dirname, "../../dist/chart-worker.js"), fontFolder: join(folder, "fonts") }),
    spreadsheets,
    admin: given.admin?.(store),
    log: given.log ?? { debug: note, info: note, warn: note, error: note },
    figures: createRunningFigures(given.assistant, { wantedStore: () => Promise.resolve(store) }),
    readiness: given.readiness ?? createReadinessCheck(given.assistant, { wantedStore: () => Promise.resolve(store) }, () => "unloaded"),
    clock,
  });
  const local = `http://127.0.0.1:${run.port}`;
  afterAll(async () => {
    await run.stop();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    address: run.address,
    local,
    logged,
    store,
    office,
    get: (path, headers = {}) => send(local, "GET", path, headers),
    post: (path, form, headers = {}) =>
      send(local, "POST", path, { "content-type": "application/x-www-form-urlencoded", ...headers }, new URLSearchParams(form).toString()),
    stop: () => run.stop(),
  };
}

/** Sends what `fetch` would mend: any path, any header. */
export function send(
  address: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array = "",
): Promise<TestResponse> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString("utf8") });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
