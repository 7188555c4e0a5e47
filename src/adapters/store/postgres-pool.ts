import type { PostgresPool, PostgresPoolClient } from "kysely";
import pg from "pg";

/** Codes of a server that goes down or ends the connection. */
const ENDED = /^(?:57P0[1-5]|08|25P03)/u;

/** The store runs the same few statements again and again; those with a name the server reads and plans once a connection. */
const MAX_NAMED = 200;

/**
 * A pool whose connections are thrown away when they fail, so that the store works again as soon as the server does. What failed without
 * the server's saying so is a lost connection and has a code for it.
 */
export function safePool(pool: pg.Pool): PostgresPool {
  const ignore = () => undefined;
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    if (!names.has(text) && names.size < MAX_NAMED) names.set(text, `mingbai_${names.size}`);
    return names.get(text);
  };
  // What goes wrong is told to whoever asks next; without a listener it would end the process.
  pool.on("error", ignore).on("connect", (client) => void client.on("error", ignore));
  return {
    connect: async () => {
      const client = await pool.connect().catch(throwLost);
      let isBroken = false;
      return asClient(
        (text, values) =>
          query(client, text, values, nameOf(text)).catch((error: unknown) => {
            isBroken ||= isConnectionLost(error);
            throw error;
          }),
        () => client.release(isBroken),
      );
    },
    end: () => pool.end(),
  };
}

export function connect(client: pg.Client): Promise<unknown> {
  return client.connect().catch(throwLost);
}

/** A pool of one connection that the caller opens and closes. */
export function onlyConnection(client: pg.Client): PostgresPool {
  client.on("error", () => undefined);
  const only = asClient(
    (text, values) => query(client, text, values),
    () => undefined,
  );
  return { connect: () => Promise.resolve(only), end: () => Promise.resolve() };
}

type Query = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>;

function asClient(run: Query, release: () => void): PostgresPoolClient {
  // Kysely's type also has cursors, which are never asked for.
  return { query: run as unknown as PostgresPoolClient["query"], release };
}

function query(client: pg.ClientBase, text: string, values: readonly unknown[], name?: string): Promise<pg.QueryResult> {
  const isNamed = name !== undefined && values.length > 0;
  return client.query({ text, values: values.map(storable), ...(isNamed ? { name } : {}) }).catch(throwLost);
}

/** PostgreSQL has no text with the character NUL. */
function storable(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value;
}

function isConnectionLost(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || ENDED.test(error.code ?? "");
}

function throwLost(error: unknown): never {
  if (error instanceof pg.DatabaseError || (error instanceof Error && "code" in error)) throw error;
  throw Object.assign(new Error("the connection was lost", { cause: error }), { code: "CONNECTION_LOST" });
}
