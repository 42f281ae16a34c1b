import type { OfficeEvent } from "../domain/event.ts";
import { may } from "../domain/role_permissions.ts";
import type { Staff } from "../domain/staff.ts";
import { BOARD_CHANGED, callNews } from "../live/call_audience.ts";
import type { Committed } from "../live/committed.ts";
import type { LiveEvent } from "../live/live_event.ts";
import { agentStateOf } from "../store/agent_states.ts";
import { callOfEvent } from "../store/call_events.ts";
import type { Store } from "../store/database.ts";
import { customerOfEvent } from "../store/event_customer.ts";
import { eventAt, eventsAfter, newestEvent } from "../store/events.ts";
import { ownersOn } from "../store/extension_at.ts";
import { workNews } from "./work_news.ts";

/** Screens on the wall show the board alone. */
const NOBODY = 0;

/** The events of an office, as its hub reads and tells them. */
export function committedOf(store: Store): Committed {
  return {
    newest: () => newestEvent(store),
    after: (seq, limit) => eventsAfter(store, seq, limit),
    at: (seq) => eventAt(store, seq),
    newsOf: (event) => newsOf(store, event),
  };
}

function newsOf(store: Store, event: OfficeEvent): (person: Staff) => LiveEvent | null {
  switch (event.kind) {
    case "begun":
      return () => null;
    case "call": {
      const call = callOfEvent(store, event);
      return call === null ? () => null : callNews(call, ownersOn(store, call));
    }
    case "work":
      return workNews(store, Date.now());
    case "presence": {
      const id = Number(event.subject);
      const { state, reason } = agentStateOf(store, id);
      const own: LiveEvent = { name: "presence", data: { state, reason } };
      return (person) => person.id === id ? own : BOARD_CHANGED;
    }
    case "board":
      return () => BOARD_CHANGED;
    default: {
      const { kind, subject: id, audience, actor: by } = event;
      const data = { kind, id, customerId: customerOfEvent(store, event), by };
      const told: LiveEvent = { name: "changed", data };
      return ({ id, role }) =>
        id !== NOBODY && (audience === null || may(role, audience)) ? told : null;
    }
  }
}
