import type { Consultation } from "../domain/consultation.ts";

/** The database cannot be opened or used; the message is a sentence for the person who started the command. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/**
 * The files of the open database are not in their place any more (deleted, replaced, on a disk that went away), or a
 * thread of this process that was ended has locked them.
 * Nothing is stored from then on, and only a new start can open what is there now.
 */
export class StoreGone extends Error {
  override readonly name = "StoreGone";
}

/** Somebody else saved first. `stored` is what is there now. */
export class VersionConflict<T> extends Error {
  override readonly name = "VersionConflict";
  constructor(readonly stored: T, what: string, expected: number) {
    super(`${what} was changed by somebody else: version ${expected} is no longer the newest`);
  }
}

/** Of a consultation. */
export class ConsultationConflict extends VersionConflict<Consultation> {}

/** A thing that may exist once exists already: a login, an extension's agent. */
export class AlreadyTaken extends Error {
  override readonly name = "AlreadyTaken";
  constructor(
    readonly what: "login" | "extension" | "device" | "word" | "group",
    readonly value: string,
  ) {
    super(`the ${what} ${value} is taken already`);
  }
}

/** What was to be changed is not there. */
export class NotFound extends Error {
  override readonly name = "NotFound";
  constructor(
    readonly what:
      | "call"
      | "customer"
      | "consultation"
      | "work"
      | "staff"
      | "session"
      | "extension"
      | "merge"
      | "import"
      | "custom field"
      | "attachment"
      | "line"
      | "word"
      | "group"
      | "campaign"
      | "wall screen"
      | "job"
      | "backup",
    readonly id: number | string,
  ) {
    super(`there is no ${what} ${id}`);
  }
}
