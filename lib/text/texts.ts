import type { Language } from "../domain/staff.ts";
import * as features from "./features.ts";

type Features = typeof features;

export type TextKey = {
  readonly [Name in keyof Features]: keyof Features[Name]["ko"];
}[keyof Features];

/** Every text that a person sees. */
export const TEXTS: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = {
  ko: textsIn("ko"),
  en: textsIn("en"),
};

function textsIn(language: Language): Readonly<Record<TextKey, string>> {
  return Object.assign({}, ...Object.values(features).map((texts) => texts[language]));
}
