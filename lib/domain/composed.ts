/**
 * Text as it is kept: composed (Korean typed on a Mac comes in pieces, NFD: composed, the same name is the same text),
 * without blanks around it, and without what nobody sees there: what looks empty is empty.
 */
export function composed(text: string): string {
  return text.normalize("NFC").replace(/^[\s\p{Z}\p{Cf}]+|[\s\p{Z}\p{Cf}]+$/gu, "");
}
