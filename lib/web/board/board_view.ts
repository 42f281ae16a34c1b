import {
  type Call,
  connectionAt,
  type ConnectionState,
  isStation,
  ringingAt,
  stationsOf,
} from "../../domain/call.ts";
import { extensionName } from "../../domain/extension.ts";
import type { AgentStateName } from "../../domain/agent_state.ts";
import { boardCalls, boardExtensions, dayFigures, trunkLabels } from "../../store/board.ts";
import { type ExtensionOn, extensionsOn } from "../../store/extension_at.ts";
import { groupsByExtension } from "../../store/extension_groups.ts";
import type { BoardExtension } from "../../store/board.ts";
import type { ListedCall } from "../../store/call_list.ts";
import type { BoardCallView, BoardView, TileState, TileView, TrunkLaneView } from "./board_data.ts";
import type { Visit } from "../visit.ts";
import { numberViewOrNull, timeView, timeViewOrNull } from "../basics.ts";
import { lineNames } from "../frame/extension_names.ts";
import { trunksOf } from "../trunks/trunks.ts";

/** How much a board says: `full` with who is called, `states` without, `wall` what the public may see. */
export type BoardDetail = "full" | "states" | "wall";

/**
 * The board at this moment, from the store: six questions, however much goes on. With a group, its extensions
 * alone; the trunks and the figures stay those of the whole office.
 */
export function boardView(
  visit: Visit,
  detail: BoardDetail,
  group: number | null = null,
): BoardView {
  const calls = boardCalls(visit.store);
  const at = extensionsOn(visit.store, calls);
  const groups = groupsByExtension(visit.store);
  const inGroup = ({ id }: BoardExtension) =>
    group === null || (groups.get(id) ?? []).some((one) => one.id === group);
  const lineOf = lineNames(visit);
  const extensions = boardExtensions(visit.store);
  const tiles = extensions.filter(inGroup).map((extension) => ({
    ...tileView(visit, extension, { calls, at, detail }),
    line: lineOf(extension),
    busyAt: busyAt(extension, calls, at),
    groups: detail === "wall"
      ? ""
      : (groups.get(extension.id) ?? []).map(({ name }) => name).join(", "),
  }));
  const { longestWait, ...day } = dayFigures(visit.store, visit.format.dayStart(visit.now));
  const waiting = calls.filter(({ direction, state }) =>
    direction === "in" && (state === "ringing" || state === "queued")
  );
  const oldest = waiting.length === 0 ? null : Math.min(...waiting.map((call) => call.startedAt));
  const present = peopleOf(extensions).filter(({ staffId }) => visit.web.hub.attends(staffId));
  return {
    lanes: laneViews(visit, calls, detail),
    tiles,
    figures: {
      ...day,
      waiting: waiting.length,
      waitingSince: timeViewOrNull(visit, oldest),
      longestWait: longestWait === null ? null : visit.format.duration(longestWait),
      here: present.length,
      onBreak: present.filter(({ presence }) => presence === "break").length,
      wrapUp: present.filter(({ presence }) => presence === "wrap_up").length,
    },
  };
}

/** Everybody who has an extension, once. */
function peopleOf(
  extensions: readonly BoardExtension[],
): { readonly staffId: number; readonly presence: AgentStateName }[] {
  const people = new Map<number, AgentStateName>();
  for (const { staffId, presence } of extensions) {
    if (staffId !== null) people.set(staffId, presence);
  }
  return [...people].map(([staffId, presence]) => ({ staffId, presence }));
}

function laneViews(
  visit: Visit,
  calls: readonly ListedCall[],
  detail: BoardDetail,
): TrunkLaneView[] {
  const labels = trunkLabels(visit.store);
  const places = trunksOf(visit.store);
  for (const { line, trunk } of calls) if (trunk !== null) places.add(`${line}/${trunk}`);
  const lineOf = (place: string) => place.slice(0, place.indexOf("/"));
  const nameOf = lineNames(visit);
  const several = new Set([...places].map(lineOf)).size > 1;
  return [...places].map((place) => {
    const trunk = place.slice(place.indexOf("/") + 1);
    // Two lines have the same trunks.
    const line = several ? nameOf({ line: Number(lineOf(place)) }) : "";
    const [call, ...more] = calls.filter((one) => `${one.line}/${one.trunk}` === place);
    return {
      id: place.replace("/", "-"),
      trunk,
      line,
      label: labels.get(place) ?? line,
      call: call === undefined ? null : callView(visit, call, detail),
      more: more.length,
    };
  });
}

function tileView(
  visit: Visit,
  extension: BoardExtension,
  { calls, at, detail }: {
    readonly calls: readonly ListedCall[];
    readonly at: ExtensionOn;
    readonly detail: BoardDetail;
  },
): Omit<TileView, "groups" | "line" | "busyAt"> {
  const { id, number, kind, label, presence } = extension;
  const here = calls.filter((call) =>
    at(call, number)?.id === id && connectionAt(call, number) !== null
  );
  const stateOf = (call: Call) => connectionAt(call, number)?.state;
  // Who talks and is rung by another caller talks.
  const call = here.find((one) => stateOf(one) === "connected" || stateOf(one) === "initiated") ??
    here.findLast((one) => stateOf(one) === "alerting") ?? here.at(-1) ?? null;
  const shown = call === null ? null : callView(visit, call, detail);
  const idle = idleState(visit, extension);
  return {
    id: extensionName(extension).replace(":", "-"),
    number,
    kind,
    label,
    staffName: extension.staffName ?? "",
    state: shown === null ? idle : stateAt(call!, number, shown.state),
    presence,
    reason: detail === "wall" ? "" : extension.reason,
    since: shown?.since ??
      (idle === "away" || idle === "nobody"
        ? null
        : timeViewOrNull(visit, extension.presenceSince)),
    call: shown,
    partner: call?.direction === "internal" && detail === "full"
      ? stationsOf(call).filter((one) => one !== number).join(", ")
      : "",
    more: Math.max(0, here.length - 1),
  };
}

/** What the call is to the one at this extension, whatever others do on it. */
function stateAt(call: Call, extension: string, state: BoardCallView["state"]) {
  const { state: own } = connectionAt(call, extension)!;
  return own === "alerting" ? "ringing" : own === "held" ? "held" : state;
}

const BUSY: readonly ConnectionState[] = ["initiated", "connected", "held"];

/** Where the agent of this extension is on the telephone, here or elsewhere; empty for nowhere. */
function busyAt({ staffId }: BoardExtension, calls: readonly Call[], at: ExtensionOn): string {
  if (staffId === null) return "";
  const busy = calls.flatMap((call) =>
    call.connections.filter((one) =>
      isStation(one) && BUSY.includes(one.state) && at(call, one.device)?.staffId === staffId
    )
  );
  return busy[0]?.device ?? "";
}

function idleState(visit: Visit, extension: BoardExtension): TileState {
  if (extension.staffId === null) return "nobody";
  return visit.web.hub.attends(extension.staffId) ? extension.presence : "away";
}

function callView(visit: Visit, call: ListedCall, detail: BoardDetail): BoardCallView {
  const full = detail === "full";
  const { customer } = call;
  const ringing = ringingAt(call);
  return {
    state: call.state === "ended" ? "talking" : call.state,
    direction: call.direction,
    trunk: call.trunk,
    who: full && customer !== null
      ? { customerId: customer.id, name: customer.name, company: customer.company }
      : null,
    number: full ? numberViewOrNull(visit, call.number) : null,
    withheld: full && call.number === null && call.direction === "in",
    since: timeView(visit, call.answeredAt ?? call.startedAt),
    extensions: ringing.length > 0 ? ringing : call.extension === null ? [] : [call.extension],
  };
}
