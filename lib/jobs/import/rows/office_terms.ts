import type { CustomField } from "../../../domain/custom_field.ts";
import type { Numbering } from "../../../domain/numbering.ts";
import type { Staff } from "../../../domain/staff.ts";
import { wallClock } from "../../../domain/wall_clock.ts";
import { customFields } from "../../../store/custom_fields.ts";
import type { Store } from "../../../store/database.ts";
import { OfficeSettings } from "../../../store/office_settings.ts";
import { knownWord } from "../../../store/list_words.ts";
import { numberingOf } from "../../../store/numbering.ts";
import { listStaff } from "../../../store/staff.ts";
import { momentOfCell } from "./cell_moment.ts";

/** What this office calls its staff and has defined about its customers: cells are understood by it. */
export interface OfficeTerms {
  readonly fields: ReadonlyMap<number, CustomField>;
  /** Whom a login or a name means; null where it is nobody's, or several people's. */
  ownerOf(text: string): Staff | null;
  /** The grade that is written so, by the name that it has now. */
  gradeOf(text: string): string;
  /** The type of a consultation that is written so, by the name that it has now; null where there is none. */
  noteTypeOf(text: string): string | null;
  /** The moment that a cell names by the office's clock, ms since the epoch, UTC; null where it names none. */
  momentOf(text: string): number | null;
  /** How its numbers are read. */
  readonly numbering: Numbering;
  /** ms since the epoch, UTC. */
  readonly now: number;
}

export function officeTerms(store: Store, now: number): OfficeTerms {
  const staff = listStaff(store);
  const owners = new Map<string, Staff | null>();
  const grades = new Map<string, string>();
  const types = new Map<string, string | null>();
  const clock = wallClock(new OfficeSettings(store).timeZone);
  return {
    fields: new Map(customFields(store).map((field) => [field.id, field])),
    ownerOf(text) {
      let owner = owners.get(text);
      if (owner === undefined) owners.set(text, owner = meant(staff, text));
      return owner;
    },
    gradeOf(text) {
      let grade = grades.get(text);
      if (grade === undefined) grades.set(text, grade = knownWord(store, "grade", text) ?? text);
      return grade;
    },
    noteTypeOf(text) {
      let type = types.get(text);
      if (type === undefined) types.set(text, type = knownWord(store, "type", text));
      return type;
    },
    momentOf: (text) => momentOfCell(text, clock.momentOf),
    numbering: numberingOf(store),
    now,
  };
}

/** Of people of one name it is the one who works here. */
function meant(staff: readonly Staff[], text: string): Staff | null {
  const login = staff.find((one) => one.login.toLowerCase() === text.toLowerCase());
  if (login !== undefined) return login;
  const named = staff.filter(({ name }) => name === text);
  const active = named.filter((one) => one.active);
  const [one, ...others] = active.length > 0 ? active : named;
  return one === undefined || others.length > 0 ? null : one;
}
