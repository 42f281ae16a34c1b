/** What the other end of the cable shows. */
export interface ModemStatus {
  readonly cts: boolean;
  readonly dsr: boolean;
  readonly dcd: boolean;
}

/** The lines of a serial device beside its data. A pseudo-terminal has none: everything is null or false. */
export interface ModemLines {
  /** Whether the device did it. */
  set(line: "dtr" | "rts", on: boolean): boolean;
  read(): ModemStatus | null;
}
