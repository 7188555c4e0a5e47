import type { Office } from "../app/office/office.ts";
import { loadConfig, type TelegramConfig } from "../config.ts";
import type { Edge } from "./edge.ts";

/** Persons that the settings give a role. */
export function namedPersons(telegram: Pick<TelegramConfig, "owners" | "admins"> | undefined): Office["named"] {
  return { owners: personsOf(telegram?.owners ?? []), administrators: personsOf(telegram?.admins ?? []) };
}

/** @throws {AppError} `config_invalid` */
export function namedPersonsOf({ env, programRoot, workingDir }: Edge): Office["named"] {
  return namedPersons(loadConfig(env, programRoot, workingDir).telegram);
}

function personsOf(ids: readonly number[]): ReadonlySet<string> {
  return new Set(ids.map((id) => `telegram:${id}`));
}
