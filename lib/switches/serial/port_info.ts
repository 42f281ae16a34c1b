/** The name of a port that is part of the machine and that the system names in no other way. */
export const BUILT_IN = "built-in serial port";

/** A serial port as a list of ports shows it. */
export interface PortInfo {
  /** What opens it: `/dev/ttyUSB0`, `COM3`. */
  readonly path: string;
  /** What a person knows it by: `Prolific USB-Serial Controller`. */
  readonly name: string;
  /**
   * A path that stays the same when it is pulled and plugged again, or plugged behind another; null where
   * the system has none, or `path` is one.
   */
  readonly stablePath: string | null;
}
