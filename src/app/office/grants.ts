import { type Office, roleOf } from "./office.ts";
import type { Grant } from "./ports.ts";

/**
 * Why a role is not given or taken.
 * - `named` the environment names the person, and only it can change that
 * - `owner_only` administrators are the owner's to make and unmake
 * - `none` there is no role to take
 */
export type GrantRefusal = "named" | "owner_only" | "none";

/**
 * Gives a person a role; the one that they had goes.
 * @param actor who gives it and has the right `grant`
 * @returns why not; undefined where it is done
 */
export async function grantRole(office: Office, actor: string, grant: Grant): Promise<GrantRefusal | undefined> {
  const refusal = await refusalOf(office, actor, grant.person, grant.role === "administrator");
  if (refusal === undefined) await office.stores.saveGrant(grant);
  await record(office, actor, "grant", grant.person, refusal, `${grant.role}${grant.unit === undefined ? "" : ` ${grant.unit}`}`);
  return refusal;
}

/** Takes away what was granted. @returns why not; undefined where it is done */
export async function revokeRole(office: Office, actor: string, person: string): Promise<GrantRefusal | undefined> {
  const before = await office.stores.roleOf(person);
  const refusal = (await refusalOf(office, actor, person, false)) ?? ((await office.stores.removeGrant(person)) ? undefined : "none");
  await record(office, actor, "revoke", person, refusal, before?.role ?? "");
  return refusal;
}

async function refusalOf(office: Office, actor: string, person: string, makesAdministrator: boolean): Promise<GrantRefusal | undefined> {
  if (office.named.owners.has(person) || office.named.administrators.has(person)) return "named";
  const concernsAdministrator = makesAdministrator || (await roleOf(office, person)) === "administrator";
  return concernsAdministrator && (await roleOf(office, actor)) !== "owner" ? "owner_only" : undefined;
}

async function record(
  { stores, clock }: Office,
  actor: string,
  action: "grant" | "revoke",
  person: string,
  refusal: GrantRefusal | undefined,
  detail: string,
): Promise<void> {
  await stores.audit({ atMs: clock(), actor, action, object: person, result: refusal === undefined ? "done" : "refused", detail: refusal ?? detail });
}
