/** The part of an abort signal that is needed; grammY's and Node's both have it. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** Waits. Ends early, without an error, when the signal is aborted. */
export function pause(durationMs: number, signal?: StopSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, durationMs);
    if (signal?.aborted) end();
    else signal?.addEventListener("abort", end);
  });
}
