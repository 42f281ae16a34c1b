import type { TextKey, Translate } from "./translator.ts";

/** What a use case says is wrong (`Problem` of lib/desk): its code is the key of a sentence. */
export interface Coded {
  readonly code: TextKey;
  /** `field` and `special` are names, for which there are words. */
  readonly args: Readonly<Record<string, string | number>>;
}

/** For what is a word of the program's in `args`, what it is called: `names` of a kind of special numbers. */
const CALLED: Readonly<Record<string, readonly [place: string, prefix: string]>> = {
  field: ["field", "name"],
  special: ["names", "dialling"],
};

/** What is wrong, in a sentence. */
export function problemSentence({ code, args }: Coded, t: Translate): string {
  const called = Object.entries(CALLED).filter(([arg]) => args[arg] !== undefined)
    .map(([arg, [place, prefix]]) => [place, t(`${prefix}.${args[arg]}` as TextKey)]);
  return t(code, { ...args, ...Object.fromEntries(called) });
}
