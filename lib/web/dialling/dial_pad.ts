import { usualExtension } from "../../desk/telephony/dial_extension.ts";
import { extensionName } from "../../domain/extension.ts";
import { may } from "../../domain/role_permissions.ts";
import { lastDialled } from "../../store/dialled.ts";
import { boardExtensions } from "../../store/board.ts";
import { phoneDeskOf } from "../desk_of.ts";
import { numberView, timeView } from "../basics.ts";
import { extensionNames } from "../frame/extension_names.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { DialPadView } from "./dial_data.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

const MOST_SHOWN = 5;

/**
 * The dial pad, by itself or for its dialog, with a number filled in: the browser sends `tel:` links here.
 * Nothing is dialled by opening it.
 */
export const dialPad: StaffHandler = (c, visit) => {
  const data = padView(visit, plainNumber(c.req.query("number") ?? ""));
  if (wantsFragment(c)) return fragment(c, visit, "dialling/dial_pad", data);
  return page(c, visit, "dialling/dial", data, { title: visit.t("title.dial") });
};

function padView(visit: StaffVisit, number: string): DialPadView {
  const { person, store } = visit;
  const recent = lastDialled(store, person.id, MOST_SHOWN);
  const own = usualExtension(phoneDeskOf(visit));
  return {
    number,
    own: own === null ? null : extensionName(own),
    extensions: choices(visit),
    recent: recent.map((one) => ({
      number: numberView(visit, one.number),
      who: [one.name, one.company].filter((part) => part !== "").join(" · "),
      at: timeView(visit, one.at),
    })),
  };
}

/** Where there is but one, or none, there is nothing to choose. */
function choices(visit: StaffVisit): DialPadView["extensions"] {
  const { person, store } = visit;
  const name = extensionNames(visit);
  if (may(person.role, "calls.dial_from_any_extension")) {
    return boardExtensions(store).map((one) => ({
      value: extensionName(one),
      text: `${name(one)} ${one.staffName ?? one.label}`.trimEnd(),
    }));
  }
  if (person.extensions.length < 2) return [];
  return person.extensions.map((one) => ({ value: extensionName(one), text: name(one) }));
}

/** `tel:+82-10-1234-5678;ext=1`, as links have it. */
function plainNumber(text: string): string {
  return text.replace(/^tel:/i, "").split(";", 1)[0]!.trim().slice(0, 40);
}
