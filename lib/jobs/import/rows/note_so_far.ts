/** What cells say of a consultation, one after the other. */
export interface NoteSoFar {
  at?: number;
  staffId?: number;
  type?: string;
  text?: string;
  /** What has no place of its own, each with its heading. */
  readonly more: string[];
}
