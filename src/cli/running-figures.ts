import { createFigures } from "../adapters/metrics/prometheus.ts";
import type { Figures } from "../app/figures.ts";
import type { LiveAssistant } from "../app/live-assistant.ts";
import { soon } from "./readiness.ts";
import type { RunningOffice } from "./running-office.ts";

/** The figures of a running program. */
export function createRunningFigures(assistant: Pick<LiveAssistant, "corpus">, office: Pick<RunningOffice, "wantedStore">): Figures {
  return createFigures({
    corpus: () => assistant.corpus(),
    async outboxCount() {
      const opening = office.wantedStore();
      return opening && (await soon(opening.then((store) => store.outboxCount())));
    },
  });
}
