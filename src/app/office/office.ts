import type { Corpus } from "../../core/ledger/corpus.ts";
import type { NamedUnit } from "../../core/question/index.ts";
import type { PictureMaker } from "../pictures/picture.ts";
import type { HolidayTable, OfficeStores, RoleStore } from "./ports.ts";
import type { PersonRole } from "./rights.ts";

/** What the use cases of the office work with. */
export interface Office {
  readonly stores: OfficeStores;
  /** The documents as they are now. */
  readonly corpus: () => Promise<Corpus>;
  /** The unit that words name, read as a question is. */
  readonly findUnit: (words: string) => Promise<NamedUnit>;
  /** Persons that the environment names, `<platform>:<person>`; no grant is needed and none can be revoked. */
  readonly named: { readonly owners: ReadonlySet<string>; readonly administrators: ReadonlySet<string> };
  /** The arrangements of holidays that ship with the program; undefined knows none. */
  readonly holidayTable?: HolidayTable | undefined;
  /** Draws pictures; undefined where nobody looks at any. */
  readonly pictures?: PictureMaker | undefined;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** What a person is to the bot, by the environment and by what was granted. */
export async function roleOf(
  { stores, named }: { readonly stores: Pick<RoleStore, "roleOf">; readonly named: Office["named"] },
  person: string,
): Promise<PersonRole> {
  if (named.owners.has(person)) return "owner";
  if (named.administrators.has(person)) return "administrator";
  return (await stores.roleOf(person))?.role ?? "member";
}
