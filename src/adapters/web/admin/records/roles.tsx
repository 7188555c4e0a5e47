import type { AdminSection } from "../routes.tsx";
import { Table } from "../table.tsx";
import * as say from "./messages.zh.ts";

/** 角色: who may do what in Telegram; to be looked at. */
export const roles: AdminSection = {
  nav: { href: "/admin/roles", label: say.ROLES },
  mount(routes, { office }) {
    routes.get("/admin/roles", async ({ send }) => {
      const { stores, named } = await office();
      const rows = [
        ...[...named.owners].map((person) => [numberOf(person), say.OWNER, say.IN_SETTINGS]),
        ...[...named.administrators].map((person) => [numberOf(person), say.ADMINISTRATOR, say.IN_SETTINGS]),
        ...(await stores.grants()).map(({ person, role, unit }) => [
          numberOf(person),
          role === "administrator" ? say.ADMINISTRATOR : say.liaison(unit),
          say.GRANTED,
        ]),
      ];
      return send(
        say.ROLES,
        <>
          <p class="hint">{say.ROLES_HINT}</p>
          {rows.length === 0 ? <p>{say.NO_ROLES}</p> : <Table columns={say.ROLES_COLUMNS} rows={rows} />}
        </>,
      );
    });
  },
};

function numberOf(person: string): string {
  return person.replace(/^telegram:/u, "");
}
