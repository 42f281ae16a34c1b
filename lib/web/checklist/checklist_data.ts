/** What the view of the checklist is given (as view_data.ts). */

export const CHECKS = ["staff", "line", "trunks", "backup", "customers", "https"] as const;
export type CheckName = (typeof CHECKS)[number];

export interface CheckView {
  readonly name: CheckName;
  readonly done: boolean;
  /** How it stands, in a sentence. */
  readonly state: string;
  /** Where it is done. */
  readonly href: string;
}

/** `checklist/checklist` */
export interface ChecklistView {
  readonly checks: readonly CheckView[];
  readonly done: number;
  /** The office was set up just now. */
  readonly fresh: boolean;
}
