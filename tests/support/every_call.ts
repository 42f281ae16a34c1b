import type { CallFilter } from "../../lib/store/call_log/filter.ts";

/** The filter of the log that leaves every call. */
export const EVERY_CALL: CallFilter = {
  customer: "",
  number: "",
  agent: null,
  extension: "",
  group: null,
  trunk: "",
  type: "",
  from: null,
  to: null,
  direction: "",
  outcome: "",
  caller: "",
  note: "",
  words: "",
  grade: "",
  visit: "",
  by: null,
  byExtension: "",
  lacks: "",
  clock: null,
};
