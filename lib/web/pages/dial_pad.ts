import { may } from "../../domain/role_permissions.ts";
import { lastDialled } from "../../store/dialled.ts";
import { boardExtensions } from "../../store/board.ts";
import { numberView, timeView } from "../present/basics.ts";
import { fragment, page, wantsFragment } from "../respond.ts";
import type { DialPadView } from "../dial_data.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

const MOST_SHOWN = 5;

/**
 * The dial pad, by itself or for its dialog, with a number filled in: the browser sends `tel:` links here.
 * Nothing is dialled by opening it.
 */
export const dialPad: StaffHandler = (c, visit) => {
  const data = padView(visit, plainNumber(c.req.query("number") ?? ""));
  if (wantsFragment(c)) return fragment(c, visit, "partials/dial_pad", data);
  return page(c, visit, "pages/dial", data, { title: visit.t("title.dial") });
};

function padView(visit: StaffVisit, number: string): DialPadView {
  const { person, store } = visit;
  const recent = person.extension === null
    ? []
    : lastDialled(store, person.extension, person.id, MOST_SHOWN);
  return {
    number,
    own: person.extension,
    extensions: may(person.role, "calls.dial_from_any_extension")
      ? boardExtensions(store).map((one) => ({
        number: one.number,
        name: one.staffName ?? one.label,
      }))
      : [],
    recent: recent.map((one) => ({
      number: numberView(one.number),
      who: [one.name, one.company].filter((part) => part !== "").join(" · "),
      at: timeView(visit, one.at),
    })),
  };
}

/** `tel:+82-10-1234-5678;ext=1`, as links have it. */
function plainNumber(text: string): string {
  return text.replace(/^tel:/i, "").split(";", 1)[0]!.trim().slice(0, 40);
}
