/** Id of an organisation in the unit register, without county: `justice-bureau`. Unregistered units have an id made of their printed name. */
export type UnitId = string;

/** How a name refers to its unit. */
export type NameKind = "official" | "short" | "everyday" | "former" | "misprint";

/**
 * One organisation that counties have, as `data/units.json` describes it. Names carry no place and no level word;
 * a 县 inside a name stands for any level word (依法治县办 is 依法治市办 in a city), and names that begin with 委 are party organs (县委组织部).
 */
export interface RegisteredUnit {
  readonly id: UnitId;
  /** 规范名称: 司法局, 发展和改革委员会, 人民政府办公室, 委员会组织部 */
  readonly official: string;
  /** The usual printed short form: 司法局, 发改委, 政府办公室, 委组织部. With the level word before it, it is what plans print: 县司法局. */
  readonly short: string;
  /** Further names in use today: 发改局, 政府办, 府办. */
  readonly everyday: readonly string[];
  /** Names from before a reform: 环境保护局, 环保局. */
  readonly former: readonly string[];
}

/** A bare name and the units it refers to. */
export interface SharedName {
  readonly name: string;
  readonly units: readonly UnitId[];
}

/** What `data/units.json` holds. No name stands for two units, except in `ambiguous` and `groups`. */
export interface UnitData {
  readonly units: readonly RegisteredUnit[];
  /** Names that may mean one of several units (办公室), so that a reader must ask which. */
  readonly ambiguous: readonly SharedName[];
  /** Names that mean all of several units (两办 = 委办公室 and 政府办公室). */
  readonly groups: readonly SharedName[];
  /** Names that are part of other words too (法院, 团委): in running text they need a level word, a place, or to stand alone. */
  readonly wordLike: readonly string[];
}

/** A unit found in running text. A group name (两办) gives one mention for each of its units, all with the same span and of kind `everyday`. */
export interface UnitMention {
  readonly unit: UnitId;
  /** The printed name from its level word on, place dropped and misprints mended: 县司法局 for 西平县司法局, 司法局 for a bare 司法局 */
  readonly name: string;
  /** Verbatim. */
  readonly printed: string;
  readonly kind: NameKind;
  readonly start: number;
  readonly end: number;
  /**
   * The innermost place named with it, with its level word: 西平县; undefined for 县司法局 or 司法局.
   * A place of the context is known by its bare name too (西平司法局, 西平的司法局); any other only where it opens the sentence or follows words
   * that ask (请问上蔡县司法局), so that 都由县司法局 names no place.
   */
  readonly place: string | undefined;
  /** The level word before the name, 县 in 县司法局 and in 西平县司法局; undefined for a bare 司法局. */
  readonly level: Level | undefined;
}

/** Level words of administrative divisions that stand before a unit's name. */
export type Level = "省" | "市" | "州" | "县" | "区" | "旗" | "镇" | "乡";

/** The document or reader whose names are read. */
export interface NameContext {
  /** The level word that units of the document carry: 县 for 西平县. A question has none. */
  readonly level?: Level;
  /** Names that the document itself defines (以下简称): alias → full name. */
  readonly defined?: ReadonlyMap<string, string>;
  /** Places known to the reader, with their level words: 西平县, 南昌县. */
  readonly places?: readonly string[];
}

/** A name of a list of duties, read. */
export interface UnitName {
  readonly unit: UnitId;
  /** Printed form with its level word and its bracket, place dropped, misprints mended. For a unit that the register lacks, the name as printed. */
  readonly name: string;
  readonly kind: NameKind | "unregistered";
}

/** Knows the names of the organisations of a county, and gives exactly one unit or none. Pure and immutable. */
export interface UnitRegister {
  readonly units: readonly RegisteredUnit[];
  /**
   * Every registered unit named in running text, left to right, the longest name at each place, none overlapping except those of a group.
   * A bracket that only names a unit (县工信局（科技局）) belongs to the mention before it. Aliases of `context.defined` are found too.
   */
  findMentions(text: string, context?: NameContext): readonly UnitMention[];
  /** Reads one entry of a list of duties (县县场监管局). Never throws; what it does not know is `unregistered` and keeps its printed name. */
  readName(printed: string, context?: NameContext): UnitName;
  /** The units that an ambiguous bare name may mean (办公室 → 政府办公室, 委办公室); empty for a clear or unknown name. */
  candidatesOf(name: string): readonly RegisteredUnit[];
  /** A name that is well formed for an organisation of a county although the register lacks it (县某某中心). */
  looksLikeUnit(name: string): boolean;
}
