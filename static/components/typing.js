// @ts-check
/** Where the person is typing: what a live update must leave alone. */

const TEXT =
  "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])";

let composing = false;
let lastKeyAt = 0;

document.addEventListener("compositionstart", () => composing = true, true);
document.addEventListener("compositionend", () => composing = false, true);
document.addEventListener("input", () => lastKeyAt = Date.now(), true);
// A field that vanishes in the middle of a syllable never says that the syllable ended.
document.addEventListener("focusout", () => composing = false, true);

/** Whether an input method (Korean, say) is in the middle of a syllable. */
export function isComposing() {
  return composing;
}

/**
 * Whether it is Enter, be it that an input method takes it first and gives no other name to it.
 * @param {KeyboardEvent} event
 */
export function isEnter({ key, code, keyCode }) {
  return key === "Enter" || keyCode === 229 && (code === "Enter" || code === "NumpadEnter");
}

/**
 * Whether keys go into a text at this moment.
 * @param {Element | null} target
 */
export function isTyping(target = document.activeElement) {
  return target !== null && target.matches(TEXT);
}

/**
 * Whether something was typed in the last `ms` milliseconds.
 * @param {number} ms
 */
export function typedWithin(ms) {
  return composing || Date.now() - lastKeyAt < ms;
}

/** Whether nothing has the focus, so that giving it to a field takes it from nobody. */
export function focusIsFree() {
  return document.activeElement === null || document.activeElement === document.body ||
    document.activeElement.id === "main";
}
