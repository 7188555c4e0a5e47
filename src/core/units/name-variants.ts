import type { NameKind, RegisteredUnit } from "./unit.ts";

/** Receives each name of a unit, and how it refers to it. A name may come more than once; the first time counts. */
export type TakeName = (name: string, kind: NameKind) => void;

/** Level words that a 县 inside a name stands for. */
export const LEVELS_IN_NAMES = ["县", "市", "区", "州", "旗", "省"] as const;
const JOINTS = ["", "与", "、", "及"] as const;

/** Other ways to end a name. */
function otherEnding(name: string): string | undefined {
  switch (name.charAt(name.length - 1)) {
    case "会":
      // 发展和改革委员会 → 发展和改革委. Only where a commission ends the name; in 委员会组织部 it is a prefix.
      return name.length >= 5 && name.endsWith("委员会") ? name.slice(0, -2) : undefined;
    case "委":
      // 政法委 → 政法委员会, 卫生健康委 → 卫生健康委员会. 纪委监委, 团委 and 民委 have official names of their own.
      return name.length >= 3 && !name.endsWith("监委") ? `${name}员会` : undefined;
    case "室":
      // 普法办公室 → 普法办
      return name.length >= 5 && name.endsWith("办公室") ? name.slice(0, -2) : undefined;
    case "办":
      return name.length >= 3 ? `${name}公室` : undefined;
    case "局":
      // 机关事务管理局 → 机关事务局, 市场监督管理局 → 市场监管局
      if (name.endsWith("事务管理局")) return `${name.slice(0, -3)}局`;
      return name.endsWith("监督管理局") ? `${name.slice(0, -5)}监管局` : undefined;
    default:
      return undefined;
  }
}

/** Gives the spellings that a name has besides its own: another ending, and 文化广电旅游局, 文化广电与旅游局 for 文化广电和旅游局. */
function takeSpellings(name: string, take: (spelling: string) => void): void {
  take(name);
  const ending = otherEnding(name);
  if (ending !== undefined) take(ending);
  if (name.indexOf("和") < 2) return;
  for (const joint of JOINTS) {
    take(name.replace("和", joint));
    if (ending !== undefined) take(ending.replace("和", joint));
  }
}

function takeLevelled(name: string, kind: NameKind, take: TakeName): void {
  if (!name.includes("县")) take(name, kind);
  else for (const level of LEVELS_IN_NAMES) take(name.replaceAll("县", level), kind);
}

/** Takes the names of the body an organ serves along: 委组织部 is also 委员会组织部 and 组织部; 政府办公室 is also 人民政府办公室. */
function takeWithBody(name: string, kind: NameKind, party: boolean, take: TakeName): void {
  takeLevelled(name, kind, take);
  if (party) {
    const bare = name.startsWith("委员会") ? name.slice(3) : name.startsWith("委") ? name.slice(1) : name;
    if (bare.length >= 2) takeLevelled(bare, kind, take);
    takeLevelled(`委${bare}`, kind, take);
    takeLevelled(`委员会${bare}`, kind, take);
  } else if (name.startsWith("政府")) {
    takeLevelled(`人民${name}`, kind, take);
  }
}

/** Gives the names that data lists for a unit. */
export function takeListedNames(unit: RegisteredUnit, take: TakeName): void {
  takeLevelled(unit.short, "short", take);
  takeLevelled(unit.official, "official", take);
  for (const name of unit.everyday) takeLevelled(name, "everyday", take);
  for (const name of unit.former) takeLevelled(name, "former", take);
}

/** Gives the names that follow from the listed ones by spelling, and the listed ones again. */
export function takeSpelledNames(unit: RegisteredUnit, take: TakeName): void {
  const party = unit.short.startsWith("委");
  const takeEveryday = (name: string): void => takeWithBody(name, "everyday", party, take);
  const takeFormer = (name: string): void => takeWithBody(name, "former", party, take);
  takeSpellings(unit.short, takeEveryday);
  takeSpellings(unit.official, takeEveryday);
  for (const name of unit.everyday) takeSpellings(name, takeEveryday);
  for (const name of unit.former) takeSpellings(name, takeFormer);
}
