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
