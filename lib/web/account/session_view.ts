import { oldestSession } from "../../domain/session_life.ts";
import { sessionsOf } from "../../store/sessions.ts";
import { sessionKey } from "../guard/session_token.ts";
import type { SessionView } from "./account_data.ts";
import type { StaffVisit } from "../visit.ts";
import { timeView } from "../basics.ts";
import { browserName } from "./browser_name.ts";

/** The browsers in which a person is signed in, the one used last first. */
export function sessionViews(visit: StaffVisit, staffId: number): SessionView[] {
  const oldest = oldestSession(visit.now);
  const going = sessionsOf(visit.store, staffId)
    .filter(({ seenAt, createdAt }) => seenAt >= oldest.seen && createdAt >= oldest.created);
  return going.map((session) => {
    const key = sessionKey(session.tokenHash);
    return {
      key,
      browser: browserName(session.userAgent),
      address: session.address,
      createdAt: timeView(visit, session.createdAt),
      seenAt: timeView(visit, session.seenAt),
      own: key === visit.session.key,
    };
  });
}
