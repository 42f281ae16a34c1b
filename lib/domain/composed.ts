/**
 * Text as it is kept: composed (Korean typed on a Mac comes in pieces, NFD: composed, the same name is the same text),
 * without blanks around it, and without what nobody sees there: what looks empty is empty.
 */
export function composed(text: string): string {
  const kept = text.normalize("NFC").replace(/^[\s\p{Z}\p{Cf}]+|[\s\p{Z}\p{Cf}]+$/gu, "");
  return NOTHING_SEEN.test(kept) ? "" : kept;
}

/**
 * Fillers of Hangul, selectors of variants and an empty cell of Braille are letters and marks by their kind, and show nothing
 * alone; beside others they have their use (old Hangul, an emoji's colour).
 */
const NOTHING_SEEN = /^[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u;
