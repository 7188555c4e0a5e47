import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Bot, webhookCallback } from "grammy";
import type { Update } from "grammy/types";
import * as z from "zod";
import { AppError } from "../../../errors.ts";
import { describeError } from "./log.ts";
import type { Persistence } from "./persist.ts";
import type { UpdateIntake } from "./polling.ts";
import type { WebhookSettings } from "./settings.ts";

const MAX_BODY_BYTES = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 15_000;
const SECRET_HEADER = "x-telegram-bot-api-secret-token";

/** Enough to know that it is an update; grammY and the readers take it from there. */
const IncomingUpdate = z.looseObject({ update_id: z.int() });

/**
 * Listens for updates, and answers `/healthz`. A call is acknowledged when its update is answered, or after a while though it
 * is not: the answer goes on, and an update that Telegram delivers again is known by its id.
 * @throws {AppError} `config_invalid` when it cannot listen
 */
export async function startWebhook(bot: Bot, settings: WebhookSettings, persistence: Persistence): Promise<UpdateIntake> {
  let stopping = false;
  const open = new Set<ServerResponse>();
  const receive = webhookCallback(bot, adaptRequest, {
    onTimeout: "return",
    timeoutMilliseconds: persistence.timing.acknowledgeAfterMs,
    secretToken: settings.secret,
  });
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    open.add(response);
    response.once("close", () => open.delete(response));
    if (request.url === "/healthz") return respond(response, stopping ? 503 : 200, JSON.stringify({ status: stopping ? "stopping" : "ok" }));
    if (request.method !== "POST") return respond(response, 404);
    if (stopping) return respond(response, 503);
    return void receive(request, response).catch((error: unknown) => {
      const status = error instanceof RefusedBody ? error.status : 500;
      if (status === 500) persistence.log.error("一次推送没有处理", describeError(error, persistence.secrets));
      respond(response, status);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(new AppError("config_invalid", "PORT 所指的端口用不了，请换一个或停掉占用它的程序。", { cause })));
    server.listen(settings.port, settings.host, resolve);
  });
  const finished = new Promise<void>((resolve) => {
    server.once("close", resolve);
  });
  return {
    finished,
    stop() {
      stopping = true;
      for (const response of open) if (!response.headersSent) response.setHeader("connection", "close");
      server.close();
      server.closeIdleConnections();
      return Promise.resolve();
    },
  };
}

/** How grammY sees a request. The body is read only after the secret was found right. */
function adaptRequest(request: IncomingMessage, response: ServerResponse) {
  const secret = request.headers[SECRET_HEADER];
  return {
    get update() {
      return readUpdate(request);
    },
    header: typeof secret === "string" ? secret : "",
    end: () => respond(response, 200),
    respond: (json: string) => respond(response, 200, json),
    unauthorized: () => respond(response, 401),
    handlerReturn: Promise.resolve(),
  };
}

/** @throws {RefusedBody} 413 for more than 1 MB, 400 for what is no update */
async function readUpdate(request: IncomingMessage): Promise<Update> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      request.resume();
      throw new RefusedBody(413);
    }
    chunks.push(chunk);
  }
  const parsed = IncomingUpdate.safeParse(parseJson(Buffer.concat(chunks).toString("utf8")));
  if (!parsed.success) throw new RefusedBody(400);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

class RefusedBody extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

/** A refused request may still be sending, and what it sends is let go: the connection ends with the answer. */
function respond(response: ServerResponse, status: number, json = ""): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { ...(json !== "" && { "content-type": "application/json" }), ...(status >= 400 && { connection: "close" }) }).end(json);
}
