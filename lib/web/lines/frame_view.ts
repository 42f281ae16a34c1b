import type { Caller } from "../../domain/caller.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import type { TrunkEvent } from "../../switches/pbx416/frames/trunk_event.ts";
import type { SwitchKind } from "../../switches/switch_kind.ts";
import type { StoredFrame } from "../../store/raw_frames.ts";
import type { FrameRowView } from "./line_data.ts";
import type { Visit } from "../visit.ts";

/** A kept frame in hex and in words, as the line reads it now: older frames may have had another dialect. */
export function frameRowView(
  visit: Visit,
  read: ReturnType<SwitchKind["reader"]>,
  frame: StoredFrame,
): FrameRowView {
  const { id, at, bytes, result, remark, callId } = frame;
  const event = result === "rejected" ? null : read(bytes);
  return {
    ...{ id, result, remark, callId },
    time: visit.format.instant(at),
    full: visit.format.full(at),
    hex: [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" "),
    words: event === null ? "" : eventWords(visit, event),
  };
}

function eventWords(visit: Visit, event: TrunkEvent): string {
  const { t, web } = visit;
  const { trunk } = event;
  const extension = event.extension ?? "";
  switch (event.type) {
    case "Delivered": {
      const rings = event.extension === null
        ? t("frame.trunk_rings", { trunk })
        : t("frame.rings", { trunk, extension });
      return event.caller === null ? rings : `${rings} · ${callerWords(visit, event.caller)}`;
    }
    case "Established":
      return t("frame.talks", { trunk, extension });
    case "ServiceInitiated":
      return t("frame.lifted", { trunk, extension });
    case "Originated": {
      const number = formatNumber(event.digits, web.office.numbering);
      return t(event.requested ? "frame.dials_asked" : "frame.dials", { trunk, extension, number });
    }
    case "ConnectionCleared":
      return event.extension === null
        ? t("frame.trunk_ends", { trunk })
        : t("frame.ends", { trunk, extension });
    default:
      return event satisfies never;
  }
}

function callerWords({ t, web }: Visit, caller: Caller): string {
  return caller.number === null
    ? t(`call.${caller.reason}`)
    : formatNumber(caller.number, web.office.numbering);
}
