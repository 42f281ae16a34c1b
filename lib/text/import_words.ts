const YES = "y yes true t 1 o ○ v ✓ 예 네 있음 해당 금지 거부 수신거부 전화금지 donotcall dnc"
  .split(" ");
const NO = "n no false f 0 x × - 아니요 아니오 없음 허용 가능 동의".split(" ");

/** What a cell of a yes-or-no column says, in Korean or English; null where it says neither. */
export function yesOrNo(text: string): boolean | null {
  const word = text.normalize("NFKC").toLowerCase().replaceAll(" ", "");
  return YES.includes(word) ? true : NO.includes(word) ? false : null;
}

/** `1980-3-15` of `1980년 3월 15일`; anything else as it is. */
export function writtenDay(text: string): string {
  const found = /^(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일$/.exec(text);
  return found === null ? text : `${found[1]}-${found[2]}-${found[3]}`;
}
