/** `draft` is what has been typed and not yet saved by the agent. */
export const CONSULTATION_STATES = ["draft", "open", "done", "callback"] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];

export interface Consultation {
  readonly id: number;
  readonly callId: number | null;
  readonly customerId: number | null;
  readonly staffId: number;
  readonly staffName: string;
  readonly type: string;
  readonly text: string;
  readonly state: ConsultationState;
  /** When to call back; only with state `callback`. */
  readonly callbackAt: number | null;
  readonly createdAt: number;
  readonly changedAt: number;
  /** Grows with every saving: a tab that saves over another tab's text is told. */
  readonly version: number;
  /** Whether a file brought it. */
  readonly imported: boolean;
  /** How often it was corrected. */
  readonly revisions: number;
}
