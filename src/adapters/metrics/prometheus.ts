import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Figures } from "../../app/figures.ts";
import type { OutboxCount } from "../../app/office/outbox.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";

/** What is looked at when the figures are printed. */
export interface FigureSources {
  readonly corpus: () => Promise<Corpus>;
  /** Undefined while nothing needed the store. Rejects where it cannot be read. */
  readonly outboxCount: () => Promise<OutboxCount | undefined>;
}

/** From a page that is ready to an answer that the segmenter is loaded for. Seconds. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Figures in the text format of Prometheus. A registry of their own, so that several may be in one process. */
export function createFigures({ corpus, outboxCount }: FigureSources): Figures {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: "mingbai_answers_total",
    help: "Answers given, those for another page or for a follow-up included, by platform, by what the question was understood as, by how it was answered, and whether it was made from the documents or remembered",
    labelNames: ["platform", "kind", "behaviour", "from"],
    registers,
  });
  const answerSeconds = new Histogram({
    name: "mingbai_answer_seconds",
    help: "How long it took to make an answer; one that is remembered takes no time",
    labelNames: ["platform"],
    buckets: BUCKETS,
    registers,
  });
  const requests = new Counter({
    name: "mingbai_http_requests_total",
    help: "Requests of HTTP that were answered, by the pattern of the route; none where none was reached",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const requestSeconds = new Histogram({
    name: "mingbai_http_request_seconds",
    help: "From the head of a request to its answer, less the sending",
    labelNames: ["route"],
    buckets: BUCKETS,
    registers,
  });
  const sends = new Counter({
    name: "mingbai_sends_total",
    help: "Notices handed to a platform by this process, by what it did with them",
    labelNames: ["platform", "result"],
    registers,
  });
  const documents = new Gauge({ name: "mingbai_documents", help: "Documents that questions are answered from", registers });
  const tasks = new Gauge({ name: "mingbai_tasks", help: "Tasks in these documents", registers });
  const outbox = new Gauge({ name: "mingbai_outbox_messages", help: "Messages in the outbox by state", labelNames: ["state"], registers });
  const store = new Gauge({ name: "mingbai_store_up", help: "1 where the store was read just now, 0 where not; no figure while nothing needs it", registers });

  async function lookAtDocuments(): Promise<void> {
    const now = await corpus();
    documents.set(now.documents.length);
    tasks.set(now.documents.reduce((sum, { id }) => sum + now.tasksOf(id).length, 0));
  }

  async function lookAtOutbox(): Promise<void> {
    outbox.reset();
    store.remove();
    try {
      const counts = await outboxCount();
      if (counts === undefined) return;
      for (const [state, count] of Object.entries(counts)) outbox.set({ state }, count);
      store.set(1);
    } catch {
      store.set(0);
    }
  }

  return {
    answered({ platform, kind, behaviour, seconds }) {
      answers.inc({ platform, kind, behaviour, from: seconds === undefined ? "memory" : "documents" });
      if (seconds !== undefined) answerSeconds.observe({ platform }, seconds);
    },
    requested({ method, route, status, seconds }) {
      requests.inc({ method, route, status });
      requestSeconds.observe({ route }, seconds);
    },
    sent: (platform, result) => sends.inc({ platform, result }),
    async print() {
      await Promise.all([lookAtDocuments(), lookAtOutbox()]);
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
