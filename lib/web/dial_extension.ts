import { type Extension, extensionName, type Phone } from "../domain/extension.ts";
import { may } from "../domain/role_permissions.ts";
import type { Staff } from "../domain/staff.ts";
import { dialsFrom, setDialsFrom } from "../store/dials_from.ts";
import { linesOf } from "../store/extension_at.ts";
import { extensionNamed, listExtensions } from "../store/extensions.ts";
import { linesEnabled } from "../store/lines.ts";
import { HttpProblem } from "./http_problem.ts";
import type { StaffVisit, Visit } from "./visit.ts";

/** An extension to dial from. */
export type DialExtension = Pick<Extension, "id" | "line" | "number">;

export function phoneOf({ store }: StaffVisit, extension: DialExtension): Phone {
  return { number: extension.number, lines: linesOf(store, extension) };
}

/** Whether a switch that has a telephone of this person's dials for it; for a supervisor, any switch. */
export function canDial({ store, web: { telephony } }: Visit, person: Staff): boolean {
  const dials = (line: number) => telephony.commandsOf(line).has("dial");
  if (person.extensions.some((one) => linesOf(store, one).some(dials))) return true;
  return may(person.role, "calls.dial_from_any_extension") &&
    linesEnabled(store).some(({ id }) => dials(id));
}

/**
 * The extension that this person dials from where they say no other: the one they chose last, or the first. Where its
 * line is not open it is another one of theirs whose line is. Null for who has none.
 */
export function usualExtension(visit: StaffVisit): DialExtension | null {
  const { extensions, id } = visit.person;
  if (extensions.length < 2) return extensions[0] ?? null;
  const chosen = dialsFrom(visit.store, id);
  const inTurn = extensions.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  return firstReached(visit, inTurn);
}

/**
 * The extension that is asked for, `202` or `2:301`; of the person's own it is remembered. Null where there is none.
 * Throws the problem `forbidden` for somebody else's, but for a supervisor.
 */
export function askedExtension(visit: StaffVisit, name: string): DialExtension | null {
  const { extensions, role } = visit.person;
  const own = named(visit, extensions, name);
  if (own !== null) {
    remember(visit, own);
    return own;
  }
  if (!may(role, "calls.dial_from_any_extension")) {
    throw new HttpProblem("forbidden", {}, "dial.not_yours");
  }
  return extensionNamed(visit.store, name) ?? named(visit, listExtensions(visit.store), name);
}

/** By the whole name; a number alone is that on whichever line it can be reached. */
function named(
  visit: StaffVisit,
  extensions: readonly DialExtension[],
  name: string,
): DialExtension | null {
  return extensions.find((one) => extensionName(one) === name) ??
    firstReached(visit, extensions.filter(({ number }) => number === name));
}

function firstReached(
  visit: StaffVisit,
  extensions: readonly DialExtension[],
): DialExtension | null {
  if (extensions.length < 2) return extensions[0] ?? null;
  return extensions.find((one) => visit.web.telephony.reaches(phoneOf(visit, one))) ??
    extensions[0]!;
}

function remember({ store, person }: StaffVisit, { id }: DialExtension): void {
  if (person.extensions.length < 2 || dialsFrom(store, person.id) === id) return;
  const what = `staff ${person.id} dials from extension ${id}`;
  store.late.note({
    what,
    key: `dials from ${person.id}`,
    write: () => setDialsFrom(store, person.id, id),
  });
}
