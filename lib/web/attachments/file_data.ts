import type { FileKind } from "../../domain/file_kind.ts";
import type { UploadLimit } from "../../store/upload_limits.ts";
/** What the views of files are given (as view_data.ts). */
import type { TimeView } from "../basic_data.ts";

/** One file that hangs somewhere. */
export interface FileView {
  readonly id: number;
  readonly name: string;
  /** `1.2 MB` */
  readonly size: string;
  /** In a word: image, PDF, archive ... */
  readonly kind: FileKind;
  /** Whether a browser may show it. */
  readonly opens: boolean;
  readonly sha256: string;
  readonly at: TimeView;
  readonly creator: string;
  readonly mayRemove: boolean;
}

/** `attachments/attachments`: the files of one place. */
export interface AttachmentsView {
  /** `customer-5`, `call-17`, `consultation-3`: names the list on a page. */
  readonly name: string;
  /** `customer=5`, for URLs. */
  readonly query: string;
  readonly files: readonly FileView[];
  readonly mayAdd: boolean;
  readonly limitMb: number;
  /** One that was taken away just now and can be brought back. */
  readonly removed: { readonly id: number; readonly name: string } | null;
}

/** `attachments/attachment_settings` */
export interface AttachmentSettingsView {
  readonly fields: readonly {
    readonly limit: UploadLimit;
    readonly value: string;
    readonly error: string;
  }[];
  readonly saved: boolean;
}
