import { type Route, staff } from "../route.ts";
import { extensionCreate, extensionRemove } from "./extension_create.ts";
import { extensionGroupChange, extensionGroupCreate } from "./extension_group_change.ts";
import { extensionList } from "./extension_list.ts";
import { extensionSave } from "./extension_save.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/extensions", "extensions.manage", "nothing", extensionList),
  staff("POST /settings/extensions", "extensions.manage", "changes", extensionSave),
  staff("POST /settings/extensions/new", "extensions.manage", "changes", extensionCreate),
  staff("POST /settings/extensions/:id/remove", "extensions.manage", "changes", extensionRemove),
  staff("POST /settings/groups", "extensions.manage", "changes", extensionGroupCreate),
  staff("POST /settings/groups/:id", "extensions.manage", "changes", extensionGroupChange),
];
