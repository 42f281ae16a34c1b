import { guarded } from "../base/guarded.ts";
import type { Numbering } from "../domain/numbering.ts";
import { isLanguage, type Language } from "../domain/staff.ts";
import { isTimeZone, USUAL_TIME_ZONE } from "../domain/time_zone.ts";
import type { Store } from "./database.ts";
import { numberingOf } from "./numbering.ts";
import { setSetting, setting, settingsState } from "./settings.ts";

/** What can be fixed where the server is started, and is then not read from the database. */
export type FixableKey = "time_zone" | "raw_frame_days" | "log_days" | "audit_days" | "line";

/** A value that an option, the environment or a file fixes, and in words where. */
export interface FixedSetting {
  readonly value: string;
  /** `option --time-zone` */
  readonly source: string;
}

export type FixedSettings = Readonly<Partial<Record<FixableKey, FixedSetting>>>;

/** For how many days something is kept: what counts where nobody has said otherwise. */
export const USUAL_DAYS = {
  raw_frame_days: 30,
  log_days: 30,
  /** How long the audit trail stays. */
  audit_days: 730,
} as const;
export type DaysKey = keyof typeof USUAL_DAYS;

/** Ten thousand days are 27 years. */
export const MOST_DAYS = 9999;

/** The language of accounts that are made without one. */
export function officeLanguage(store: Store): Language {
  const stored = setting(store, "language") ?? "";
  return isLanguage(stored) ? stored : "ko";
}

interface OfficeValues {
  readonly name: string;
  readonly timeZone: string;
  readonly language: Language;
  readonly days: Readonly<Record<DaysKey, number>>;
  readonly numbering: Numbering;
}

/**
 * How the office is called and where it is, at hand also while the database does not answer. What is changed counts at
 * once, everywhere, whoever wrote it: it is read anew when a setting was written.
 */
export class OfficeSettings {
  #known: OfficeValues;
  #state: string;

  constructor(private readonly store: Store, private readonly fixed: FixedSettings = {}) {
    this.#state = settingsState(store);
    this.#known = this.#read();
  }

  /** Where the setting is fixed (`option --time-zone`); null where the web may change it. */
  fixedBy(key: FixableKey): string | null {
    return this.fixed[key]?.source ?? null;
  }

  /** Where it is said that a line of this device is opened at every start; null where the web alone decides. */
  lineFixedBy(device: string): string | null {
    const { line } = this.fixed;
    return line !== undefined && line.value === device ? line.source : null;
  }

  /** Empty where nobody has said it. */
  get name(): string {
    return this.#values.name;
  }

  /** IANA name, in which every time is shown. */
  get timeZone(): string {
    return this.#values.timeZone;
  }

  /** Of new accounts, and of the sign-in where the browser asks for no language that there is. */
  get language(): Language {
    return this.#values.language;
  }

  /** How numbers are read and written. */
  get numbering(): Numbering {
    return this.#values.numbering;
  }

  /** How long something is kept. */
  days(key: DaysKey): number {
    return this.#values.days[key];
  }

  change(changed: OfficeChange): void {
    setOffice(this.store, changed);
  }

  changeDays(days: Readonly<Partial<Record<DaysKey, number>>>): void {
    this.store.transaction(() => {
      for (const [key, count] of Object.entries(days)) setSetting(this.store, key, String(count));
    });
  }

  get #values(): OfficeValues {
    const state = settingsState(this.store);
    if (state === this.#state) return this.#known;
    // Before the look: a database that does not answer is asked again at the next change, and not by every page.
    this.#state = state;
    return this.#known = guarded(
      "the look at the office's settings",
      () => this.#read(),
      this.#known,
    );
  }

  #read(): OfficeValues {
    const zone = this.#value("time_zone") ?? "";
    return {
      name: setting(this.store, "office_name") ?? "",
      // A database from a machine that knew more zones must not stop this one.
      timeZone: isTimeZone(zone) ? zone : USUAL_TIME_ZONE,
      language: officeLanguage(this.store),
      numbering: numberingOf(this.store),
      days: {
        raw_frame_days: this.#days("raw_frame_days"),
        log_days: this.#days("log_days"),
        audit_days: this.#days("audit_days"),
      },
    };
  }

  #days(key: DaysKey): number {
    const days = Number(this.#value(key) ?? USUAL_DAYS[key]);
    return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : USUAL_DAYS[key];
  }

  #value(key: FixableKey): string | null {
    return this.fixed[key]?.value ?? setting(this.store, key);
  }
}

/** What an administrator says of the office; an absent one stays as it is. */
export interface OfficeChange {
  readonly name?: string;
  /** As `isTimeZone` finds it good. */
  readonly timeZone?: string;
  readonly language?: Language;
}

/** Writes what is said of it. */
export function setOffice(store: Store, { name, timeZone, language }: OfficeChange): void {
  store.transaction(() => {
    if (name !== undefined) setSetting(store, "office_name", name);
    if (timeZone !== undefined) setSetting(store, "time_zone", timeZone);
    if (language !== undefined) setSetting(store, "language", language);
  });
}
