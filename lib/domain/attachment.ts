/** A file belongs to exactly one of these and goes where it goes. */
export type AttachmentPlace =
  | { readonly kind: "customer"; readonly id: number }
  | { readonly kind: "call"; readonly id: number }
  | { readonly kind: "consultation"; readonly id: number };

/** A file that is whole. */
export interface Attachment {
  readonly id: number;
  readonly place: AttachmentPlace;
  readonly name: string;
  /** What its content is (file_type.ts). */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  /** 32 bytes. */
  readonly sha256: Uint8Array;
  readonly createdAt: number;
  readonly createdBy: number | null;
  /** Of the staff; '' for the program. */
  readonly creator: string;
  /** Taken away at this moment, and kept for a while; null while it is there. */
  readonly removedAt: number | null;
}

/** For so long a file that was taken away can be brought back. */
export const REMOVED_DAYS = 30;
