import type { Random } from "../../domain/random.ts";

/** Area codes by how many of a hundred telephones stand there. */
const AREAS = {
  ...{ "02": 36, "031": 24, "032": 6, "033": 3, "042": 4, "043": 3 },
  ...{ "051": 8, "052": 3, "053": 6, "062": 5, "064": 2 },
};
export type Area = keyof typeof AREAS;

const NATION_WIDE = ["1588", "1544", "1577", "1661", "1670", "1800", "1899"];

/** A mobile number in digits. Subscriber numbers begin with 2 to 9. */
export function randomMobile(random: Random): string {
  return `010${random.whole(2000, 9999)}${digits(random, 4)}`;
}

export function randomArea(random: Random): Area {
  return random.weighted(AREAS);
}

/** A number of an office or a home in digits. */
export function randomLandline(random: Random, area: Area): string {
  const exchange = random.chance(0.5) ? random.whole(200, 999) : random.whole(2000, 8999);
  return `${area}${exchange}${digits(random, 4)}`;
}

/**
 * The number field of a caller whom nobody knows, as on the wire: digits, or the letter of a caller who
 * withholds the number (`P`), whose number is not available (`O`), or who stands at a pay phone (`C`).
 */
export function randomCaller(random: Random): string {
  const kind = random.weighted({
    mobile: 58,
    landline: 18,
    internet: 6,
    personal: 3,
    nationWide: 5,
    P: 6,
    O: 3,
    C: 1,
  });
  switch (kind) {
    case "mobile":
      return randomMobile(random);
    case "landline":
      return randomLandline(random, randomArea(random));
    case "internet":
      return `070${random.whole(4000, 8999)}${digits(random, 4)}`;
    case "personal":
      return `0505${random.whole(200, 999)}${digits(random, 4)}`;
    case "nationWide":
      return `${random.pick(NATION_WIDE)}${digits(random, 4)}`;
    default:
      return kind;
  }
}

function digits(random: Random, count: number): string {
  return String(random.whole(0, 10 ** count - 1)).padStart(count, "0");
}
