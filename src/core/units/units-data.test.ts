import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { createUnitRegister } from "./index.ts";
import { createNameIndex } from "./name-index.ts";
import { UnitDataSchema } from "./schema.ts";
import { CONTINUATIONS, runsOn } from "./word-guards.ts";

const namesOf = (unit: (typeof unitData.units)[number]): readonly string[] => [unit.official, unit.short, ...unit.everyday, ...unit.former];

describe("data/units.json", () => {
  test("has the form that the program takes", () => {
    expect(UnitDataSchema.parse(unitData)).toEqual(unitData);
  });

  test("gives each id to one unit", () => {
    const ids = unitData.units.map((unit) => unit.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("gives each name to one unit, and only once", () => {
    const claims = unitData.units.flatMap((unit) => [...new Set([unit.official, unit.short]), ...unit.everyday, ...unit.former]);
    expect(claims.filter((name, position) => claims.indexOf(name) !== position)).toEqual([]);
  });

  test("names no unit by a name that is ambiguous or a group's", () => {
    const shared = new Set([...unitData.ambiguous, ...unitData.groups].map(({ name }) => name));
    expect(unitData.units.flatMap(namesOf).filter((name) => shared.has(name))).toEqual([]);
  });

  test("refers only to units that exist", () => {
    const ids = new Set(unitData.units.map((unit) => unit.id));
    expect([...unitData.ambiguous, ...unitData.groups].flatMap(({ units }) => units).filter((id) => !ids.has(id))).toEqual([]);
  });

  test("marks only known names as word-like", () => {
    const { names } = createNameIndex(unitData);
    expect(unitData.wordLike.filter((name) => !names.has(name))).toEqual([]);
  });

  test("no place and no level word begins a name", () => {
    const places = unitData.units.flatMap(namesOf).filter((name) => /^[省县区州旗]|^市(?![场监容管政])/u.test(name));
    expect(places).toEqual([]);
  });
});

describe("the register reads every name that the data lists as its own unit", () => {
  const register = createUnitRegister(unitData);
  test.each(unitData.units.map((unit) => [unit.id, unit] as const))("%s", (id, unit) => {
    for (const name of namesOf(unit)) expect([name, register.readName(`县${name}`).unit]).toEqual([name, id]);
    for (const name of [unit.official, unit.short]) expect(register.findMentions(`由县${name}负责`).map((mention) => mention.unit)).toEqual([id]);
  });
});

describe("words that begin with the end of a name", () => {
  const endOf = (phrase: string, last: string): number => phrase.indexOf(last, 1) + 1;
  test.each(CONTINUATIONS.flatMap(({ last, examples }) => examples.map((phrase) => [phrase, last] as const)))("%s is no name that ends in %s", (phrase, last) =>
    expect(runsOn(phrase, endOf(phrase, last))).toBe(true),
  );
  test.each(CONTINUATIONS.flatMap(({ last, nonExamples }) => nonExamples.map((phrase) => [phrase, last] as const)))(
    "%s holds a name that ends in %s",
    (phrase, last) => expect(runsOn(phrase, endOf(phrase, last))).toBe(false),
  );
});
