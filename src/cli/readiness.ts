import { setTimeout as wait } from "node:timers/promises";
import type { LiveAssistant } from "../app/live-assistant.ts";
import type { CorpusSource } from "../app/ports.ts";
import type { Readiness, ReadinessCheck, SegmenterState } from "../app/readiness.ts";
import type { RunningOffice } from "./running-office.ts";

/** Who looks after the program asks again soon. */
const LOOK_WITHIN_MS = 2000;

/** A source of documents that tells how far its segmenter is. */
interface WatchedSource {
  readonly source: CorpusSource;
  readonly segmenter: () => SegmenterState;
  /** Engine and version once it is loaded. */
  readonly engine: () => string | undefined;
}

export function watchSegmenter(source: CorpusSource): WatchedSource {
  let state: SegmenterState = "unloaded";
  let engine: string | undefined;
  return {
    source: {
      ...source,
      loadPassageIndex() {
        const loading = source.loadPassageIndex();
        if (state === "unloaded") {
          state = "loading";
          loading.then(
            ({ builtWith }) => {
              state = "loaded";
              engine = builtWith;
            },
            () => {
              state = "failed";
            },
          );
        }
        return loading;
      },
    },
    segmenter: () => state,
    engine: () => engine,
  };
}

export function createReadinessCheck(
  assistant: Pick<LiveAssistant, "corpus">,
  office: Pick<RunningOffice, "wantedStore">,
  segmenter: () => SegmenterState,
): ReadinessCheck {
  return async () => {
    const [documents, store] = await Promise.all([countDocuments(assistant), lookAtStore(office)]);
    return { documents, store, segmenter: segmenter() };
  };
}

async function countDocuments(assistant: Pick<LiveAssistant, "corpus">): Promise<number | undefined> {
  try {
    return (await assistant.corpus()).documents.length;
  } catch {
    return undefined;
  }
}

async function lookAtStore(office: Pick<RunningOffice, "wantedStore">): Promise<Readiness["store"]> {
  const opening = office.wantedStore();
  if (opening === undefined) return "unopened";
  try {
    // Nothing is so old; but a store that cannot be written says so.
    await soon(opening.then((store) => store.forgetConversationsBefore(0)));
    return "writable";
  } catch {
    return "failed";
  }
}

/** What comes of some work, unless it takes too long. @throws what the work throws, and for work that takes too long */
export function soon<Result>(work: Promise<Result>): Promise<Result> {
  const outOfTime = wait(LOOK_WITHIN_MS, undefined, { ref: false }).then(() => {
    throw new Error(`nothing came within ${LOOK_WITHIN_MS} ms`);
  });
  return Promise.race([work, outOfTime]);
}
