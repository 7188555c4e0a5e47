import { BlockList, isIP } from "node:net";

/** An address, or a network of addresses. */
export interface Network {
  readonly address: string;
  /** Leading bits that count. */
  readonly prefix: number;
  readonly family: "ipv4" | "ipv6";
}

/** Reads addresses and networks: `10.0.0.1, 192.168.0.0/16, ::1`. @returns undefined where one of them is neither */
export function parseNetworks(text: string): readonly Network[] | undefined {
  const networks = text
    .split(/[,\uff0c]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(parseNetwork);
  return networks.every((network) => network !== undefined) ? networks : undefined;
}

function parseNetwork(text: string): Network | undefined {
  const { address = "", prefix } = /^(?<address>[\da-fA-F.:]+)(?:\/(?<prefix>\d{1,3}))?$/u.exec(text)?.groups ?? {};
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const bits = prefix === undefined ? most : Number(prefix);
  return version === 0 || bits > most ? undefined : { address, prefix: bits, family: version === 4 ? "ipv4" : "ipv6" };
}

/** Tells whether an address lies in one of the networks. An IPv4 address in the form of IPv6 counts as what it is. */
export function createAddressCheck(networks: readonly Network[]): (address: string) => boolean {
  if (networks.length === 0) return () => false;
  const list = new BlockList();
  for (const { address, prefix, family } of networks) list.addSubnet(address, prefix, family);
  return (given) => {
    const address = plainAddress(given);
    const version = isIP(address);
    return version !== 0 && list.check(address, version === 4 ? "ipv4" : "ipv6");
  };
}

/** `::ffff:10.0.0.1` is 10.0.0.1. */
export function plainAddress(address: string): string {
  return address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

/** Whether an address never leaves this machine. */
export function isLoopback(address: string): boolean {
  return address === "::1" || address === "localhost" || /^127(?:\.\d{1,3}){3}$/u.test(plainAddress(address));
}
