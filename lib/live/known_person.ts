import type { Staff } from "../domain/staff.ts";

/** Whose a stream is, with the rights of the moment at which somebody looked. */
export interface KnownPerson {
  readonly person: Staff;
  /** Until when that holds where nothing changes, ms since the epoch, UTC; the moment is in it. */
  readonly until: number;
}

/** Names the state of all rights in the database: another one with each change. Null where nobody knows it. */
export type RightsState = string | null;

/**
 * Whose a stream is at this moment, for `Listener.person`: `look` is asked again only where rights have changed since,
 * or what it said has run out. Null, which ends the stream, is not kept.
 */
export function knownPerson(
  look: () => KnownPerson | null,
  clock: () => number,
): (rights: RightsState) => Staff | null {
  let known: KnownPerson | null = null;
  let asOf: RightsState = null;
  return (rights) => {
    const holds = rights !== null && rights === asOf && known !== null && clock() <= known.until;
    if (!holds) {
      // Where `look` throws, what was known before is void all the same.
      known = null;
      known = look();
      asOf = rights;
    }
    return known?.person ?? null;
  };
}
