import { isJSONRPCRequest, type JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";

/** What a client asked for and has no answer to yet. */
interface InHand {
  take(message: JSONRPCMessage): void;
  answered(message: JSONRPCMessage): void;
  /** Nothing more is taken. */
  end(): void;
  /** Settles after the end, when everything is answered. */
  readonly done: Promise<void>;
}

export function createInHand(): InHand {
  const ids = new Set<unknown>();
  let hasEnded = false;
  let finish = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const leave = (id: unknown): void => {
    ids.delete(id);
    if (hasEnded && ids.size === 0) finish();
  };
  return {
    take(message) {
      if (isJSONRPCRequest(message)) ids.add(message.id);
      // What is cancelled gets no answer.
      else if ("method" in message && message.method === "notifications/cancelled") leave(message.params?.["requestId"]);
    },
    answered(message) {
      if (!("method" in message)) leave(message.id);
    },
    end() {
      hasEnded = true;
      if (ids.size === 0) finish();
    },
    done,
  };
}
