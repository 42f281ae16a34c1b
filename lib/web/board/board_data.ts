/** What the views of the board and of the screens on the wall are given. */
import type { CallDirection, CallState } from "../../domain/call.ts";
import type { AgentStateName } from "../../domain/agent_state.ts";
import type { ExtensionKind } from "../../domain/extension.ts";
import type { NumberView, TimeView } from "../basic_data.ts";

/** A call as the board shows it to somebody: what they may not know is null. */
export interface BoardCallView {
  readonly state: Exclude<CallState, "ended">;
  readonly direction: CallDirection;
  /** Null inside the office, and where the switch has none. */
  readonly trunk: string | null;
  /** Null where this person may not see who it is, and where nobody knows. */
  readonly who:
    | { readonly customerId: number; readonly name: string; readonly company: string }
    | null;
  readonly number: NumberView | null;
  /** Where nobody can know who calls. */
  readonly withheld: boolean;
  readonly since: TimeView;
  /** Extensions that ring or have the call. */
  readonly extensions: readonly string[];
}

export interface TrunkLaneView {
  readonly id: string;
  readonly trunk: string;
  /** The name of its line; empty where there is but one. */
  readonly line: string;
  readonly label: string;
  /** The oldest one on it. */
  readonly call: BoardCallView | null;
  /** Calls on it beside that one: some switches have many on a trunk. */
  readonly more: number;
}

/** `away`: its agent is at no browser; `nobody`: the extension is nobody's. */
export type TileState = BoardCallView["state"] | AgentStateName | "away" | "nobody";

export interface TileView {
  /** `202`, `2-301`: of the extension, for the page. */
  readonly id: string;
  readonly number: string;
  /** The name of its line; empty where it is on every line, or there is but one. */
  readonly line: string;
  readonly kind: ExtensionKind;
  readonly label: string;
  /** Names of its groups, `영업, 배송`; the public is not told. */
  readonly groups: string;
  readonly staffName: string;
  readonly state: TileState;
  /** What the agent says of themselves, whatever the phone does. */
  readonly presence: AgentStateName;
  readonly reason: string;
  /** Since when the state is so; null where nobody knows. */
  readonly since: TimeView | null;
  readonly call: BoardCallView | null;
  /** Whom of the office it talks to, `203`; empty where it is somebody outside, or not to be told. */
  readonly partner: string;
  /** Where its agent is on the telephone, `202`; empty for nowhere. */
  readonly busyAt: string;
  /** Calls that ring or are here beside that one. */
  readonly more: number;
}

export interface BoardView {
  readonly lanes: readonly TrunkLaneView[];
  readonly tiles: readonly TileView[];
  readonly figures: {
    readonly answered: number;
    readonly missed: number;
    readonly outbound: number;
    readonly waiting: number;
    /** Since when the one who has waited longest waits. */
    readonly waitingSince: TimeView | null;
    /** Of the whole day; null without callers. */
    readonly longestWait: string | null;
    readonly here: number;
    readonly onBreak: number;
    readonly wrapUp: number;
  };
}

/** `board/board_page`: `board` is what the page renews. */
export interface BoardPageView {
  readonly board: BoardView;
  /** The groups to narrow it to, behind one for all; none where the office has no groups. */
  readonly groups: readonly {
    readonly name: string;
    readonly href: string;
    readonly chosen: boolean;
  }[];
  /** Where the board as it is now comes from. */
  readonly now: string;
}

/** The board of a screen on the wall; the page asks `now` for it anew, and listens at `live`. */
export interface WallView {
  readonly board: BoardView;
  readonly now: string;
  readonly live: string;
  readonly time: TimeView;
}

export interface WallScreensView {
  readonly screens: readonly {
    readonly id: number;
    readonly label: string;
    readonly createdAt: TimeView;
    readonly createdBy: string;
    readonly seenAt: TimeView | null;
  }[];
  /** The link of the one that was made just now: it is shown this once. */
  readonly link: string | null;
  readonly label: string;
  readonly errors: Readonly<Record<string, string>>;
}
