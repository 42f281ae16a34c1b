import { checkOfficeHours, type OfficeHours, USUAL_HOURS } from "../domain/office_hours.ts";
import type { Store } from "./database.ts";
import { setSetting, setting } from "./settings.ts";

const KEY = "office_hours";

/** When the office calls people; the usual hours where nobody has said otherwise. */
export function officeHours(store: Store): OfficeHours {
  const stored = setting(store, KEY);
  return stored === null ? USUAL_HOURS : checkOfficeHours(JSON.parse(stored)) ?? USUAL_HOURS;
}

export function setOfficeHours(store: Store, hours: OfficeHours): void {
  setSetting(store, KEY, JSON.stringify(hours));
}
