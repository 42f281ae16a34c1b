/** `settings/settings`: what is wrong in an area, by the last part of its URL; areas without trouble are not there. */
export interface SettingsView {
  readonly troubles: Readonly<Record<string, string>>;
  readonly done: number;
  readonly checks: number;
}
