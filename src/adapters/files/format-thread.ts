import { Worker } from "node:worker_threads";
import type { SourceText } from "../../core/document/source-text.ts";
import { AppError } from "../../errors.ts";
import type { FormatAnswer, FormatJob } from "./format-worker.ts";

/** Reading one file takes at most this long, the loading of its format's library included. */
const LONGEST_READ_MS = 9000;
/** What one file may add to the memory of the process. */
const MOST_ADDED_MEMORY_BYTES = 400 * 1024 * 1024;
const WATCH_EVERY_MS = 50;
/** A thread that has nothing to read for this long gives its memory back. */
const IDLE_MS = 30_000;
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32 } as const;

/** Limits of one reading; less in tests alone. */
export interface ReadingLimits {
  readonly longestReadMs: number;
  readonly mostAddedMemoryBytes: number;
}

/** A thread of its own that reads files of foreign formats, one after another. It starts with the first file, and a file that breaks it breaks no other. */
export interface FormatThread {
  /** @throws {AppError} what the format's reader throws; `too_large` beyond the limits of time and memory; `unreadable` where it breaks down */
  read(job: FormatJob): Promise<SourceText>;
  /** Ends the thread. The next file starts another. */
  close(): Promise<void>;
}

/** What a thread is made of. */
export interface ThreadProgram {
  /** Path of its program, which scripts/build.mjs makes of format-worker.ts. */
  readonly entry: string;
  /** Resident memory of the whole process, in bytes. */
  readonly memoryInUse: () => number;
}

export function createFormatThread({ entry, memoryInUse }: ThreadProgram, limits: Partial<ReadingLimits> = {}): FormatThread {
  const { longestReadMs = LONGEST_READ_MS, mostAddedMemoryBytes = MOST_ADDED_MEMORY_BYTES } = limits;
  let worker: Worker | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  const end = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const readNow = async (job: FormatJob): Promise<SourceText> => {
    worker ??= new Worker(entry, { resourceLimits: RESOURCE_LIMITS, stdout: true, stderr: true });
    const reading = await readIn(worker, job, { longestReadMs, mostAddedMemoryBytes, memoryInUse });
    if (reading instanceof AppError) await end();
    else if (reading.ok) return reading.source;
    throw reading instanceof AppError ? reading : new AppError(reading.code, reading.message);
  };
  return {
    read(job) {
      clearTimeout(idle);
      const reading = queue.then(() => readNow(job));
      const settled = reading.then(
        () => undefined,
        () => undefined,
      );
      queue = settled;
      void settled.then(() => {
        if (queue === settled) idle = setTimeout(() => void end(), IDLE_MS).unref();
      });
      return reading;
    },
    async close() {
      await queue;
      clearTimeout(idle);
      await end();
    },
  };
}

/** @returns what the thread answers; an error where it is to be ended */
function readIn(
  worker: Worker,
  job: FormatJob,
  { longestReadMs, mostAddedMemoryBytes, memoryInUse }: ReadingLimits & Pick<ThreadProgram, "memoryInUse">,
): Promise<FormatAnswer | AppError> {
  const { file } = job;
  const memoryBefore = memoryInUse();
  return new Promise((resolve) => {
    const done = (answer: FormatAnswer | AppError): void => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.removeAllListeners();
      // An error that comes after its answer is of nothing that anyone waits for.
      worker.on("error", () => undefined);
      worker.unref();
      resolve(answer);
    };
    const timer = setTimeout(() => done(tookTooLong(file, longestReadMs)), longestReadMs);
    const watch = setInterval(() => {
      if (memoryInUse() - memoryBefore > mostAddedMemoryBytes) done(tookTooMuch(file));
    }, WATCH_EVERY_MS);
    worker.removeAllListeners();
    worker.once("message", done);
    worker.once("error", (error: Error) => done("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tookTooMuch(file) : brokeDown(file, error)));
    worker.once("exit", (status) => done(brokeDown(file, new Error(`the reading thread ended with ${status}`))));
    worker.ref();
    worker.postMessage(job);
  });
}

function tookTooLong(file: string, longestReadMs: number): AppError {
  return new AppError("too_large", `「${file}」${longestReadMs / 1000} 秒还没有读完，已停止：请拆成较小的文件，或另存为纯文本后再用。`);
}

function tookTooMuch(file: string): AppError {
  return new AppError("too_large", `「${file}」展开后占用内存太多，已停止：请拆成较小的文件，或另存为纯文本后再用。`);
}

function brokeDown(file: string, cause: Error): AppError {
  return new AppError("unreadable", `「${file}」已损坏，读到一半出错：请重新取得完整的文件，或另存为纯文本后再用。`, { cause });
}
