import { roman } from "../roman.ts";

/** How Word prints a number of an automatic list: the names of ISO/IEC 29500-1 §17.18.59 (ST_NumberFormat) that Chinese documents use. */
const WRITERS: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  numberInDash: (value) => `- ${value} -`,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (value) => within(value, 1, 20, 0x2474),
  decimalEnclosedFullstop: (value) => within(value, 1, 20, 0x2488),
  ideographEnclosedCircle: (value) => within(value, 1, 10, 0x3280),
  chineseCounting: (value) => (value < 100 ? counted(value, SIMPLE, true) : digits(value)),
  taiwaneseCounting: (value) => (value < 100 ? counted(value, SIMPLE, true) : digits(value)),
  chineseCountingThousand: (value) => counted(value, SIMPLE, true),
  taiwaneseCountingThousand: (value) => counted(value, SIMPLE, true),
  japaneseCounting: (value) => counted(value, SIMPLE, true),
  chineseLegalSimplified: (value) => counted(value, LEGAL_SIMPLIFIED, false),
  ideographLegalTraditional: (value) => counted(value, LEGAL_TRADITIONAL, false),
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  taiwaneseDigital: digits,
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
  ideographZodiacTraditional: (value) => (value >= 1 && value <= 60 ? `${STEMS[(value - 1) % 10]}${BRANCHES[(value - 1) % 12]}` : String(value)),
  none: () => "",
  bullet: () => "",
};

const STEMS = [..."甲乙丙丁戊己庚辛壬癸"];
const BRANCHES = [..."子丑寅卯辰巳午未申酉戌亥"];
const SIMPLE = { digits: [..."〇一二三四五六七八九"], places: ["", "十", "百", "千"], tenThousand: "万" };
const LEGAL_SIMPLIFIED = { digits: [..."零壹贰叁肆伍陆柒捌玖"], places: ["", "拾", "佰", "仟"], tenThousand: "万" };
const LEGAL_TRADITIONAL = { digits: [..."零壹貳參肆伍陸柒捌玖"], places: ["", "拾", "佰", "仟"], tenThousand: "萬" };
const LARGEST = 99_999_999;

/** A number as the format prints it; as digits where the format is none of those known or has no sign for the number. */
export function printNumber(value: number, format: string): string {
  if (value < 0 || value > LARGEST) return String(value);
  return WRITERS[format]?.(value) ?? String(value);
}

function within(value: number, first: number, last: number, codeOfFirst: number): string {
  return value >= first && value <= last ? String.fromCodePoint(codeOfFirst + value - first) : String(value);
}

/** ① to ⑳, ㉑ to ㉟, ㊱ to ㊿: three runs in Unicode. */
function circled(value: number): string {
  if (value === 0) return "⓪";
  if (value <= 20) return within(value, 1, 20, 0x2460);
  return value <= 35 ? within(value, 21, 35, 0x3251) : within(value, 36, 50, 0x32b1);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function digits(value: number): string {
  return [...String(value)].map((digit) => SIMPLE.digits[Number(digit)]).join("");
}

/** A to Z, then AA, BB and so on, as Word does. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCodePoint(0x41 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

/** 十一, 二十, 一百〇三; ten to nineteen without a leading one where `shortTen` says so. */
function counted(value: number, signs: typeof SIMPLE, shortTen: boolean): string {
  const zero = signs.digits[0] ?? "";
  if (value === 0) return zero;
  const high = Math.floor(value / 10_000);
  const low = value % 10_000;
  const lowPrinted = low === 0 ? "" : `${high > 0 && low < 1000 ? zero : ""}${belowTenThousand(low, signs)}`;
  const printed = high > 0 ? `${belowTenThousand(high, signs)}${signs.tenThousand}${lowPrinted}` : lowPrinted;
  return shortTen && value >= 10 && value < 20 ? printed.slice(1) : printed;
}

function belowTenThousand(value: number, signs: typeof SIMPLE): string {
  let printed = "";
  let skipped = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      skipped = printed !== "";
      continue;
    }
    if (skipped) printed += signs.digits[0];
    skipped = false;
    printed += `${signs.digits[digit]}${signs.places[place]}`;
  }
  return printed;
}
