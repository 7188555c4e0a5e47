import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../src/adapters/store/store.ts";
import { databases, databaseUrl, type TestDatabase } from "./stores.ts";

const PASSWORD = "geheim-50%";
const oneSentence = (words: string) => ({
  code: "store_failed",
  message: expect.stringMatching(new RegExp(`^数据库 PostgreSQL [^。]*${words}[^。]*。$`, "u")),
});

/** Passes everything on to the server, and can be cut. */
async function startProxy(target: URL, port = 0): Promise<{ readonly port: number; cut(): void; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket
        .on("error", () => undefined)
        .on("close", () => {
          client.destroy();
          upstream.destroy();
        });
    }
    client.pipe(upstream).pipe(client);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    stop: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}

describe.skipIf(databaseUrl === undefined)("PostgreSQL 出了毛病", () => {
  let database: TestDatabase;
  let through: (port: number) => string;
  beforeEach(async () => {
    const create = databases.find(([name]) => name === "PostgreSQL")?.[1] as NonNullable<(typeof databases)[number][1]>;
    database = await create();
    through = (port) => {
      const url = new URL(database.place.databaseUrl ?? "");
      url.host = `127.0.0.1:${port}`;
      return url.href;
    };
  });
  afterEach(() => database.remove());

  test("连接中断：说一句话，下一次照常；停了又好，也照常", async () => {
    const target = new URL(database.place.databaseUrl ?? "");
    const proxy = await startProxy(target);
    const store = await openStore({ ...database.place, databaseUrl: through(proxy.port) });
    expect(await store.takeUpdate("telegram", "1", 1)).toBe(true);
    // What is asked for is on its way when the line goes.
    const cut = store.takeUpdate("telegram", "2", 1);
    setImmediate(proxy.cut);
    await cut.catch((error: unknown) => expect(error).toMatchObject({ code: "store_failed" }));
    // The connection that waits in the pool is cut, too; whoever takes it may be the one to find out.
    proxy.cut();
    await store.takeUpdate("telegram", "3", 1).catch((error: unknown) => expect(error).toMatchObject({ code: "store_failed" }));
    expect(await store.takeUpdate("telegram", "4", 1)).toBe(true);
    await proxy.stop();
    await expect(store.takeUpdate("telegram", "5", 1)).rejects.toMatchObject(oneSentence("连"));
    await expect(Promise.all(["6", "7"].map((id) => store.takeUpdate("telegram", id, 1)))).rejects.toMatchObject(oneSentence("连不上"));
    const back = await startProxy(target, proxy.port);
    expect(await store.takeUpdate("telegram", "5", 1)).toBe(true);
    await store.close();
    await back.stop();
  });

  test("连不上、没有这个库、没有这个用户：一句话，没有密码", async () => {
    const proxy = await startProxy(new URL(database.place.databaseUrl ?? ""));
    await proxy.stop();
    const cases: readonly (readonly [string, Partial<Pick<URL, "host" | "pathname" | "username">>])[] = [
      ["连不上", { host: `127.0.0.1:${proxy.port}` }],
      ["没有 DATABASE_URL 写的库", { pathname: "/mingbai_no_such_database" }],
      ["用户名或密码", { username: "mingbai_nobody" }],
    ];
    for (const [words, changes] of cases) {
      const url = Object.assign(new URL(database.place.databaseUrl ?? ""), { password: PASSWORD }, changes);
      const failure = await openStore({ ...database.place, databaseUrl: url.href }).catch((error: unknown) => error);
      expect(failure).toMatchObject(oneSentence(words));
      expect(String(failure)).not.toContain("geheim");
    }
  });

  test("密码不对：一句话，没有密码", async () => {
    // A server that trusts this machine knows no wrong password, so this one answers as PostgreSQL does: it asks for the password and refuses it.
    const message = (type: string, body: Buffer) => {
      const length = Buffer.alloc(4);
      length.writeInt32BE(body.length + 4);
      return Buffer.concat([Buffer.from(type), length, body]);
    };
    const fields = 'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "mingbai"\0\0';
    const server = createServer((socket) => {
      socket
        .on("error", () => undefined)
        .once("data", () => {
          socket.write(message("R", Buffer.from([0, 0, 0, 3])));
          socket.once("data", () => socket.end(message("E", Buffer.from(fields))));
        });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `postgres://mingbai:${encodeURIComponent(PASSWORD)}@127.0.0.1:${(server.address() as AddressInfo).port}/mingbai`;
    const failure = await openStore({ ...database.place, databaseUrl: url }).catch((error: unknown) => error);
    expect(failure).toMatchObject(oneSentence("用户名或密码"));
    expect(String(failure)).not.toContain("geheim");
    server.close();
  });

  test("只能读的库：一句话", async () => {
    await (await openStore(database.place)).close();
    const url = new URL(database.place.databaseUrl ?? "");
    url.searchParams.set("options", `${url.searchParams.get("options")} -c default_transaction_read_only=on`);
    const store = await openStore({ ...database.place, databaseUrl: url.href });
    await expect(store.takeUpdate("telegram", "1", 1)).rejects.toMatchObject(oneSentence("只能读"));
    await store.close();
  });

  test("两个程序互相等：数据库拆开后重做，每个更新只收一次", async () => {
    const stores = await Promise.all([openStore(database.place), openStore(database.place)]);
    const ids = Array.from({ length: 400 }, (_, index) => `${index}`);
    const takeAll = (store: (typeof stores)[number], order: readonly string[]) => Promise.all(order.map((id) => store.takeUpdate("telegram", id, 1)));
    const taken = await Promise.all([takeAll(stores[0], ids), takeAll(stores[1], ids.toReversed())]);
    expect(taken.flat().filter(Boolean)).toHaveLength(400);
    await Promise.all(stores.map((store) => store.close()));
  });
});
