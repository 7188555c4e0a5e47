import type { AuditEntry } from "../../../app/office/ports.ts";
import type { Site } from "../feature.ts";

/** Who changes things by the page, in the audit log: no person, since all administrators have the one password. */
export const ACTOR = "page";

/** Records what was done by the page and is not recorded by the office itself. */
export async function record(
  { office, clock }: Pick<Site, "office" | "clock">,
  entry: Pick<AuditEntry, "action" | "object" | "result" | "detail">,
): Promise<void> {
  await (await office()).stores.audit({ atMs: clock(), actor: ACTOR, ...entry });
}
