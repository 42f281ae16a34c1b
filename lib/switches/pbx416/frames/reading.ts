/** What the decoder makes of the bytes. `at` is when the first byte of it came. */
export type Reading =
  /** A good frame. `mi` is one character, `data` the rest, a character a byte (Latin-1). */
  | {
    readonly kind: "frame";
    readonly mi: string;
    readonly data: string;
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly at: number;
  }
  /**
   * Bytes that are no good frame. `complete`: a frame that was complete by its length and failed ETX or BCC,
   * to be answered with NAK; all else gets no answer.
   */
  | {
    readonly kind: "rejected";
    readonly reason: string;
    readonly complete: boolean;
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly at: number;
  }
  /** An answer to a frame of ours. */
  | { readonly kind: "control"; readonly control: "ack" | "nak"; readonly at: number };
