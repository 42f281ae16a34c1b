import { importOf } from "./import_of.ts";
import { importView } from "./import_view.ts";
import { fragment, page } from "../frame/respond.ts";
import { wantsFragment } from "../wants_fragment.ts";
import type { StaffHandler } from "../visit.ts";

/** One import: its progress, its columns and what would happen, or what did. */
export const importShow: StaffHandler = (c, visit) => {
  const data = importView(visit, importOf(c, visit));
  if (wantsFragment(c)) return fragment(c, visit, "imports/import_state", data);
  return page(c, visit, "imports/import_show", data, {
    title: data.fileName,
    active: "customers",
  });
};
