import { type PageElement, parsePage } from "./page-text.ts";
import { send, type TestResponse } from "./server.ts";

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

/** A browser without JavaScript. @param address of the server */
export function createBrowser(address: string): Browser {
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
