import type { CallCourse, Connection, Device } from "./call.ts";
import { isLive } from "./call.ts";
import type { CallEvent } from "./call_event.ts";
import type { Caller } from "./caller.ts";

/** A call as it stands at a switch, by its own word. */
export interface CallPicture {
  readonly call: string;
  readonly trunk: string | null;
  readonly direction: CallCourse["direction"];
  readonly caller: Caller | null;
  readonly called: string | null;
  readonly connections: readonly {
    readonly device: Device;
    readonly state: Extract<
      Connection["state"],
      "initiated" | "alerting" | "connected" | "held" | "queued"
    >;
  }[];
}

/**
 * What has happened to the calls that go on as far as we know (`live`), where a switch says that exactly these
 * (`pictures`) do: the events that lead from the one to the other. What happened in between is not made up: a call that is
 * not in the picture is over.
 */
export function eventsTo(
  live: readonly CallCourse[],
  pictures: readonly CallPicture[],
): CallEvent[] {
  const over = live.filter(({ switchCall }) => pictures.every(({ call }) => call !== switchCall));
  return [
    ...over.map(({ switchCall }) =>
      ({ type: "CallCleared", call: switchCall, cause: null }) as const
    ),
    ...pictures.flatMap((picture) =>
      eventsOfOne(live.find(({ switchCall }) => switchCall === picture.call) ?? null, picture)
    ),
  ];
}

function eventsOfOne(known: CallCourse | null, picture: CallPicture): CallEvent[] {
  const { call, trunk, direction, caller, called, connections } = picture;
  const beginning = { call, trunk, direction, consultationOf: null };
  const told: CallEvent = { type: "Delivered", ...beginning, device: null, caller, called };
  const isThere = (one: Connection) =>
    connections.some(({ device }) => device.number === one.device && device.kind === one.kind);
  const gone = (known?.connections ?? []).filter((one) => isLive(one) && !isThere(one));
  return [
    told,
    ...connections.flatMap(({ device, state }): CallEvent[] => {
      switch (state) {
        case "initiated":
          return [{ type: "ServiceInitiated", ...beginning, device }];
        case "alerting":
          return [{ ...told, device }];
        case "connected":
          return [
            { type: "Retrieved", call, device },
            { type: "Established", ...beginning, device },
          ];
        case "held":
          return [
            ...heldAlready(known, device)
              ? []
              : [{ type: "Established", ...beginning, device } as const],
            { type: "Held", call, device },
          ];
        case "queued":
          return [{ type: "Queued", ...beginning, queue: device.number }];
        default:
          return state satisfies never;
      }
    }),
    ...gone.map((one): CallEvent => ({
      type: "ConnectionCleared",
      call,
      device: { number: one.device, kind: one.kind },
      cause: null,
    })),
  ];
}

/** `Established` would take the hold back for a moment. */
function heldAlready(known: CallCourse | null, device: Device): boolean {
  return known?.connections.some((one) =>
    one.device === device.number && one.kind === device.kind && one.state === "held"
  ) ?? false;
}
