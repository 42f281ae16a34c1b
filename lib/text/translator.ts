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

/** `{count, plural, one {# call} other {# calls}}`: a choice by number, as ICU MessageFormat writes it. */
const CHOICE = /\{(\w+), plural, ((?:\w+ \{[^{}]*\} ?)+)\}/g;
const BRANCH = /(\w+) \{([^{}]*)\}/g;

/**
 * The words of one language. A place for which there is no argument stays as it is, and so does a key that
 * a template put together and no language has: a page with an odd word is worth more than no page.
 */
export function translator(language: Language): Translate {
  const texts = TEXTS[language];
  const rules = new Intl.PluralRules(language);

  /** The branch for a number, which may be written as people read it (`1,234`); `#` is the number as it was given. */
  function choose(value: string | number, branches: string): string {
    const number = Number(String(value).replaceAll(",", ""));
    const words = new Map([...branches.matchAll(BRANCH)].map(([, rule, text]) => [rule, text]));
    const text = words.get(rules.select(number)) ?? words.get("other") ?? "";
    return text.replaceAll("#", () => String(value));
  }

  return (key, args) => {
    const text = Object.hasOwn(texts, key) ? texts[key] : key;
    if (args === undefined) return text;
    const chosen = text.replace(
      CHOICE,
      (place, name: string, branches: string) =>
        Object.hasOwn(args, name) ? choose(args[name] ?? 0, branches) : place,
    );
    return chosen.replace(
      /\{(\w+)\}/g,
      (place, name: string) => Object.hasOwn(args, name) ? String(args[name] ?? place) : place,
    );
  };
}

/** Whether the languages have a text for `key`: asked of the keys that templates name. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(ko, key);
}
