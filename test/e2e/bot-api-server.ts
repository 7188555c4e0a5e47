import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Update, User } from "grammy/types";
import * as z from "zod";
import { answerMethod, type MethodAnswer } from "./bot-api-methods.ts";

/** A call that the server accepted. */
export interface ApiCall {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The file that came with it. */
  readonly upload?: File | undefined;
}

/**
 * What happens to the next call of a method, or to the next for the chat `to`. `drop_after` accepts the call, then breaks the connection;
 * `silent` never answers; `garbage` accepts and answers what is no answer of the Bot API.
 */
type Fault = { readonly to?: number } & (
  | { readonly kind: "refuse"; readonly code: number; readonly retryAfterSeconds?: number; readonly migrateTo?: number; readonly description?: string }
  | { readonly kind: "drop_before" | "drop_after" | "silent" | "garbage" }
);

/** A Bot API server of our own: as strict as Telegram's where the bot could be wrong. */
export interface BotApiServer {
  readonly apiRoot: string;
  readonly me: User;
  /** Every accepted call, in order. */
  readonly calls: readonly ApiCall[];
  /** Hands an update to the bot: the next poll takes it, or it is posted to the webhook. @returns the update, to send it again */
  push(content: Omit<Update, "update_id">): Update;
  /** Hands an update over once more, as Telegram does when an acknowledgement is lost. */
  pushAgain(update: Update): void;
  /** Posts an update to the webhook. @returns the status that it answered */
  deliver(update: Update, secret?: string): Promise<number>;
  /** The first accepted call of the method that no wait has had yet; waits for one. */
  next(method: string, matches?: (call: ApiCall) => boolean): Promise<ApiCall>;
  /** Has a file that somebody sent, under the id that its message names. */
  offerFile(fileId: string, content: string | Uint8Array): void;
  /** Makes persons the administrators of a group, and nobody else. */
  setAdministrators(chat: number, ...persons: readonly number[]): void;
  fail(method: string, ...faults: readonly Fault[]): void;
  /** Accepted calls of the method are answered only after this. */
  delay(method: string, delay: (call: ApiCall) => Promise<unknown>): void;
  close(): Promise<void>;
}

const Payload = z.record(z.string(), z.unknown());
const GetUpdates = z.object({ offset: z.int().default(0), timeout: z.number().default(0), limit: z.int().default(100) });
const SetWebhook = z.object({ url: z.string(), secret_token: z.string().default("") });

export async function createBotApiServer(token: string, username = "mingbai_test_bot"): Promise<BotApiServer> {
  const me = {
    id: Number(token.split(":")[0]),
    is_bot: true,
    first_name: "明白",
    username,
    can_join_groups: true,
    can_read_all_group_messages: false,
  } as const;
  const calls: ApiCall[] = [];
  const waiting: { readonly method: string; readonly matches: (call: ApiCall) => boolean; readonly resolve: (call: ApiCall) => void }[] = [];
  const unclaimed: ApiCall[] = [];
  const faults = new Map<string, Fault[]>();
  const delays = new Map<string, (call: ApiCall) => Promise<unknown>>();
  const files = new Map<string, Uint8Array>();
  const administrators = new Map<number, ReadonlySet<number>>();
  let updates: Update[] = [];
  /** Updates handed over once more, whatever the offset. */
  const again = new Set<number>();
  let poll: { readonly response: ServerResponse; readonly limit: number; readonly timer: NodeJS.Timeout } | undefined;
  let webhook: z.infer<typeof SetWebhook> | undefined;
  let lastUpdateId = 1000;
  let lastMessageId = 5000;

  function accept(call: ApiCall): void {
    calls.push(call);
    const index = waiting.findIndex(({ method, matches }) => method === call.method && matches(call));
    if (index < 0) unclaimed.push(call);
    else waiting.splice(index, 1)[0]?.resolve(call);
  }

  function takeFault(method: string, chatId: unknown): Fault | undefined {
    const due = faults.get(method) ?? [];
    const index = due.findIndex(({ to }) => to === undefined || to === chatId);
    return index < 0 ? undefined : due.splice(index, 1)[0];
  }

  function endPoll(answer: MethodAnswer): void {
    if (!poll) return;
    clearTimeout(poll.timer);
    reply(poll.response, answer);
    poll = undefined;
  }

  function serveUpdates(response: ServerResponse, payload: unknown): void {
    if (webhook) {
      reply(response, { code: 409, description: "Conflict: can't use getUpdates method while webhook is active" });
      return;
    }
    endPoll({ code: 409, description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running" });
    const { offset, timeout, limit } = GetUpdates.parse(payload);
    updates = updates.filter(({ update_id: id }) => id >= offset || again.has(id));
    poll = { response, limit, timer: setTimeout(() => endPoll({ result: [] }), timeout * 1000) };
    response.once("close", () => {
      if (poll?.response !== response) return;
      clearTimeout(poll.timer);
      poll = undefined;
    });
    offerUpdates();
  }

  function offerUpdates(): void {
    if (!poll || updates.length === 0) return;
    const offered = updates.slice(0, poll.limit);
    updates = updates.filter((update) => !(offered.includes(update) && again.delete(update.update_id)));
    endPoll({ result: offered });
  }

  async function deliver(update: Update, secret = webhook?.secret_token ?? ""): Promise<number> {
    const headers = { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret };
    const response = await fetch(webhook?.url ?? "", { method: "POST", headers, body: JSON.stringify(update) });
    await response.arrayBuffer();
    return response.status;
  }

  function hand(update: Update): void {
    if (webhook) void deliver(update);
    else updates.push(update);
    offerUpdates();
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, bot, method = "", fileId = ""] = (request.url ?? "").split("/");
    if (bot === "file" && method === `bot${token}`) return serveFile(response, fileId);
    const { payload, upload } = await readCall(request);
    if (bot !== `bot${token}`) return reply(response, { code: 401, description: "Unauthorized" });
    const fault = takeFault(method, payload["chat_id"]);
    if (fault?.kind === "refuse") return reply(response, refusal(fault));
    if (fault?.kind === "drop_before") return void response.destroy();
    if (fault?.kind === "silent") return;
    if (method === "getUpdates") return serveUpdates(response, payload);
    if (method === "setWebhook") webhook = SetWebhook.parse(payload);
    if (method === "deleteWebhook") webhook = undefined;
    const answer = answerMethod(
      method,
      payload,
      me,
      () => ++lastMessageId,
      files,
      (chat) => administrators.get(chat) ?? new Set(),
    );
    if (!("code" in answer)) accept({ method, payload, upload });
    if (fault?.kind === "drop_after") return void response.destroy();
    if (fault?.kind === "garbage") return void response.writeHead(502, { "content-type": "text/html" }).end("<html>Bad Gateway</html>");
    await delays.get(method)?.({ method, payload, upload });
    reply(response, answer);
  }

  function serveFile(response: ServerResponse, fileId: string): void {
    const content = files.get(fileId);
    response.writeHead(content ? 200 : 404).end(content);
  }

  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    serve(request, response).catch((error: unknown) => reply(response, { code: 400, description: `Bad Request: ${String(error)}` }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    me,
    calls,
    push(content) {
      const update: Update = { update_id: ++lastUpdateId, ...content };
      hand(update);
      return update;
    },
    pushAgain(update) {
      again.add(update.update_id);
      hand(update);
    },
    deliver,
    next(method, matches = () => true) {
      const index = unclaimed.findIndex((call) => call.method === method && matches(call));
      const [call] = index < 0 ? [] : unclaimed.splice(index, 1);
      return call ? Promise.resolve(call) : new Promise((resolve) => waiting.push({ method, matches, resolve }));
    },
    offerFile(fileId, content) {
      files.set(fileId, Buffer.from(content));
    },
    setAdministrators(chat, ...persons) {
      administrators.set(chat, new Set(persons));
    },
    fail(method, ...more) {
      faults.set(method, [...(faults.get(method) ?? []), ...more]);
    },
    delay(method, delay) {
      delays.set(method, delay);
    },
    async close() {
      endPoll({ result: [] });
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function refusal({ code, retryAfterSeconds, migrateTo, description }: Extract<Fault, { kind: "refuse" }>): MethodAnswer {
  const parameters = {
    ...(retryAfterSeconds !== undefined && { retry_after: retryAfterSeconds }),
    ...(migrateTo !== undefined && { migrate_to_chat_id: migrateTo }),
  };
  return { code, description: description ?? (code === 429 ? `Too Many Requests: retry after ${retryAfterSeconds}` : "Internal Server Error"), parameters };
}

function reply(response: ServerResponse, answer: MethodAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const [status, body] = "code" in answer ? [answer.code, { ok: false, error_code: answer.code, ...answer }] : [200, { ok: true, result: answer.result }];
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** A call as JSON, or as the form that has a file; its other fields are JSON or text there. */
async function readCall(request: IncomingMessage): Promise<Pick<ApiCall, "payload" | "upload">> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/form-data")) return { payload: Payload.parse(JSON.parse(body.toString("utf8") || "{}")) };
  // grammY quotes no file name, which Telegram takes and the parser of Node does not.
  const quoted = body.toString("latin1").replace(/^(content-disposition:)(form-data;)(name="[^"]*")(?:(;)filename=([^\r";]+))?\r$/gmu, (_, ...parts) => {
    const [header, kind, name, more, file] = parts;
    return `${header} ${kind} ${name}${more === undefined ? "" : `; filename="${file}"`}\r`;
  });
  const fields = [...(await new Response(Buffer.from(quoted, "latin1"), { headers: { "content-type": type } }).formData())];
  const upload = fields.map(([, value]) => value).find((value) => typeof value !== "string");
  const payload = Object.fromEntries(fields.flatMap(([name, value]) => (typeof value === "string" ? [[name, fieldOf(value)]] : [])));
  return { payload, upload };
}

/** A number or an object stands as JSON in a form. */
function fieldOf(text: string): unknown {
  return /^(?:-?\d+|true|false|[[{].*)$/su.test(text) ? JSON.parse(text) : text;
}
