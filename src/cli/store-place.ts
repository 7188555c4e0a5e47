import type { StorePlace } from "../adapters/store/store.ts";
import { loadConfig } from "../config.ts";
import type { Edge } from "./edge.ts";

/** Where the settings say that the store is. @throws {AppError} `config_invalid` */
export function storePlaceOf({ env, programRoot, workingDir }: Edge): StorePlace {
  const { home, databaseUrl } = loadConfig(env, programRoot, workingDir);
  return { directory: home, databaseUrl };
}
