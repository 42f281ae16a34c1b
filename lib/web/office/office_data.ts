/** What the views of the office's own settings are given (as view_data.ts). */
import type { CallingHours } from "../../desk/hours/calling_hours.ts";
import type { SpecialNumber } from "../../domain/dial_kind.ts";
import type { List, ListWord } from "../../domain/list_word.ts";
import type { Language } from "../../domain/staff.ts";
import type { DaysKey } from "../../store/office_settings.ts";
import type { RingSound, RingTune, RingVolume } from "../../store/ring_sound.ts";

type Errors = Readonly<Record<string, string>>;

/** `settings/settings`: what is wrong in an area, by the last part of its URL; areas without trouble are not there. */
export interface SettingsView {
  readonly troubles: Readonly<Record<string, string>>;
  readonly done: number;
  readonly checks: number;
}

/** The time zones of one part of the world. */
export interface ZonesView {
  readonly region: string;
  readonly zones: readonly { readonly name: string; readonly label: string }[];
}

/** `office/office` */
export interface OfficeView {
  readonly typed: { readonly name: string; readonly language: string; readonly zone: string };
  readonly errors: Errors;
  readonly languages: readonly Language[];
  readonly zones: readonly ZonesView[];
  readonly zoneFixed: string | null;
  /** What the clock shows in that zone. */
  readonly time: string;
  readonly saved: boolean;
}

/** `words/word_list` */
export interface WordListView {
  readonly list: List;
  /** `/settings/types` */
  readonly path: string;
  /** The name of its tab. */
  readonly tab: string;
  readonly words: readonly ListWord[];
  readonly retired: readonly ListWord[];
  /** What was typed and is wrong: `wrongId` is null for the new word. */
  readonly typed: string;
  readonly wrongId: number | null;
  readonly error: string;
  readonly longest: number;
}

/** `hours/hours` */
export interface HoursPageView {
  readonly hours: CallingHours;
  readonly hoursError: string;
  readonly holidays: readonly {
    readonly day: string;
    /** `2026년 9월 25일 (금)` */
    readonly shown: string;
    readonly name: string;
  }[];
  readonly typed: { readonly day: string; readonly name: string };
  readonly errors: Errors;
  /** Years whose public holidays can be added. */
  readonly years: readonly number[];
  readonly lunar: boolean;
  /** What was done just now; empty for nothing. */
  readonly done: string;
}

/** `office/retention` */
export interface RetentionView {
  readonly rows: readonly {
    readonly key: DaysKey;
    readonly days: string;
    readonly usual: number;
    /** Where it is fixed (`option --log-days`); null where it can be changed. */
    readonly fixed: string | null;
    readonly error: string;
  }[];
  readonly saved: boolean;
}

/** `office/sounds` */
export interface SoundsView extends RingSound {
  readonly tunes: readonly RingTune[];
  readonly volumes: readonly RingVolume[];
  readonly saved: boolean;
}

/** `dialling/dialling_page` */
export interface DiallingView {
  readonly kinds: readonly { readonly kind: SpecialNumber; readonly allowed: boolean }[];
  /** As typed. */
  readonly perMinute: string;
  readonly error: string;
  readonly saved: boolean;
}
