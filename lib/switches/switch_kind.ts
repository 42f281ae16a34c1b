import type { ExtensionKind } from "../domain/extension.ts";
import type { LineDialects } from "./line_dialects.ts";
import type { TrunkEvent } from "./pbx416/frames/trunk_event.ts";
import type { DescriptorCell } from "./serial/posix/descriptor_cell.ts";
import type { Switch } from "./switch.ts";

/** A line as it is stored: where its switch is, and how that is set. */
export interface StoredLine {
  readonly device: string;
  /** In words of its kind. */
  readonly dialect: string;
}

/** What happens at a switch that plays by itself; where it is not said, what an office tries Belltower out with. */
export interface PlayedDay {
  readonly callsPerMinute: number;
  /** The telephones that ring. */
  readonly extensions: readonly string[];
  /** Who calls. */
  readonly numbers: readonly string[];
}

/** A telephone that a switch has from the start. */
export interface DeliveredTelephone {
  readonly number: string;
  readonly kind: ExtensionKind;
}

/** What a switch is made with, beside its line. */
export interface SwitchWorld {
  /** Keeps the open device, for whoever ends this thread. */
  readonly cell: DescriptorCell;
  readonly day: PlayedDay | null;
  /** Of the office, for a switch that plays by itself: the telephones that agents have on its line, and who may call. */
  readonly telephones: () => readonly string[];
  readonly callers: () => readonly string[];
}

/**
 * A kind of switch, as far as it is known before one is open. A new kind is a folder here, and a row in
 * switch_kinds.ts. All of it throws as its kind says where a line is stored in words that are none.
 */
export interface SwitchKind {
  /** Whether a line that is stored so has a switch of this kind. */
  readonly isAt: (line: StoredLine) => boolean;
  /** Whether it is there to try the program out, and proves nothing of an office's own switch. */
  readonly isTrial: boolean;
  /** How its line is set in the form of lines; null where that has nothing to set. */
  readonly dialects: LineDialects | null;
  /** How its line is set, for people: `416` and `9600 8N1`. */
  readonly settings: (line: StoredLine) => { readonly name: string; readonly port: string };
  /** Its trunks by name, in their order; none of a switch that has none. */
  readonly trunks: (line: StoredLine) => readonly string[];
  /** Its telephones as it is delivered; none where it takes any number. */
  readonly telephones: (line: StoredLine) => readonly DeliveredTelephone[];
  /** Says of bytes that came over its line what they say of a trunk; null where they say nothing. */
  readonly reader: (line: StoredLine) => (bytes: Uint8Array) => TrunkEvent | null;
  /** The switch, not started. */
  readonly make: (line: StoredLine, world: SwitchWorld) => Switch;
}
