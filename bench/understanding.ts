import { Bench } from "tinybench";
import places from "../data/places.json" with { type: "json" };
import synonyms from "../data/synonyms.json" with { type: "json" };
import { corpusSourceOf, unitRegister } from "../src/cli/compose.ts";
import { createCorpus } from "../src/core/ledger/index.ts";
import { createLexicon, createPlaces, type Knowledge, normaliseQuestion, understand } from "../src/core/question/index.ts";
import { composeSearch, medianMs } from "./ask.ts";
import { type Effort, type Measurement, median } from "./measurement.ts";
import { benchEdge } from "./places.ts";

/** What people ask, run on until a question has the length that is measured: units, numbers, topics, figures, times, references. */
const QUESTIONS = [
  "县司法局和县财政局共同负责的任务里,年底前要完成的一共有几项,请列一下。还有第五部分、第二十五项由谁牵头,哪个单位任务最多,前三名是谁",
  "投资项目审批时间平均减少了百分之多少,行政复议案件收到多少件,查处饮酒驾车多少起,培训了多少人,追缴了多少税款,设立了几个主场活动",
  "请问一下老板欠农民工工资找哪个部门,谁管办事开证明,行政执法三项制度由哪些单位承担,国办发〔2018〕37号和《外商投资法》在哪里提到",
  "除了县政府办公室,有发改委但没有审计局的任务有哪些,每季度要做的有几条,各有关部门和乡镇政府承担什么,全文分成哪几大部分",
] as const;
const LENGTHS = [30, 60, 120, 200] as const;
const [SHORTEST] = LENGTHS;

const ROUNDS = { short: 3, full: 9 } as const;
const ROUND_MS = { short: 40, full: 150 } as const;

/** Understanding alone, without an answer: a question of 30 characters, beside the MiniSearch query of `ask`; and how it grows with the length of a question. */
export async function measureUnderstanding(effort: Effort, folder: string): Promise<readonly Measurement[]> {
  const knowledge = await composeKnowledge(folder);
  const search = await composeSearch(folder);
  const rounds: { readonly bare: number; readonly ofLength: ReadonlyMap<number, number> }[] = [];
  for (let round = 0; round < ROUNDS[effort]; round += 1) {
    const bench = new Bench({ time: ROUND_MS[effort], warmupTime: round === 0 ? 300 : 20 });
    bench.add("bare", search);
    for (const length of LENGTHS) {
      for (const [index, question] of QUESTIONS.entries()) {
        const asked = question.repeat(Math.ceil(length / question.length)).slice(0, length);
        bench.add(`${length} ${index}`, () => understand(normaliseQuestion(asked), knowledge, undefined));
      }
    }
    await bench.run();
    const ofLength = (length: number): number => median(QUESTIONS.map((_, index) => medianMs(bench, `${length} ${index}`)));
    rounds.push({ bare: medianMs(bench, "bare"), ofLength: new Map(LENGTHS.map((length) => [length, ofLength(length)])) });
  }
  const msOf = (length: number): number => median(rounds.map(({ ofLength }) => ofLength.get(length) ?? Number.NaN));
  const bare = median(rounds.map((round) => round.bare));
  return [
    {
      what: `understanding, ${SHORTEST} characters : MiniSearch query`,
      measured: `${msOf(SHORTEST).toFixed(3)} : ${bare.toFixed(3)} ms (${(msOf(SHORTEST) / bare).toFixed(2)} ×)`,
      value: msOf(SHORTEST),
      unit: "ms",
      target: { atMost: 0.2 },
    },
    ...LENGTHS.slice(1).map((length): Measurement => {
      const times = Math.floor((10 * length) / SHORTEST) / 10;
      return {
        what: `understanding, ${length} : ${SHORTEST} characters`,
        measured: `${msOf(length).toFixed(3)} ms : ${msOf(SHORTEST).toFixed(3)} ms`,
        value: msOf(length) / msOf(SHORTEST),
        unit: "×",
        target: { atMost: times },
      };
    }),
  ];
}

async function composeKnowledge(folder: string): Promise<Knowledge> {
  const stored = await corpusSourceOf(benchEdge(folder)).loadCorpus();
  const register = unitRegister();
  return { corpus: createCorpus(stored.documents, stored.ledger, register), register, lexicon: createLexicon(synonyms), places: createPlaces(places) };
}
