import assert from "node:assert/strict";
import { callerNumber, dialledNumber, numberToDial } from "../../lib/domain/dialled_number.ts";
import { koreanNumber } from "../../lib/domain/korean_plan.ts";
import { KOREA, type Numbering } from "../../lib/domain/numbering.ts";
import { numbersIn } from "../../lib/domain/numbers_in.ts";
import { formatNumber, normalNumber, readCell } from "../../lib/domain/phone_number.ts";
import { Random } from "../../lib/domain/random.ts";

const SIGNS = [
  ..."- .·/~_:=‐‑‒–—―−⁃˗─━ㅡ一ー―－・•∙․ㆍ~〜∼～",
  " - ",
  "\u00a0",
  ") ",
  "\u00ad",
  "\u200b",
  "",
];
const AROUND: readonly ((number: string) => string)[] = [
  (n) => n,
  (n) => ` ${n}\t`,
  (n) => `\u202a${n}\u202c`,
  (n) => `(${n})`,
  (n) => `TEL: ${n}`,
  (n) => `☎ ${n}`,
  (n) => `📞${n}`,
  (n) => `(휴)${n}`,
  (n) => `대표 ${n}`,
  (n) => `김민수 ${n}`,
  (n) => `tel:${n}`,
  (n) => `="${n}"`,
  (n) => `'${n}`,
  (n) => `${n} (본인)`,
  (n) => `${n}(代)`,
  (n) => `${n} 김과장`,
  (n) => `${n}김과장`,
  (n) => `${n} 내선 12`,
  (n) => `${n}(내선12)`,
  (n) => `${n}#12`,
  (n) => `${n} ext. 3`,
  (n) => `${n}~9`,
  (n) => `${n}, 41`,
  (n) => `${n}/5678`,
  (n) => `${n} (71)`,
  // What must make it none, or do no harm.
  (n) => `${n}·4`,
  (n) => `${n}.6`,
  (n) => `${n}-8`,
  (n) => `${n} 8`,
  (n) => `${n}p12`,
  (n) => `${n} → 12`,
  (n) => `${n}²`,
  (n) => `${n}*2`,
  (n) => `①${n}`,
  (n) => `1. ${n}`,
  (n) => `2층 ${n}`,
  (n) => `2023-03-15 ${n}`,
  (n) => `${n} 2023.3.15`,
  (n) => `${n}a`,
  (n) => `a${n}`,
  (n) => `-${n}`,
  (n) => `${n}.0`,
];

const of = <T>(random: Random, list: readonly T[]): T => list[random.whole(0, list.length - 1)]!;
const digits = (random: Random, count: number) =>
  String(random.whole(10 ** (count - 1), 10 ** count - 1));

/** A number of every kind that customers have, in groups. */
function anyNumber(random: Random): readonly string[] {
  const last = () => String(random.whole(0, 9999)).padStart(4, "0");
  const area = of(random, ["02", "031", "032", "033", "041", "051", "055", "062", "064"]);
  return of(random, [
    () => ["010", String(random.whole(2000, 9999)), last()],
    () => [area, String(random.whole(200, 999)), last()],
    () => [area, String(random.whole(2000, 9999)), last()],
    () => [of(random, ["011", "016", "017", "019"]), digits(random, 3), last()],
    () => ["070", digits(random, 4), last()],
    () => [
      of(random, ["0502", "0504", "0505", "0507"]),
      digits(random, random.whole(3, 4)),
      last(),
    ],
    () => [of(random, ["1588", "1544", "1661", "1899"]), last()],
    () => ["080", digits(random, 3), last()],
  ])();
}

function written(random: Random, groups: readonly string[]): string {
  const sign = of(random, SIGNS);
  const shape = random.whole(0, 7);
  const inside = groups[0]!.replace(/^0/, "");
  if (shape === 0) return ["+82", inside, ...groups.slice(1)].join(sign);
  if (shape === 1) return ["+82 (0)" + inside, ...groups.slice(1)].join(sign);
  if (shape === 2) {
    return [
      of(random, ["82", "0082", "001-82", "00700 82", "(+82)", "++82"]),
      inside,
      ...groups.slice(1),
    ].join(sign);
  }
  if (shape === 3) {
    return groups.join(sign).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
  }
  // A sign somewhere else, as a hand slips.
  if (shape === 4) {
    const all = groups.join("");
    const at = random.whole(1, all.length - 1);
    // 064-787-4590~8 is no slip.
    const slip = /[~/.〜∼～]/.test(sign) ? "-" : sign;
    return all.slice(0, at) + slip + all.slice(at);
  }
  if (shape === 5) return groups.join(sign).replace(/0/, "O");
  return groups.join(sign);
}

Deno.test("however a customer's number is written, it is that number or none, never another", () => {
  const random = new Random(20261128);
  const offices: readonly Numbering[] = [KOREA, { ...KOREA, areaCode: "02" }, {
    ...KOREA,
    areaCode: "031",
    outsideDigit: "9",
  }];
  let read = 0;
  for (let round = 0; round < 12_000; round++) {
    const groups = anyNumber(random);
    const number = groups.join("");
    const text = of(random, AROUND)(written(random, groups));
    const office = of(random, offices);
    const normal = normalNumber(text, office);
    assert.ok(normal === null || normal === number, `${JSON.stringify(text)} is read as ${normal}`);
    if (normal === null) continue;
    read++;
    assert.equal(normalNumber(formatNumber(text, office), office), number, text);
    assert.equal(numberToDial(text, office)?.digits, number, text);
    const [only, more] = numbersIn(text, office);
    assert.deepEqual(
      only!.read.kind === "number" && [only!.read.normal, more],
      [number, undefined],
      text,
    );
    assert.equal(normalNumber(only!.text, office), number, only!.text);
  }
  assert.ok(read > 6000, `only ${read} were read`);
});

Deno.test("every part and every neighbour of a number that a cell may have is that number, another by itself, or none", () => {
  const random = new Random(7);
  for (let round = 0; round < 3000; round++) {
    const number = anyNumber(random).join("");
    const eaten = number.replace(/^0/, "");
    const read = readCell(random.chance(0.5) ? eaten : `${eaten}.0`);
    // What the zero was eaten of is given back, or said to be unclear.
    assert.ok(
      read.kind !== "number" || read.normal === number,
      `${eaten}: ${JSON.stringify(read)}`,
    );
    const office = { ...KOREA, areaCode: "02", outsideDigit: "9", featurePrefixes: ["*23#"] };
    assert.equal(callerNumber(number, office).normal, number);
    for (const dialled of [number, `9${number}`, `*23#${number}`, `*23#9${number}`]) {
      const { normal } = dialledNumber(dialled, office);
      assert.ok(normal === number || normal === dialled, `${dialled}: ${normal}`);
    }
    assert.equal(koreanNumber(number), number);
  }
});
