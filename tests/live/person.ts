import type { Staff } from "../../lib/domain/staff.ts";
import type { LiveEvent } from "../../lib/live/live_event.ts";

/** Who listens. */
export const PERSON: Staff = {
  id: 1,
  login: "kim",
  name: "Kim",
  role: "agent",
  language: "ko",
  active: true,
  extensions: [],
  operator: false,
};

/** What a stream begins with. */
export const HELLO: LiveEvent = { name: "hello", data: { sessionKey: "s", version: "0", now: 7 } };
