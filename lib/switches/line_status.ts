import type { PortErrorCode } from "./serial/port.ts";

/** How a line is, for people and for the health check. */
export interface LineStatus {
  /** `fault`: it does not work now, and is tried again until it does. */
  readonly state: "opening" | "open" | "fault" | "stopped";
  /** What is wrong; null unless `fault`. `worker_failed` is a defect of this program. */
  readonly code: PortErrorCode | "worker_failed" | null;
  /** The same in a sentence, English, with the system's own words: for the log and the administrator. */
  readonly text: string | null;
  /** The device's path, as it was given; null for the line without a device. */
  readonly device: string | null;
  /** As the device took them, `9600 8N1`; null unless `open`. */
  readonly settings: string | null;
  /** When it became so: ms since the epoch. */
  readonly since: number;
}
