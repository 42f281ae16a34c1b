// @ts-check
/**
 * The names of the stream's events, for a browser that must listen for each of them by name. The list itself is
 * LiveData, on the server: this does not pass the check with one name more or less.
 */
/** @type {Record<import("../../lib/live/live_event.ts").LiveName, true>} */
const NAMES = {
  hello: true,
  call: true,
  work: true,
  line: true,
  frame: true,
  board: true,
  changed: true,
  presence: true,
  notices: true,
  reminder: true,
  beat: true,
  reload: true,
  signed_out: true,
};

export const LIVE_EVENTS = /** @type {(keyof typeof NAMES)[]} */ (Object.keys(NAMES));
