// @ts-check
import { need } from "./elements.js";

/**
 * One of the words that the layout gives to scripts, in the person's language: `data-copied` is `word("copied")`.
 * @param {"copied" | "failed" | "kept" | "ringing" | "serverFailed" | "unsaved" | "withheld"} name
 */
export function word(name) {
  const text = need("#words").dataset[name];
  if (text === undefined) throw new Error(`the layout gives scripts no word ${name}`);
  return text;
}
