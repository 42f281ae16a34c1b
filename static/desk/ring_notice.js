// @ts-check
/** Desktop notifications of calls that ring, from one page of the browser, gone when the ringing is over. */
import { leads, standFor } from "../shell/leader.js";

/** @typedef {{ readonly id: string, readonly title: string, readonly body: string }} RingingCall */

/** @type {Map<string, Notification>} */
const shown = new Map();

export function prepareNotices() {
  standFor("notices");
}

/** Whether the browser has notifications here (it has none over plain http) and the person was not yet asked. */
export function canAskToNotify() {
  return "Notification" in globalThis && isSecureContext && Notification.permission === "default";
}

export async function askToNotify() {
  await Notification.requestPermission();
}

/**
 * Shows the new ones of the calls that ring now, closes the others.
 * @param {readonly RingingCall[]} calls
 */
export function showNotices(calls) {
  const ringing = new Set(calls.map((call) => call.id));
  for (const [id, notice] of shown) {
    if (ringing.has(id)) continue;
    notice.close();
    shown.delete(id);
  }
  if (!leads("notices") || !("Notification" in globalThis)) return;
  if (Notification.permission !== "granted") return;
  for (const call of calls) {
    if (!shown.has(call.id)) shown.set(call.id, notify(call));
  }
}

/** @param {RingingCall} call */
function notify({ id, title, body }) {
  const notice = new Notification(title, { body, tag: `call-${id}`, silent: true });
  notice.addEventListener("click", () => {
    focus();
    notice.close();
  });
  return notice;
}
