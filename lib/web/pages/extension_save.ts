import { BOARD_CHANGED } from "../../live/call_audience.ts";
import type { Store } from "../../store/database.ts";
import { setGroupsOf } from "../../store/extension_groups.ts";
import { updateExtension } from "../../store/extensions.ts";
import { checkExtensions, type ExtensionInput, typedExtensions } from "../forms/extension_form.ts";
import { readForm } from "../forms/read_form.ts";
import { extensionListView } from "../present/extension_list_view.ts";
import { page } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/**
 * Changes the extensions whose rows were touched, all or none. A call that rings meanwhile stays where it is: who
 * hears of it is asked anew with every event.
 */
export const extensionSave: StaffHandler = (c, visit) => {
  const typed = typedExtensions(readForm(c), visit);
  const checked = checkExtensions(typed, visit);
  if (!checked.ok) {
    const data = extensionListView(visit, { typed, errors: checked.errors });
    const title = visit.t("title.extensions");
    return page(c, visit, "pages/extension_list", data, { title, active: "settings", status: 422 });
  }
  visit.store.transaction(() => write(visit.store, checked.value));
  visit.web.hub.publish(() => BOARD_CHANGED);
  return c.redirect("/settings/extensions?saved", 303);
};

function write(store: Store, extensions: readonly ExtensionInput[]): void {
  for (const { name, groupIds, ...changed } of extensions) {
    updateExtension(store, name, changed);
    setGroupsOf(store, name, groupIds);
  }
}
