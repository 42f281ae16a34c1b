/** What the views of the office's own settings are given (as view_data.ts). */
import type { Language } from "../../domain/staff.ts";
import type { DaysKey } from "../../store/office_settings.ts";
import type { RingSound, RingTune, RingVolume } from "../../store/ring_sound.ts";

type Errors = Readonly<Record<string, string>>;

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
