import { join } from "node:path";
import type { Edge } from "./cli/edge.ts";
import { describeFailure, run } from "./cli/run.ts";

/** Shell's statuses for a process that a signal ended: 128 and the signal's number. */
const ENDED_BY_SIGNAL = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

// Node opens a stream when it is first asked for, which takes a millisecond. So nobody asks before there is something to read or write.
let output: NodeJS.WriteStream | undefined;
let errors: NodeJS.WriteStream | undefined;

const edge: Edge = {
  env: process.env,
  programRoot: join(import.meta.dirname, ".."),
  workingDir: process.cwd(),
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    // A reader that has read enough (`mingbai ledger | head`) closes the pipe; that is no failure of ours.
    output ??= process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
    return output;
  },
  get stderr() {
    // Where errors cannot be told, the work still goes on.
    errors ??= process.stderr.on("error", () => undefined);
    return errors;
  },
  onStopSignal(stop) {
    let stopping = false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (stopping) process.exit(ENDED_BY_SIGNAL[signal]);
        stopping = true;
        stop(signal);
      });
    }
  },
};

// A failure that nobody awaited is a defect. Node's own report of it could hold the address of a request, and so the token.
process.on("uncaughtException", (error) => {
  edge.stderr.write(describeFailure(error, process.env["LOG_LEVEL"] === "debug"));
  process.exit(1);
});

void run(process.argv.slice(2), edge).then((status) => {
  // What was written to a pipe may still be on its way.
  edge.stdout.write("", () => process.exit(status));
});
