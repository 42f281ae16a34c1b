import type { Party } from "../../lib/domain/call.ts";

/** A telephone on a call: it rings since `rangAt`, talks since `joinedAt`, has left at `leftAt`, or what `more` says. */
export function telephoneParty(device: string, more: Partial<Party>): Party {
  const { rangAt = null, dialledAt = null, leftAt = null } = more;
  const joinedAt = more.joinedAt ?? dialledAt;
  return {
    device,
    kind: "telephone",
    state: leftAt !== null ? "null" : joinedAt !== null ? "connected" : "alerting",
    since: leftAt ?? joinedAt ?? rangAt ?? 0,
    heldMs: 0,
    cause: null,
    staffId: null,
    staff: null,
    staffName: null,
    ...more,
    rangAt,
    dialledAt,
    joinedAt,
    leftAt,
  };
}
