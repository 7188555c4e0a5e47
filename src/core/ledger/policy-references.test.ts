import { describe, expect, test } from "vitest";
import { findPolicyReferences } from "./policy-references.ts";

const read = (text: string) => findPolicyReferences(text, { start: 0, end: text.length }).map(({ title, documentNumber }) => [title, documentNumber]);

describe("findPolicyReferences 政策依据", () => {
  test.each([
    ["贯彻《优化营商环境条例》。", [["《优化营商环境条例》", undefined]]],
    [
      "落实《关于备案的通知》(国办发〔2018〕37号)、《指导意见》（国办发[2018]115号）和《管理办法》",
      [
        ["《关于备案的通知》", "国办发〔2018〕37号"],
        ["《指导意见》", "国办发[2018]115号"],
        ["《管理办法》", undefined],
      ],
    ],
    [
      "根据《贯彻落实<纲要(2016-2020年)>实施意见》、《要点》",
      [
        ["《贯彻落实<纲要(2016-2020年)>实施意见》", undefined],
        ["《要点》", undefined],
      ],
    ],
    ["《关于印发《办法》的通知》（云政发〔2020〕1号）", [["《关于印发《办法》的通知》", "云政发〔2020〕1号"]]],
    ["《清单(2020年版)》修订", [["《清单(2020年版)》", undefined]]],
    ["《要点》(征求意见稿)", [["《要点》", undefined]]],
    ["没有收尾的《办法", []],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));
});
