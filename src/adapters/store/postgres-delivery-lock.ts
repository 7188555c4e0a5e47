import pg from "pg";
import type { DeliveryLock } from "../../app/office/outbox.ts";

/** Any number that nobody else takes: 明白, in ASCII. The schema is the lock's other half. */
const DELIVERY_LOCK = 0x6d_69_6e_67;

/**
 * Takes an advisory lock on a connection of its own: the server lets go of it when the connection ends, and so when the process does.
 * @returns undefined where another process has it
 * @throws the server's or the connection's error
 */
export async function lockPostgresDelivery(connection: pg.ClientConfig): Promise<DeliveryLock | undefined> {
  const client = new pg.Client(connection);
  const lost = new AbortController();
  client.on("error", () => lost.abort()).on("end", () => lost.abort());
  try {
    await client.connect();
    const { rows } = await client.query("select pg_try_advisory_lock($1, hashtext(current_schema())) as locked", [DELIVERY_LOCK]);
    if (rows[0]?.locked === true) return { lost: lost.signal, release: () => client.end() };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  await client.end();
  return undefined;
}
