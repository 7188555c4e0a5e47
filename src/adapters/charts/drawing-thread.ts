import { Worker } from "node:worker_threads";
import { AppError } from "../../errors.ts";
import type { DrawingAnswer, DrawingJob } from "./chart-worker.ts";
import { drawingFailed, drawingTookTooLong } from "./messages.zh.ts";

/** The first picture of all loads everything and unpacks the fonts. */
const LONGEST_DRAWING_MS = 20_000;
/** A picture needs a small part of it. With more, the thread would take what it finds before it clears up behind itself. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 } as const;
/** A thread that has nothing to draw for this long gives its memory back. */
const IDLE_MS = 60_000;

/** A thread of its own that draws, so that no answer waits for a picture. It starts with the first one. */
export interface DrawingThread {
  /** @throws {AppError} `internal` where it cannot be drawn */
  draw(job: Omit<DrawingJob, "number">): Promise<string | Uint8Array>;
}

interface Waiting {
  readonly resolve: (drawing: string | Uint8Array) => void;
  readonly reject: (error: AppError) => void;
  readonly timer: NodeJS.Timeout;
}

/** @param entry path of its program, which scripts/build.mjs makes of chart-worker.ts */
export function createDrawingThread(entry: string): DrawingThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  let idle: NodeJS.Timeout | undefined;

  const take = (number: number): Waiting | undefined => {
    const one = waiting.get(number);
    waiting.delete(number);
    clearTimeout(one?.timer);
    if (waiting.size === 0) rest();
    return one;
  };
  const rest = (): void => {
    worker?.unref();
    clearTimeout(idle);
    idle = setTimeout(() => end(), IDLE_MS).unref();
  };
  /** Ends the thread, and all that waits for it. */
  const end = (error?: AppError): void => {
    void worker?.terminate();
    worker = undefined;
    for (const number of [...waiting.keys()]) take(number)?.reject(error ?? new AppError("internal", drawingFailed()));
  };
  const start = (): Worker => {
    const started = new Worker(entry, { resourceLimits: RESOURCE_LIMITS, stdout: true, stderr: true });
    const fail = (cause: unknown): void => {
      if (worker === started) end(new AppError("internal", drawingFailed(), { cause }));
    };
    started.on("message", (answer: DrawingAnswer) => {
      const one = take(answer.number);
      if ("drawing" in answer) one?.resolve(answer.drawing);
      else one?.reject(new AppError("internal", drawingFailed(), { cause: new Error(answer.failure) }));
    });
    started.on("error", fail);
    started.on("exit", (status) => fail(new Error(`the drawing thread ended with ${status}`)));
    return started;
  };
  return {
    draw(job) {
      clearTimeout(idle);
      worker ??= start();
      worker.ref();
      last += 1;
      const number = last;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(new AppError("internal", drawingTookTooLong())), LONGEST_DRAWING_MS);
        waiting.set(number, { resolve, reject, timer });
        worker?.postMessage({ number, ...job } satisfies DrawingJob);
      });
    },
  };
}
