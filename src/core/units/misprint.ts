import type { IndexedName, NameIndex } from "./name-index.ts";

/** How one wrong keystroke turned a name into what is printed. */
type Slip = "substituted" | "doubled" | "inserted" | "dropped";

/**
 * The slip between a printed form and a name, where there is exactly one.
 * @param level the level word before the name; printed twice (县县司法局) it counts as doubled
 */
function slipBetween(printed: string, name: string, level: string): { slip: Slip; printed: string; meant: string } | undefined {
  let head = 0;
  while (head < printed.length && head < name.length && printed[head] === name[head]) head += 1;
  let tail = 0;
  while (tail < printed.length - head && tail < name.length - head && printed.at(-1 - tail) === name.at(-1 - tail)) tail += 1;
  const wrong = printed.slice(head, printed.length - tail);
  const right = name.slice(head, name.length - tail);
  if (wrong.length === 1 && right.length === 1) return { slip: "substituted", printed: wrong, meant: right };
  if (wrong.length === 1 && right === "") return { slip: `${level}${name}`.includes(wrong) ? "doubled" : "inserted", printed: wrong, meant: "" };
  if (wrong === "" && right.length === 1) return { slip: "dropped", printed: "", meant: right };
  return undefined;
}

/** What kind of body a name ends with. A 中队 is no misprinted 大队, and a 司法所 no 司法局. */
const HEAD = /(?:[中大支总]队|中心|公司|分局|公室|[委联协]员?会|.)$/u;

/** Body whose organ it is, which says nothing about what the organ does. */
const BODY = /^(?:人民政府|政府|委员会|委)/u;

/**
 * Characters of departments that a county may have and the register lacks: 农机局, 畜牧局, 路政局. One of these makes a short name a name of its own.
 * The characters of registered names count too.
 */
const OF_OTHER_DEPARTMENTS =
  "盐烟草茶桑蚕果蔬药酒糖棉矿煤油气电核铁路航港口岸海渔牧猪马机械轻纺重化石材木竹花鸟兽禽疫病妇幼儿少老青侨台港澳外贸易经济体制编译志史档图书馆博物印刷出版影视播音美术戏曲演艺游乐旅宾馆招接待基建筑房屋产权契土地征拆迁移库塘堤坝闸渠灌溉排洪汛旱墒墟灾震火警特巡交刑禁毒缉私狱戒矫证仲裁律师援投融资贷保险银监证券债彩票福利慈善救助殡葬婚姻登记户籍区划界名优抚双拥复转军休干武征兵国防空动员";

/** Words between a level word and a name, which are no slip: 省级人民检察院, 市直机关. */
const LINKING = /[级的直属辖内各]/u;

/**
 * Whether so small a difference may be put down to the printer.
 *
 * Two departments with short names often differ in one character (民政局 and 财政局, 农机局 and 农业局), so up to five characters, without the body's
 * prefix, a wrong character is mended only where it can make no other department: 市 and 县 replaced for each other by machine, or a
 * character that no department's name has (里 in 应急管里局, 肓 in 教肓局; but not 电 in 邮电管理局). From six characters on, any one will do.
 * A character printed twice (司法司局) is always a slip; one missing or too many is, where five characters leave enough to know the name by.
 * The last word says what kind of body it is, and so must stand as it should, unless the wrong character ends no name at all (管理居).
 */
function isMendable(printed: string, name: string, slip: ReturnType<typeof slipBetween>, ofDepartments: ReadonlySet<string>): boolean {
  if (slip === undefined || name.length < 3) return false;
  const head = HEAD.exec(name)?.[0] ?? "";
  const foreign = slip.printed !== "" && !ofDepartments.has(slip.printed);
  // 高铁新区管委会 is a zone of its own, no misprinted 高新区管委会.
  if (slip.slip !== "doubled" && /[区园]管(?:理)?委(?:员)?会$/u.test(name)) return false;
  if (!printed.endsWith(head) && !(slip.slip === "substituted" && slip.meant === head && foreign)) return false;
  const known = name.replace(BODY, "").length;
  switch (slip.slip) {
    case "doubled":
      return true;
    case "inserted":
      return known >= 5 && !LINKING.test(slip.printed);
    case "dropped":
      return known >= 5;
    case "substituted":
      return known >= 6 || (known >= 3 && foreign) || (slip.meant === "市" && /[县区]/u.test(slip.printed));
  }
}

/** Characters that are taken for each other in names of departments, by their shape or their sound. */
const LIKE =
  "育有肓玉 局居具 税悦说锐 财材才 政正攻证 民氏名 司同思 法去发 水永 利刊例 农衣 业亚 林材 规现归 划刘化 境镜竟 环坏 监临间 管菅官 场扬 市布 交文 通逋 运远 健建键 康庚 审宙 计什记 信佰 访仿 住往佳 应庆英 急怠极 消硝销 防妨房 保堡 障章 旅族 游遊 残线 教叫校 气汽 医区 疗辽 村付 技枝 源原 资次 宣宜 传转 组祖 织职 网纲冈 妇归 联连".split(
    " ",
  );

function isLike(one: string, other: string): boolean {
  return LIKE.some((group) => group.includes(one) && group.includes(other));
}

/** Mends a name in which one character went wrong. */
export type Mender = (printed: string, level: string) => IndexedName | undefined;

/** Names that a misprint may have come from, by their last character, which is seldom wrong. */
function groupByLastCharacter(index: NameIndex): ReadonlyMap<string, readonly IndexedName[]> {
  const groups = new Map<string, IndexedName[]>();
  for (const name of index.names.values()) {
    if (name.kind === "misprint" || name.units.length !== 1) continue;
    const last = name.name.charAt(name.name.length - 1);
    const group = groups.get(last);
    if (group === undefined) groups.set(last, [name]);
    else group.push(name);
  }
  return groups;
}

/** Creates the mender of a register. It compares with some hundred names, so it is asked only where no exact name explains the words. */
export function createMender(index: NameIndex): Mender {
  // Made when first needed: most documents and questions are printed well.
  let ofDepartments: ReadonlySet<string> | undefined;
  let byLast: ReadonlyMap<string, readonly IndexedName[]> | undefined;
  return (printed, level) => {
    byLast ??= groupByLastCharacter(index);
    ofDepartments ??= new Set([...index.names.keys()].join("") + OF_OTHER_DEPARTMENTS);
    const near: { name: IndexedName; slip: NonNullable<ReturnType<typeof slipBetween>>; mendable: boolean }[] = [];
    for (const name of byLast.get(printed.charAt(printed.length - 1)) ?? index.names.values()) {
      if (Math.abs(name.name.length - printed.length) > 1 || name.kind === "misprint" || name.units.length !== 1) continue;
      const slip = slipBetween(printed, name.name, level);
      if (slip !== undefined) near.push({ name, slip, mendable: isMendable(printed, name.name, slip, ofDepartments) });
    }
    // Of several names that one keystroke parts from what is printed, the one that looks or sounds like it.
    const alike = level === "" ? [] : near.filter(({ name, slip }) => name.name.length >= 3 && slip.slip === "substituted" && isLike(slip.printed, slip.meant));
    if (new Set(alike.map(({ name }) => name.units[0])).size === 1) return alike[0]?.name;
    const units = new Set(near.map(({ name }) => name.units[0]));
    return units.size === 1 ? near.find(({ mendable }) => mendable)?.name : undefined;
  };
}
