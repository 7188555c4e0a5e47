import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { hashPassword, LEAST_PASSWORD_CHARACTERS, passwordFault } from "../adapters/web/admin/password.ts";
import { AppError } from "../errors.ts";
import * as say from "./admin-messages.zh.ts";
import type { CommandCall } from "./command.ts";
import { type Edge, write } from "./edge.ts";

/** `mingbai hash-password`: reads a password, at a terminal twice and unseen, and prints the line of the setting. */
export async function runHashPassword({ edge }: CommandCall): Promise<number> {
  const password = edge.stdin.isTTY ? await askTwice(edge) : await readFirstLine(edge);
  await write(edge.stdout, `ADMIN_PASSWORD_HASH=${await hashPassword(good(password))}\n`);
  if (edge.stdout.isTTY) await write(edge.stderr, `${say.whereToPutIt()}\n`);
  return 0;
}

/** @throws {AppError} `usage` for a password that is too short or too long */
function good(password: string): string {
  const fault = passwordFault(password);
  if (fault === undefined) return password;
  throw new AppError("usage", fault === "short" ? say.passwordShort(LEAST_PASSWORD_CHARACTERS) : say.passwordLong());
}

/** A password typed twice, of which nothing is shown. @throws {AppError} `usage` where the two differ, or it is broken off */
async function askTwice({ stdin, stderr }: Edge): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  // From here on the terminal shows nothing of what is typed, so nobody is asked before.
  const asking = createInterface({ input: stdin, output: unseen, terminal: true, historySize: 0 });
  const brokenOff = new Promise<never>((_, reject) => asking.once("close", () => reject(new AppError("usage", say.passwordMissing()))));
  const ask = async (question: string): Promise<string> => {
    stderr.write(question);
    const typed = await Promise.race([asking.question(""), brokenOff]);
    stderr.write("\n");
    return typed;
  };
  try {
    const password = good(await ask(say.askPassword(LEAST_PASSWORD_CHARACTERS)));
    if ((await ask(say.askAgain())) !== password) throw new AppError("usage", say.passwordsDiffer());
    return password;
  } finally {
    asking.close();
  }
}

async function readFirstLine({ stdin }: Edge): Promise<string> {
  const reading = createInterface({ input: stdin });
  for await (const line of reading) {
    reading.close();
    return line;
  }
  throw new AppError("usage", say.passwordMissing());
}
