/** A county, district or city before the words that follow a place's name in titles and names of bodies. */
const REGION = /^(?<name>[\p{Script=Han}]{1,10}?(?:自治县|自治旗|特区|林区|县|市|区|旗|自治州|州|盟|省|镇|乡))(?<rest>.*)$/u;
/** 集聚区, 社区 … end in a level word and are no division. */
const NO_REGION =
  /(?:集聚区|开发区|园区|社区|小区|城区|景区|地区|片区|库区|灾区|新区|示范区|全市|全县|全区|我县|我市|我区|本县|本市|本区|上市|超市|都市|城市|门市)$/u;

/**
 * The innermost division that a name of a body or a title begins with: 西平县人民政府办公室 → 西平县, 驻马店市西平县… → 西平县,
 * 中共云岭县委办公室 → 云岭县. Undefined where it begins with none.
 */
export function regionOf(text: string): string | undefined {
  let rest = text.replace(/^中国共产党|^中共|^关于|^印发|^《/u, "");
  let region: string | undefined;
  for (let depth = 0; depth < 4; depth += 1) {
    const groups = REGION.exec(rest)?.groups;
    const name = groups?.["name"];
    if (name === undefined || name.length < 2 || name.length > 8 || NO_REGION.test(name) || (region !== undefined && !isInner(name, region))) return region;
    region = name;
    rest = groups?.["rest"] ?? "";
  }
  return region;
}

const LEVELS = ["省", "州", "盟", "市", "县", "区", "旗", "镇", "乡"] as const;

/** Whether a division can lie in another: a county in a city, a town in a county; never a city in a county. */
function isInner(name: string, outer: string): boolean {
  const [inner, around] = [LEVELS.findIndex((level) => name.endsWith(level)), LEVELS.findIndex((level) => outer.endsWith(level))];
  return inner > around && inner < LEVELS.indexOf("镇");
}
