/** Words that a sum below a list begins with, or an end, in Korean and English; before them nothing stands. */
const SUM =
  "합계|총합계|총계|소계|누계|계|총원|총인원|총건수|총|전체|total|grandtotal|subtotal|sum|count";
const END = "이하여백|이하생략|끝|이상끝|endoflist|end";
const COUNT =
  "[\\d,.]*(?:명|건|개|행|원|인|곳|people|persons|rows|records|customers|contacts|entries)?";

const IS_SUM = new RegExp(`^(?:${SUM})[:：]?\\(?${COUNT}\\)?$`, "i");
const IS_END = new RegExp(`^[-–—=*<(\\[]*(?:${END})[-–—=*>)\\].]*$`, "i");
/** `12,345,678원`, with words before it or not. */
const IS_AMOUNT = /^\D*\d{1,3}(?:,\d{3})+\D*$/;
/** More digits are a telephone number. */
const MOST_DIGITS = 6;
/** Longer texts are looked at as they are. */
const LONGEST = 200;
/** More cells are no sum. */
const MOST_CELLS = 4;

/** Whether a row is no customer's but the foot of a list: `합계 3명`, `Total: 12`, `-- 이하 여백 --`, `※ …`. */
export function isFooter(cells: readonly string[]): boolean {
  const own = cells.filter((cell) => cell !== "");
  if (own.length > MOST_CELLS) return false;
  const filled = own.map((cell) => cell.length > LONGEST ? cell : cell.replace(/\s+/g, ""))
    .filter((cell) => cell !== "");
  const [first = ""] = filled;
  if (filled.length === 1 && /^[※＊]/.test(first)) return true;
  if (
    filled.some((cell) => !IS_AMOUNT.test(cell) && cell.replace(/\D/g, "").length > MOST_DIGITS)
  ) {
    return false;
  }
  if (IS_END.test(first)) return filled.length === 1;
  return IS_SUM.test(first) && filled.slice(1).every((cell) => /^[\d,.()명건개원:：]+$/.test(cell));
}
