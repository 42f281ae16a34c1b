/** A part of the stored numbers that was read anew. */
export interface Slice {
  /** The last ID that was read; null where there is none behind it. */
  readonly last: number | null;
  /** Whether one of them reads otherwise than before. */
  readonly changed: boolean;
}
