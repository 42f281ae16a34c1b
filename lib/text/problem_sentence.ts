import type { TextKey, Translate } from "./translator.ts";

/** What a use case says is wrong (`Problem` of lib/desk): its code is the key of a sentence. */
export interface Coded {
  readonly code: TextKey;
  /** `field` is the name of a field, for which there is a word. */
  readonly args: Readonly<Record<string, string | number>>;
}

/** What is wrong, in a sentence. */
export function problemSentence({ code, args }: Coded, t: Translate): string {
  const { field } = args;
  return t(code, field === undefined ? args : { ...args, field: t(`name.${field}` as TextKey) });
}
