/** What the views of the lines are given (as view_data.ts). */
import type { LineDialects } from "../../switches/line_dialects.ts";
import type { LineStatus } from "../../switches/line_status.ts";
import type { TimeView } from "../basic_data.ts";

type Errors = Readonly<Record<string, string>>;

export interface LineRowView {
  readonly id: number;
  /** Its label, or the device where it has none. */
  readonly name: string;
  readonly device: string;
  readonly dialect: string;
  /** `9600 8N1`, as the device took them or as the dialect wants them. */
  readonly settings: string;
  /** Whether there is a form in which it is changed. */
  readonly hasForm: boolean;
  readonly enabled: boolean;
  readonly state: LineStatus["state"];
  /** What is wrong, English; empty for nothing. */
  readonly trouble: string;
  readonly lastFrame: TimeView | null;
}

/** `lines/line_list` and `lines/line_rows` */
export interface LineListView {
  readonly rows: readonly LineRowView[];
}

export interface TypedLineView {
  readonly label: string;
  /** The path of a port that was found; empty for one that is typed. */
  readonly port: string;
  readonly device: string;
  /** A built-in dialect's name, or `own`. */
  readonly dialect: string;
  /** Bits a second; empty for what the dialect says. */
  readonly speed: string;
  readonly json: string;
}

/** `lines/line_form` */
export interface LineFormView {
  /** Where it is said that it is opened at every start (`option --line`); null where the web alone decides. */
  readonly fixed: string | null;
  readonly id: number | null;
  readonly title: string;
  readonly typed: TypedLineView;
  readonly errors: Errors;
  /** What is wrong with the pasted dialect, a sentence each. */
  readonly problems: readonly string[];
  readonly ports: readonly {
    readonly path: string;
    readonly name: string;
    /** What is stored and opened: it stays when the plug moves. */
    readonly opens: string;
  }[];
  /** What is stored for a line without a device. */
  readonly virtual: string;
  readonly dialects: LineDialects["choices"];
  readonly speeds: readonly number[];
}

export interface FrameRowView {
  readonly id: number;
  /** `14:03:21.204` */
  readonly time: string;
  readonly full: string;
  readonly result: "accepted" | "ignored" | "rejected";
  readonly hex: string;
  /** What it says, in the person's language; empty where it says nothing. */
  readonly words: string;
  /** Why it was rejected or ignored, as the program notes it: English. */
  readonly remark: string;
  readonly callId: number | null;
}

/** `lines/line_monitor` and `lines/frame_rows` */
export interface LineMonitorView {
  readonly line: LineRowView;
  readonly rejectedOnly: boolean;
  readonly rows: readonly FrameRowView[];
  readonly most: number;
}
