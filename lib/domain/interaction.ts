/**
 * By what means the office and somebody outside have met. `other`: somebody of the staff wrote a note without a call, and
 * how they met is not said.
 */
export type Channel = "call" | "mail" | "chat" | "callback" | "message" | "other";
