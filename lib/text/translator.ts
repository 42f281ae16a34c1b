import type { Language } from "../domain/staff.ts";
import { en } from "./en.ts";
import { ko, type TextKey } from "./ko.ts";

export type { TextKey } from "./ko.ts";

/** The text for a key, its `{name}` places filled from `args`. */
export type Translate = (
  key: TextKey,
  args?: Readonly<Record<string, string | number>>,
) => string;

const TEXTS: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { ko, en };

/**
 * The words of one language. A place for which there is no argument stays as it is, and so does a key that
 * a template put together and no language has: a page with an odd word is worth more than no page.
 */
export function translator(language: Language): Translate {
  const texts = TEXTS[language];
  return (key, args) => {
    const text = Object.hasOwn(texts, key) ? texts[key] : key;
    if (args === undefined) return text;
    return text.replace(
      /\{(\w+)\}/g,
      (place, name: string) => Object.hasOwn(args, name) ? String(args[name] ?? place) : place,
    );
  };
}

/** Whether the languages have a text for `key`: asked of the keys that templates name. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(ko, key);
}
