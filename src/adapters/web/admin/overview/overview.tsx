import { dateInChina } from "../../../../app/date-in-china.ts";
import type { OutboxCount, OutboxState } from "../../../../app/office/outbox.ts";
import type { AdminSection } from "../routes.tsx";
import * as say from "./messages.zh.ts";

/** 概况: how the program is, at a glance. */
export const overview: AdminSection = {
  nav: { href: "/admin", label: say.TITLE },
  mount(routes, { admin, assistant, office, clock }) {
    routes.get("/admin", async ({ send }) => {
      const [corpus, { stores }, shelf] = await Promise.all([assistant.corpus(), office(), admin.shelf()]);
      const [imported, lastPlanned, chats, subscriptions, outbox] = await Promise.all([
        shelf.imported(),
        stores.lastPlannedDay(dateInChina(clock())),
        stores.chats(),
        stores.subscriptions(),
        stores.outboxCount(),
      ]);
      const health = admin.health();
      const counts = { documents: corpus.documents.length, imported: imported.length, tasks: corpus.tasks.length };
      const parked = chats.filter((chat) => chat.parked !== undefined).length;
      return send(
        say.TITLE,
        <div class="panels">
          <Facts title={say.DOCUMENTS} facts={say.documentFacts(counts, health)} />
          <Facts title={say.DELIVERY} facts={say.deliveryFacts({ lastPlanned, chats: chats.length, parked, subscriptions: subscriptions.length, health })} />
          <Facts title={say.OUTBOX} facts={outboxFacts(outbox)} />
          <Facts title={say.PROGRAM} facts={say.programFacts(health)} />
        </div>,
      );
    });
  },
};

function outboxFacts(outbox: OutboxCount): readonly say.Fact[] {
  return Object.entries(say.STATES).map(([state, name]) => [name, String(outbox[state as OutboxState])]);
}

function Facts({ title, facts }: { readonly title: string; readonly facts: readonly say.Fact[] }) {
  return (
    <section class="panel">
      <h2>{title}</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
