import { describe, expect, test } from "vitest";
import units from "../../../data/units.json" with { type: "json" };
import { createNameIndex } from "./name-index.ts";
import { takeSpelledNames } from "./name-variants.ts";
import type { UnitData } from "./unit.ts";
import { createUnitsNear } from "./units-near.ts";

const unit = (id: string, name: string) => ({ id, official: name, short: name, everyday: [], former: [] });
const PRINTED: UnitData = {
  units: [
    unit("printed:1", "治县办"),
    unit("printed:2", "委办"),
    unit("printed:3", "县医院"),
    unit("printed:4", "监督管理局"),
    unit("printed:5", "城市和县城建设服务中心"),
  ],
  ambiguous: [],
  groups: [],
  wordLike: [],
};

describe.each<[string, UnitData]>([
  ["data/units.json 的单位", units],
  ["文件里另外印着的短名称", PRINTED],
])("%s", (_, data) => {
  const whole = createNameIndex(data);
  const unitsNear = createUnitsNear(data);
  const nearOf = (text: string) => createNameIndex(unitsNear(text));

  test("每个名称，各种写法、错印都算：只看相近的单位，所指不变", () => {
    expect(whole.names.size).toBeGreaterThan(data.units.length);
    const different = [...whole.names].filter(([name, meant]) => JSON.stringify(nearOf(name).names.get(name)) !== JSON.stringify(meant));
    expect(different.map(([name]) => name)).toEqual([]);
  });

  test("两个单位都说得通的写法，只看相近的单位也不归其中一个", () => {
    const spelled = new Set<string>();
    for (const each of data.units) takeSpelledNames(each, (name) => spelled.add(name));
    const ofNobody = [...spelled].filter((name) => !whole.names.has(name));
    expect(ofNobody.filter((name) => nearOf(name).names.has(name))).toEqual([]);
  });
});

test("一个问题只牵涉少数单位", () => {
  expect(createUnitsNear(units)("县司法局负责哪些任务").units.length).toBeLessThan(units.units.length / 5);
});
