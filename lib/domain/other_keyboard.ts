import { inEnglish, inKorean } from "./hangul_keys.ts";

/** What somebody meant who had not noticed which keyboard was on. */
export interface OtherKeyboard {
  readonly text: string;
  /** Hardly anything else makes sense of what was typed; the others are asked only where nobody else is found. */
  readonly likely: boolean;
}

/** `text` as the other keyboard writes it, in each way that is a word there: rlaalstn is 김민수, and ㅏㅑㅡ is kim. */
export function otherKeyboard(text: string): OtherKeyboard[] {
  const found = [...korean(text), ...english(text)];
  return found.filter(({ text }, at) => found.findIndex((one) => one.text === text) === at);
}

const SYLLABLES = /^[가-힣]+[ㄱ-ㅎ]?$/;
const INITIALS = /^[ㄱ-ㅎ]{2,}$/;
/** A word of English letters; not in an e-mail address. */
const ENGLISH = /(?<![a-z@.])[a-z]{2,}(?![a-z@])/gi;

function korean(text: string): OtherKeyboard[] {
  // With Caps Lock on, and with the capital that a telephone writes first, doubled consonants are none.
  return [text, text.toLowerCase()].flatMap((typed) => {
    let likely = true;
    const other = typed.replace(ENGLISH, (word) => {
      const letters = inKorean(word);
      if (SYLLABLES.test(letters)) return letters;
      if (!INITIALS.test(letters)) return word;
      likely = false;
      return letters;
    });
    return other === typed ? [] : [{ text: other, likely }];
  });
}

/** No Korean word has a vowel that stands alone; short English ones are whole syllables too (낫 is skt). */
function english(text: string): OtherKeyboard[] {
  const likely = /[ㅏ-ㅣ]/.test(text);
  const short = /^[가-힣]{1,3}$/.test(text);
  return likely || short ? [{ text: inEnglish(text), likely }] : [];
}
