/** One message of the PBX, with its fields as they stand on the wire. */
export interface Step {
  /** Seconds since the day began, to the millisecond. */
  readonly at: number;
  readonly trunk: string;
  /** The letter of the 416 dialect. */
  readonly mi: "C" | "c" | "N" | "n" | "J" | "F";
  /** Empty where the message has none. */
  readonly extension: string;
  /** Digits, a reason letter (`P`, `O`, `C`), or empty. */
  readonly number: string;
}

export interface OfficeDayOptions {
  /** The same seed gives the same day. */
  readonly seed: number;
  /** On the average of a working day, 0 excluded. More than the trunks can carry wait for a free one. */
  readonly callsPerMinute: number;
  readonly trunks: readonly string[];
  /** At least two. */
  readonly extensions: readonly string[];
  /** Of known callers; digits. May be empty. */
  readonly numbers: readonly string[];
  /** How many calls; without it the days do not end. */
  readonly count?: number;
}
