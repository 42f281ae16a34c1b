import type { CommandName, CommandOutcome, SwitchCommand } from "../../domain/call_command.ts";
import type { Phone } from "../../domain/extension.ts";
import type { LineStatus } from "../../switches/line_status.ts";

/** The switches of the office, as whoever asks something of them sees them; lib/switchboard is this. */
export interface Telephony {
  /** One entry for each line that is to be open; none where the office has no line yet. */
  status(): readonly Pick<LineStatus, "state" | "code">[];
  /** How this line is; null for one that is not to be open. */
  statusOf(lineId: number): LineStatus | null;
  /** What may be asked of this line's switch: nothing else is offered. */
  commandsOf(lineId: number): ReadonlySet<CommandName>;
  /** Whether a line that is open has this telephone and can dial for it. */
  reaches(phone: Phone): boolean;
  /** Asks the switch to ring the telephone and then to dial `digits`. Never rejects. */
  dial(phone: Phone, digits: string): Promise<CommandOutcome>;
  /** Asks this line's switch; never rejects. That it came true is told by an event. */
  perform(lineId: number, command: SwitchCommand): Promise<CommandOutcome>;
  /** Takes over what the database says of the lines now; settles within seconds. */
  reload(): Promise<void>;
}
