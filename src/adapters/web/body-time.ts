import type { IncomingMessage } from "node:http";

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/**
 * Waits so long for the body of a request.
 * @param tooLate is called where it has not come whole by then
 */
export function limitBodyTime(request: IncomingMessage, mostMs: number, tooLate: () => void): void {
  const timer = setTimeout(() => {
    if (!request.complete) tooLate();
  }, mostMs);
  timers.set(request, timer);
  request.once("close", () => clearTimeout(timer));
}

/** Lets the body of a request come slowly: files over a slow line, from somebody who is known. */
export function allowSlowBody(request: IncomingMessage): void {
  clearTimeout(timers.get(request));
}
