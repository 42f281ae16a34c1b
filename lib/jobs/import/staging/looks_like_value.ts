const NUMBERS = /^['=+(]?[\d\s()+\-./,:·~]+(?:명|건|개|원|%)?$/;
const DAY = /^\d{2,4}\s*[.\-/년]\s*\d{1,2}\s*[.\-/월]\s*\d{1,2}/;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
/** What is longer is a text. */
const LONGEST = 200;
/** Digits that a heading may have: `연락처2`. */
const FEW = 3;

/** Whether a cell is a figure, a telephone number, a day or an address: nothing that a column is called. */
export function looksLikeValue(cell: string): boolean {
  if (cell.length > LONGEST) return false;
  const text = cell.normalize("NFKC").trim();
  if (text === "") return false;
  if (MAIL.test(text) || DAY.test(text) || NUMBERS.test(text)) return true;
  const digits = text.replace(/\D/g, "").length;
  return digits > FEW && digits * 2 > text.length;
}
