import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/*
 * The administrator's password is kept as what scrypt makes of it, in a line that tells how it was made.
 */

/** The shortest password that is taken, in characters. */
export const LEAST_PASSWORD_CHARACTERS = 12;
const MOST_PASSWORD_CHARACTERS = 1000;

/** 32 MiB and about a quarter of a second: what OWASP asks for, in little memory. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** A line that asks for more was not made for a machine of an office. */
const MOST_MEMORY_BYTES = 512 * 1024 * 1024;
const MOST_WORK = 2 ** 26;

/** Guesses that wait for the one that is being checked; whoever comes after that is told to come again. */
const MOST_WAITING = 8;

/** A password as it is kept. */
export interface PasswordHash {
  readonly cost: { readonly N: number; readonly r: number; readonly p: number };
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const FIELD = "(?<salt>[\\w+/-]{11,172})=*";
const END = "(?<hash>[\\w+/-]{22,172})=*";
/** `scrypt:32768:8:3:SALT:HASH`, also with `$`; and the form of the Password Hashing Competition, `$scrypt$ln=15,r=8,p=3$SALT$HASH`. */
const FORMS = [
  new RegExp(`^scrypt(?<mark>[:$])(?<N>\\d{4,7})\\k<mark>(?<r>\\d{1,2})\\k<mark>(?<p>\\d{1,2})\\k<mark>${FIELD}\\k<mark>${END}$`, "u"),
  new RegExp(`^\\$scrypt\\$ln=(?<ln>\\d{1,2}),r=(?<r>\\d{1,2}),p=(?<p>\\d{1,2})\\$${FIELD}\\$${END}$`, "u"),
];

/** Reads what `hashPassword` wrote, and the other forms in use. @returns undefined for anything else, and for costs that are too low or too high */
export function parsePasswordHash(text: string): PasswordHash | undefined {
  const groups = FORMS.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return undefined;
  const cost = { N: groups["ln"] === undefined ? Number(groups["N"]) : 2 ** Number(groups["ln"]), r: Number(groups["r"]), p: Number(groups["p"]) };
  const isPower = Number.isInteger(Math.log2(cost.N));
  const isInRange = cost.N >= 2 ** 13 && cost.r >= 1 && cost.p >= 1 && 128 * cost.N * cost.r <= MOST_MEMORY_BYTES && cost.N * cost.r * cost.p <= MOST_WORK;
  if (!isPower || !isInRange) return undefined;
  return { cost, salt: Buffer.from(groups["salt"] ?? "", "base64"), hash: Buffer.from(groups["hash"] ?? "", "base64") };
}

/** Why a password is not taken: it is too short, or longer than any; undefined where it is good. */
export function passwordFault(password: string): "short" | "long" | undefined {
  const length = [...password].length;
  if (length < LEAST_PASSWORD_CHARACTERS) return "short";
  return length > MOST_PASSWORD_CHARACTERS ? "long" : undefined;
}

/** A line without `$`, quotes and spaces, so that every shell, service manager and container takes it as it is. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, HASH_BYTES, COST);
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64url"), hash.toString("base64url")].join(":");
}

/** Checks guesses, one at a time. @returns `busy` where too many wait already */
export type PasswordCheck = (given: string) => Promise<boolean | "busy">;

/** A check takes a thread of the pool for a while; one at a time leaves the others to the bot. */
export function createPasswordCheck({ cost, salt, hash }: PasswordHash): PasswordCheck {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (given) => {
    if (waiting > MOST_WAITING) return "busy";
    waiting += 1;
    const made = last.then(() => derive(given, salt, hash.length, cost));
    last = made.catch(() => undefined);
    try {
      return timingSafeEqual(await made, hash);
    } finally {
      waiting -= 1;
    }
  };
}

function derive(password: string, salt: Buffer, bytes: number, { N, r, p }: PasswordHash["cost"]): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 2 * 128 * N * r };
  // The same characters, whichever way a keyboard composes them.
  const normal = password.slice(0, 2 * MOST_PASSWORD_CHARACTERS).normalize("NFC");
  return new Promise((resolve, reject) => {
    scrypt(normal, salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
