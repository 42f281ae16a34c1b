import type { Language } from "../domain/staff.ts";

/** What a feature says, in each language, by the keys of its texts. `{name}` is a place that the speaker fills. */
export type Texts<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** The English has the keys of the Korean: the types refuse one that is missing, and one too many. */
export function translated<Key extends string>(
  ko: Readonly<Record<Key, string>>,
  en: Readonly<Record<NoInfer<Key>, string>>,
): Texts<Key> {
  return { ko, en };
}
