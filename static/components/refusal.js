// @ts-check
import { find } from "./elements.js";

/**
 * The server's own sentence in an answer that refuses, as a toast or a notice says it; null where none came.
 * @param {string} answer HTML
 */
export function refusal(answer) {
  const page = new DOMParser().parseFromString(answer, "text/html");
  return find("[data-toast], .page_notice", page)?.textContent.trim() || null;
}
