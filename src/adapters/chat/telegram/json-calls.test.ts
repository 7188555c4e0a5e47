import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Server as NetServer } from "node:net";
import { inspect } from "node:util";
import { Api, GrammyError, HttpError, InputFile } from "grammy";
import { HttpsProxyAgent } from "https-proxy-agent";
import { describe, expect, onTestFinished, test } from "vitest";
import { type CallRoute, sendJsonCalls } from "./json-calls.ts";

const TOKEN = "424242:AAtest-token_of_the_bot_for_tests_0";
const USER = { id: 424242, is_bot: true, first_name: "明白" };

/** What reached the server. */
interface Request {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
}

interface TestServer {
  readonly root: string;
  readonly requests: readonly Request[];
  /** How many connections were made. */
  readonly connections: () => number;
}

async function listen(server: NetServer): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** A server of our own; it ends with the test. */
async function serve(answer: (response: ServerResponse, request: IncomingMessage) => void): Promise<TestServer> {
  const requests: Request[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    requests.push({ url: `${request.method} ${request.url}`, type: request.headers["content-type"] ?? "", body: Buffer.concat(chunks) });
    answer(response, request);
  });
  server.on("connection", () => {
    connections += 1;
  });
  const port = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { root: `http://127.0.0.1:${port}`, requests, connections: () => connections };
}

/** grammY's own client, with our way of making calls. */
function apiOver(apiRoot: string, route: Partial<CallRoute> = {}): Api {
  const api = new Api(TOKEN, { apiRoot });
  api.config.use(sendJsonCalls({ apiRoot, token: TOKEN, timeoutMs: 10_000, ...route }));
  return api;
}

/** grammY's type is that of an older package; at run time every signal will do. */
const signalOf = ({ signal }: AbortController) => signal as unknown as NonNullable<Parameters<Api["getMe"]>[0]>;

const ok = (response: ServerResponse, result: unknown = USER) => void response.end(JSON.stringify({ ok: true, result }));

async function failureOf(call: Promise<unknown>): Promise<HttpError> {
  const error: unknown = await call.then(() => undefined).catch((reason: unknown) => reason);
  if (!(error instanceof HttpError)) throw new Error(`不是 HttpError：${inspect(error)}`);
  expect(inspect(error)).not.toContain(TOKEN);
  return error;
}

describe("一次调用", () => {
  test("方法在地址里，参数是 JSON", async () => {
    const server = await serve((response) => ok(response, { message_id: 7 }));
    expect(await apiOver(server.root).sendMessage(42, "县司法局：共29项😀", { entities: [{ type: "bold", offset: 0, length: 4 }] })).toEqual({ message_id: 7 });
    const [request] = server.requests;
    expect(request).toMatchObject({ url: `POST /bot${TOKEN}/sendMessage`, type: "application/json" });
    expect(JSON.parse(request?.body.toString("utf8") ?? "")).toEqual({
      chat_id: 42,
      text: "县司法局：共29项😀",
      entities: [{ type: "bold", offset: 0, length: 4 }],
    });
  });

  test("Bot API 架在一个子路径下", async () => {
    const server = await serve((response) => ok(response));
    await apiOver(`${server.root}/telegram`).getMe();
    expect(server.requests[0]?.url).toBe(`POST /telegram/bot${TOKEN}/getMe`);
  });

  test("连接留着再用", async () => {
    const server = await serve((response) => ok(response));
    const api = apiOver(server.root);
    for (let count = 0; count < 5; count += 1) await api.getMe();
    expect(server.connections()).toBe(1);
  });

  test("很长的答复分许多块来，字从中间断开，也读得全", async () => {
    const text = "明白".repeat(1_000_000);
    const body = Buffer.from(JSON.stringify({ ok: true, result: { text } }));
    const server = await serve((response) => {
      for (let start = 0; start < body.length; start += 65_537) response.write(body.subarray(start, start + 65_537));
      response.end();
    });
    expect(await apiOver(server.root).sendMessage(1, "问")).toEqual({ text });
  });

  test("Telegram 拒绝，照样是 GrammyError", async () => {
    const refusal = { ok: false, error_code: 429, description: "Too Many Requests: retry after 3", parameters: { retry_after: 3 } };
    const server = await serve((response) => void response.writeHead(429).end(JSON.stringify(refusal)));
    const error: unknown = await apiOver(server.root)
      .sendMessage(1, "问")
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject({ error_code: 429, method: "sendMessage", parameters: { retry_after: 3 } });
  });

  test("经过代理", async () => {
    const server = await serve((response) => ok(response));
    const tunnels: string[] = [];
    const proxy = createServer();
    proxy.on("connect", (request, socket) => {
      tunnels.push(request.url ?? "");
      const [host = "", port = ""] = (request.url ?? "").split(":");
      const target = connect(Number(port), host, () => socket.write("HTTP/1.1 200 OK\r\n\r\n"));
      target.pipe(socket).pipe(target);
    });
    const port = await listen(proxy);
    const agent = new HttpsProxyAgent(`http://127.0.0.1:${port}`, { keepAlive: true });
    onTestFinished(() => {
      agent.destroy();
      proxy.close();
    });
    expect(await apiOver(server.root, { agent }).getMe()).toEqual(USER);
    expect(tunnels).toEqual([server.root.slice("http://".length)]);
  });
});

describe("带文件的调用", () => {
  const file = () => new InputFile(Buffer.from("一,二\n"), "ledger.csv");
  test.each([
    ["单个", (api: Api) => api.sendDocument(1, file(), { caption: "台账" })],
    ["在列表里", (api: Api) => api.sendMediaGroup(1, [{ type: "document", media: file() }])],
  ] as const)("%s：由 grammY 作为表单发出", async (_what, call) => {
    const server = await serve((response) => ok(response));
    await call(apiOver(server.root));
    expect(server.requests[0]?.type).toMatch(/^multipart\/form-data/u);
    expect(server.requests[0]?.body.toString("utf8")).toContain("一,二\n");
  });
});

describe("没有成的调用", () => {
  test("没有人在听：ECONNREFUSED，可见没有连上", async () => {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => {
      server.close(resolve);
    });
    expect((await failureOf(apiOver(`http://127.0.0.1:${port}`).getMe())).error).toMatchObject({ code: "ECONNREFUSED" });
  });

  test.each<readonly [string, (response: ServerResponse) => void]>([
    ["还没有答复", (response) => void response.destroy()],
    ["答复到一半", (response) => void response.write('{"ok":true,', () => response.destroy())],
    ["答复说好的长度没有到", (response) => void response.writeHead(200, { "content-length": 100 }).write('{"ok":true}', () => response.destroy())],
  ])("%s，连接就断了", async (_what, answer) => {
    const server = await serve(answer);
    expect((await failureOf(apiOver(server.root).sendMessage(1, "问"))).error).toMatchObject({ code: "ECONNRESET" });
    expect(server.requests).toHaveLength(1);
  });

  test.each([
    [502, "<html><h1>502 Bad Gateway</h1></html>"],
    [200, ""],
    [200, "null"],
    [200, '"ok"'],
    [200, "[]"],
  ])("状态 %i、内容 %j 不是 Bot API 的答复", async (status, body) => {
    const server = await serve((response) => void response.writeHead(status).end(body));
    await failureOf(apiOver(server.root).getMe());
  });

  test.each<readonly [string, (response: ServerResponse) => void]>([
    ["一声不响", () => undefined],
    ["说了开头不说完", (response) => void response.write('{"ok":true,')],
  ])("对方%s：到时间就不等了，连接也放掉", async (_what, answer) => {
    let closed = (): void => undefined;
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const server = await serve((response) => {
      response.once("close", closed);
      answer(response);
    });
    const { error } = await failureOf(apiOver(server.root, { timeoutMs: 50 }).getMe());
    expect(inspect(error)).toMatch(/50 ms|ECONNRESET/u);
    await isClosed;
  });

  test("中途叫停", async () => {
    const stopping = new AbortController();
    let closed = (): void => undefined;
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const server = await serve((response) => {
      response.once("close", closed);
      stopping.abort();
    });
    await failureOf(apiOver(server.root).getUpdates({ timeout: 30 }, signalOf(stopping)));
    await isClosed;
  });

  test("早就叫停了：不发出去", async () => {
    const server = await serve((response) => ok(response));
    const stopped = new AbortController();
    stopped.abort();
    await failureOf(apiOver(server.root).getMe(signalOf(stopped)));
    expect(server.requests).toHaveLength(0);
  });

  test("一次没有成，下一次照常", async () => {
    let first = true;
    const server = await serve((response) => {
      if (first) response.destroy();
      else ok(response);
      first = false;
    });
    const api = apiOver(server.root);
    await failureOf(api.getMe());
    expect(await api.getMe()).toEqual(USER);
  });
});
