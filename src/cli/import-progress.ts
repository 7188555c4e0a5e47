import type { Edge } from "./edge.ts";

/** How far an import is. */
export interface Progress {
  /** One file more is done. @param file its name */
  step(file: string): void;
  stop(): void;
}

/** A bar on a terminal's standard error for more than one file; nothing elsewhere. */
export async function createProgress({ stderr, stdout }: Edge, total: number): Promise<Progress> {
  if (!stderr.isTTY || total < 2) return { step: () => undefined, stop: () => undefined };
  const { default: progress } = await import("cli-progress");
  const bar = new progress.SingleBar(
    { stream: stderr, format: "收录 {bar} {value}/{total} {file}", barsize: 30, hideCursor: true, clearOnComplete: true },
    progress.Presets.rect,
  );
  bar.start(total, 0, { file: "" });
  return {
    step(file) {
      bar.increment(1, { file });
      // The report goes to the same screen; the bar is drawn again below it.
      if (stdout.isTTY) stderr.write("\r\u001b[K");
    },
    stop: () => bar.stop(),
  };
}
