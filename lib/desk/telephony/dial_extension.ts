import { type Extension, extensionName, type Phone } from "../../domain/extension.ts";
import { dialsFrom, setDialsFrom } from "../../store/dials_from.ts";
import { linesOf } from "../../store/extension_at.ts";
import { extensionNamed, listExtensions } from "../../store/extensions.ts";
import { linesEnabled } from "../../store/lines.ts";
import { mayAt, NotYours } from "../desk.ts";
import type { PhoneDesk } from "./phone_desk.ts";

/** An extension to dial from. */
export type DialExtension = Pick<Extension, "id" | "line" | "number">;

export function phoneOf({ store }: Pick<PhoneDesk, "store">, extension: DialExtension): Phone {
  return { number: extension.number, lines: linesOf(store, extension) };
}

/** Whether a switch that has a telephone of whoever asks dials for it; for those who may dial from any, any switch. */
export function canDial(desk: Pick<PhoneDesk, "store" | "by" | "telephony">): boolean {
  const { store, by, telephony } = desk;
  const dials = (line: number) => telephony.commandsOf(line).has("dial");
  if (by.extensions.some((one) => linesOf(store, one).some(dials))) return true;
  return mayAt(desk, "calls.dial_from_any_extension") &&
    linesEnabled(store).some(({ id }) => dials(id));
}

/**
 * The extension that they dial from where they say no other: the one they chose last, or the first. Where its line is
 * not open it is another one of theirs whose line is. Null for who has none.
 */
export function usualExtension(desk: PhoneDesk): DialExtension | null {
  const { extensions, id } = desk.by;
  if (extensions.length < 2) return extensions[0] ?? null;
  const chosen = dialsFrom(desk.store, id);
  const inTurn = extensions.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  return firstReached(desk, inTurn);
}

/**
 * The extension that is asked for, `202` or `2:301`; of their own it is remembered. Null where there is none. Throws
 * `NotYours` for somebody else's, but for those who may dial from any.
 */
export function askedExtension(desk: PhoneDesk, name: string): DialExtension | null {
  const own = named(desk, desk.by.extensions, name);
  if (own !== null) {
    remember(desk, own);
    return own;
  }
  if (!mayAt(desk, "calls.dial_from_any_extension")) {
    throw new NotYours(desk.by.login, `extension ${name}`, "dial.not_yours");
  }
  return extensionNamed(desk.store, name) ?? named(desk, listExtensions(desk.store), name);
}

/** By the whole name; a number alone is that on whichever line it can be reached. */
function named(
  desk: PhoneDesk,
  extensions: readonly DialExtension[],
  name: string,
): DialExtension | null {
  return extensions.find((one) => extensionName(one) === name) ??
    firstReached(desk, extensions.filter(({ number }) => number === name));
}

function firstReached(
  desk: PhoneDesk,
  extensions: readonly DialExtension[],
): DialExtension | null {
  if (extensions.length < 2) return extensions[0] ?? null;
  return extensions.find((one) => desk.telephony.reaches(phoneOf(desk, one))) ?? extensions[0]!;
}

function remember({ store, by }: PhoneDesk, { id }: DialExtension): void {
  if (by.extensions.length < 2 || dialsFrom(store, by.id) === id) return;
  store.late.note({
    what: `staff ${by.id} dials from extension ${id}`,
    key: `dials from ${by.id}`,
    write: () => setDialsFrom(store, by.id, id),
  });
}
