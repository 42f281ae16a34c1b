/** What is looked at of those who are there. */
interface Guest {
  readonly remoteAddr: { readonly hostname: string };
  readonly times: { readonly idle: boolean; idleMs(now: number): number };
}

/** How many there may be, in all and of one address. */
export interface Places {
  readonly all: number;
  readonly own: number;
}

/**
 * Whether one more from `address` finds a place: `free`, or that of the guest who makes room, or `none`. It is always
 * somebody idle who makes room, and whoever has most of them: a flood from one machine takes its own places, and
 * nobody who is at work loses theirs.
 */
export function placeFor<G extends Guest>(
  address: string,
  guests: ReadonlySet<G>,
  { all, own: ownLimit }: Places,
  now: number,
): "free" | "none" | G {
  const own = [...guests].filter((guest) => guest.remoteAddr.hostname === address);
  if (own.length >= ownLimit) return longestIdle(own, now) ?? "none";
  if (guests.size < all) return "free";
  const idle = [...guests].filter((guest) => guest.times.idle);
  const crowd = Map.groupBy(idle, (guest) => guest.remoteAddr.hostname);
  const [largest = []] = [...crowd.values()].sort((one, other) => other.length - one.length);
  return longestIdle(largest, now) ?? "none";
}

function longestIdle<G extends Guest>(guests: readonly G[], now: number): G | null {
  let found: G | null = null;
  for (const guest of guests) {
    if (!guest.times.idle) continue;
    if (found === null || guest.times.idleMs(now) > found.times.idleMs(now)) found = guest;
  }
  return found;
}
