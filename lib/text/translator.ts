import type { Language } from "../domain/staff.ts";
import { type TextKey, TEXTS } from "./texts.ts";

export type { TextKey } from "./texts.ts";

/** The text for a key, its `{name}` places filled from `args`. */
export type Translate = (
  key: TextKey,
  args?: Readonly<Record<string, string | number>>,
) => string;

/** A place in a text, `{name}` or `{count, plural, one {# call} other {# calls}}`: a choice by number, as ICU MessageFormat writes it. */
const PLACE = /\{(\w+)(?:, plural, ((?:\w+ \{[^{}]*\} ?)+))?\}/g;
const BRANCH = /(\w+) \{([^{}]*)\}/g;

interface Place {
  /** As it stands in the text. */
  readonly source: string;
  readonly name: string;
  /** The words for each plural rule; null where the argument itself is put in. */
  readonly branches: ReadonlyMap<string, string> | null;
}

/** Words and places, as they follow each other. */
type Parts = readonly (string | Place)[];

/**
 * The words of one language. A place for which there is no argument stays as it is, and so does a key that
 * a template put together and no language has: a page with an odd word is worth more than no page.
 */
export function translator(language: Language): Translate {
  const texts = TEXTS[language];
  const rules = new Intl.PluralRules(language);
  // A list says the same few texts for each of its rows: each is taken apart once.
  const known = new Map<string, Parts>();

  /** What is said for a value, which may be a number as people read it (`1,234`); `#` is the number as it was given. */
  function filled({ branches }: Place, value: string | number): string {
    if (branches === null) return String(value);
    const number = Number(String(value).replaceAll(",", ""));
    const text = branches.get(rules.select(number)) ?? branches.get("other") ?? "";
    return text.replaceAll("#", () => String(value));
  }

  return (key, args) => {
    const text = Object.hasOwn(texts, key) ? texts[key] : key;
    if (args === undefined) return text;
    let parts = known.get(text);
    if (parts === undefined) known.set(text, parts = partsOf(text));
    let said = "";
    for (const part of parts) {
      if (typeof part === "string") said += part;
      else {
        const value = Object.hasOwn(args, part.name) ? args[part.name] : undefined;
        said += value === undefined ? part.source : filled(part, value);
      }
    }
    return said;
  };
}

function partsOf(text: string): Parts {
  const parts: (string | Place)[] = [];
  let end = 0;
  for (const { 0: source, 1: name, 2: branches, index } of text.matchAll(PLACE)) {
    parts.push(text.slice(end, index));
    const words = branches === undefined
      ? null
      : new Map([...branches.matchAll(BRANCH)].map(([, rule, said]) => [rule!, said!]));
    parts.push({ source, name: name!, branches: words });
    end = index + source.length;
  }
  return [...parts, text.slice(end)];
}

/** Whether the languages have a text for `key`: asked of the keys that templates name. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(TEXTS.ko, key);
}
