/** 谭店乡, 西平县盆尧镇, 柏城街道办事处; not 各乡镇, which is all of them, nor a bureau of a town. */
const TOWN =
  /^(?!各|乡镇|全|本|我|某)(?:\p{Script=Han}{2,9}[县区市旗])?\p{Script=Han}{1,8}?(?<![各乡全本])(?:(?:民族)?乡|镇|街道)(?:人民政府|政府|办事处|办|党委)?$/u;
const OFFICE = /(?:人民政府|政府|办事处|办|党委)$/u;

/** Whether a name is one of a town, a township or a subdistrict (乡, 镇, 街道). */
export function isTownName(name: string): boolean {
  return TOWN.test(name);
}

/** The town's name without county and office: 谭店乡 for 西平县谭店乡人民政府. @param places counties with their level words */
export function townOf(name: string, places: readonly string[]): string {
  const place = places.find((each) => name.startsWith(each)) ?? "";
  return name.slice(place.length).replace(OFFICE, "");
}
