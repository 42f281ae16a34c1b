import type { Permission } from "./permission.ts";

/** Who may hear that a record of this kind was changed; the kinds have the names that the audit gives them. */
export const CHANGED_KINDS = {
  customer: "customers.see",
  consultation: "consultations.see",
  attachment: "files.see",
  duplicate: "customers.merge",
  import: "customers.import",
  campaign: "campaigns.call",
  field: "customers.see",
  list_word: "desk.use",
  staff: "desk.use",
  extension: "desk.use",
  extension_group: "desk.use",
  trunk: "desk.use",
  line: "desk.use",
  holiday: "desk.use",
  setting: "desk.use",
  wall_screen: "wall.manage",
} as const satisfies Record<string, Permission>;
export type ChangedKind = keyof typeof CHANGED_KINDS;

export function isChangedKind(kind: string): kind is ChangedKind {
  return Object.hasOwn(CHANGED_KINDS, kind);
}

/**
 * What an event is about. Beside the records: the first row of each database, a call, work that is to be
 * done, what one of the staff says of themselves, and the board, where it is different for another reason than a call.
 */
export type EventKind = "begun" | "call" | "work" | "presence" | "board" | ChangedKind;

/** Something that has happened and is committed. */
export interface OfficeEvent {
  /** Rises with each, in the order of the commits. */
  readonly seq: number;
  /** ms since the epoch, UTC. */
  readonly at: number;
  readonly kind: EventKind;
  /** The ID of the record; empty for several of the kind. */
  readonly subject: string;
  /** Who of the staff did it, by their ID. */
  readonly actor: number | null;
  /** Null where the kind itself says who hears of it. */
  readonly audience: Permission | null;
  /** What is stored with it. */
  readonly data: unknown;
}

/**
 * Names an event for a reader who goes on behind it. Its time is in it: another database, or this one as it was before a
 * restore, has another event at that place.
 */
export function eventId({ seq, at }: Pick<OfficeEvent, "seq" | "at">): string {
  return `${seq}-${at.toString(36)}`;
}

/** The place that an ID names; null where it names none. */
export function seqOfEventId(id: string): number | null {
  const [, seq] = /^(\d{1,15})-[0-9a-z]+$/.exec(id) ?? [];
  return seq === undefined ? null : Number(seq);
}
