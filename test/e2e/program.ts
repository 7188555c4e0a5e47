import { type ChildProcessByStdio, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { afterAll } from "vitest";

export const root = join(import.meta.dirname, "../..");
export const seeds = join(root, "seeds");

/** The built program, with folders of its own. */
export interface Program {
  /** Where it keeps its state and its index. */
  readonly folder: string;
  start(args: readonly string[], env?: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams;
  /** Runs to the end. */
  run(args: readonly string[], options?: { readonly input?: string | Buffer; readonly env?: Readonly<Record<string, string>> }): Promise<Run>;
}

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The program for the tests of one file; its folders are removed after them. */
export function useProgram(): Program {
  const folder = mkdtempSync(join(tmpdir(), "mingbai-e2e-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const own = {
    PATH: process.env["PATH"] ?? "",
    MINGBAI_HOME: join(folder, "home"),
    MINGBAI_INDEX_DIR: join(folder, "index"),
    MINGBAI_SEGMENTER: "node-rs",
    PORT: "0",
  };
  const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    spawn(process.execPath, [join(root, "dist/mingbai.js"), ...args], { cwd: root, env: { ...own, ...env } });
  return {
    folder,
    start,
    async run(args, { input = "", env = {} } = {}) {
      const child = start(args, env);
      // A program that does not read its input closes it; what it says is what counts.
      child.stdin.on("error", () => undefined);
      child.stdin.end(input);
      return await ended(child);
    },
  };
}

/** What a started program wrote by its end. */
export async function ended(child: ChildProcessByStdio<Writable | null, Readable, Readable>): Promise<Run> {
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on("data", (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.stderr.push(chunk));
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, stdout: Buffer.concat(chunks.stdout).toString("utf8"), stderr: Buffer.concat(chunks.stderr).toString("utf8") };
}

/** Waits until the stream has written the words. Fails with what it wrote when it ends before. */
export function written(stream: NodeJS.ReadableStream, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
      if (text.includes(words)) resolve(text);
    });
    stream.on("end", () => reject(new Error(`ended without «${words}»: ${text}`)));
  });
}
