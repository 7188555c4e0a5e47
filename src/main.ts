#!/usr/bin/env node
import process from "node:process";
import { fileURLToPath } from "node:url";
import type { Edge } from "./cli/edge.ts";
import { describeFailure, run } from "./cli/run.ts";

/** Shell's statuses for a process that a signal ended: 128 and the signal's number. */
const ENDED_BY_SIGNAL = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

const edge: Edge = {
  env: process.env,
  programRoot: fileURLToPath(new URL("..", import.meta.url)),
  workingDir: process.cwd(),
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
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

// A reader that has read enough (`mingbai ledger | head`) closes the pipe; that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
// Where errors cannot be told, the work still goes on.
process.stderr.on("error", () => undefined);

// A failure that nobody awaited is a defect. Node's own report of it could hold the address of a request, and so the token.
process.on("uncaughtException", (error) => {
  process.stderr.write(describeFailure(error, process.env["LOG_LEVEL"] === "debug"));
  process.exit(1);
});

const status = await run(process.argv.slice(2), edge);
// What was written to a pipe may still be on its way.
process.stdout.write("", () => process.exit(status));
