import type { AttachmentSettingsView, AttachmentsView } from "./file_data.ts";

/** As in view_data.ts. */
export interface AttachmentsViews {
  "attachments/attachments": AttachmentsView;
  "attachments/attachment_settings": AttachmentSettingsView;
}
