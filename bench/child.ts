import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";

/** A program of Node that runs beside this one. */
export interface Child {
  readonly pid: number;
  /** Ends it as a service manager does, and waits until it has ended. */
  stop(): Promise<void>;
}

/** Starts a program. What it writes on standard error is shown when it ends by itself, which it must not. */
export function startChild(args: readonly string[], env: Readonly<Record<string, string>>): Child {
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe"] });
  const written: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => written.push(chunk));
  const ended = new Promise<void>((resolve) => child.once("close", resolve));
  let stopping = false;
  child.once("close", (status) => {
    if (!stopping) throw new Error(`node ${args.join(" ").slice(0, 100)} ended with ${status}: ${Buffer.concat(written).toString("utf8")}`);
  });
  return {
    pid: pidOf(child),
    async stop() {
      stopping = true;
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error("the process did not start");
  return pid;
}
