import type { BotConfig } from "../config.ts";

/** Whatever of the settings no log may hold. */
export function secretsOf({ telegram, adminPasswordHash, httpsProxy, databaseUrl, robots }: BotConfig): readonly string[] {
  return [
    telegram?.token ?? "",
    telegram?.webhook?.secret ?? "",
    adminPasswordHash ?? "",
    httpsProxy ?? "",
    ...(databaseUrl === undefined ? [] : databaseSecrets(databaseUrl)),
    ...robots.flatMap(({ address, secret = "" }) => [address, secret]),
  ];
}

/** The password as it is written and as it is sent. */
function databaseSecrets(databaseUrl: string): readonly string[] {
  const { password } = new URL(databaseUrl);
  return [databaseUrl, password, decodeURIComponent(password)];
}
