// @ts-check
/**
 * What can be searched for of what stands in the field; null where that is nothing new yet. While a syllable is being
 * composed its first consonant stands alone: behind other syllables it is no word, and by itself it is only the beginning
 * of one. Consonants in a row are meant (ㄱㅁㅅ), and a vowel alone is no syllable ever (새ㅡ: tom).
 * @param {string} value
 * @param {boolean} composing
 */
export function worthAsking(value, composing) {
  const text = value.normalize("NFC").trim();
  if (!composing) return text;
  if (/^[\u3131-\u3163]$/.test(text)) return null;
  return /[^\u3131-\u3163\s][\u3131-\u314E]$/.test(text) ? text.slice(0, -1) : text;
}
