import { type Route, staff } from "../route.ts";
import { attachmentCreate } from "./attachment_create.ts";
import { attachmentList } from "./attachment_list.ts";
import { attachmentRemove, attachmentRestore } from "./attachment_remove.ts";
import { attachmentSettings, attachmentSettingsSave } from "./attachment_settings.ts";
import { attachmentShow } from "./attachment_show.ts";

export const routes: readonly Route[] = [
  staff("GET /attachments", "files.see", "nothing", attachmentList),
  staff("POST /attachments", "files.add", "changes", attachmentCreate, "takes_file"),
  staff("GET /attachments/:id", "files.see", "attachment", attachmentShow),
  staff("POST /attachments/:id/remove", "files.add", "changes", attachmentRemove),
  staff("POST /attachments/:id/restore", "files.add", "changes", attachmentRestore),
  staff("GET /settings/attachments", "files.limit", "nothing", attachmentSettings),
  staff("POST /settings/attachments", "files.limit", "changes", attachmentSettingsSave),
];
