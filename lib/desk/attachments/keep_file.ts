import { createHash } from "node:crypto";
import type { Attachment, AttachmentPlace } from "../../domain/attachment.ts";
import { fileName } from "../../domain/file_name.ts";
import { fileType, HEAD_BYTES, UNKNOWN_TYPE } from "../../domain/file_type.ts";
import {
  abandonAttachment,
  appendChunk,
  beginAttachment,
  CHUNK_BYTES,
  finishAttachment,
} from "../../store/attachment_content.ts";
import type { Store } from "../../store/database.ts";
import { NotFound } from "../../store/errors.ts";
import { changeBy, type StaffDesk } from "../desk.ts";
import { placeThere, requireAttach } from "./attachment_place.ts";

/**
 * A file on its way into the database, one piece of it in memory. Nobody sees it before `finish`, and nothing of it stays where
 * it is given up.
 */
export class FileOnItsWay {
  readonly #desk: StaffDesk;
  readonly #place: AttachmentPlace;
  readonly #name: string;
  readonly #id: number;
  readonly #hash = createHash("sha256");
  readonly #piece = new Uint8Array(CHUNK_BYTES);
  #filled = 0;
  #position = 0;
  #type = UNKNOWN_TYPE;
  #size = 0;

  /**
   * `name` as it was sent. Throws `NotFound` where there is no such place, and `NotYours` where whoever asks may hang no
   * files there.
   */
  constructor(desk: StaffDesk, named: AttachmentPlace, name: string) {
    const place = placeThere(desk.store, named);
    if (place === null) throw new NotFound(named.kind, named.id);
    requireAttach(desk, place);
    this.#desk = desk;
    this.#place = place;
    this.#name = fileName(name);
    this.#id = beginAttachment(desk.store, place, this.#name, changeBy(desk));
  }

  /** How many bytes have come. */
  get size(): number {
    return this.#size;
  }

  /** Returns whether a piece was written: then others should have their turn before the next one. */
  add(bytes: Uint8Array): boolean {
    const before = this.#position;
    this.#hash.update(bytes);
    this.#size += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + CHUNK_BYTES - this.#filled);
      this.#piece.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === CHUNK_BYTES) this.#write();
    }
    return this.#position > before;
  }

  /**
   * The file is all there, and seen. Null where its place was deleted meanwhile. Throws where whoever sent it may not hang it there
   * any more.
   */
  finish(): Attachment | null {
    const desk = this.#desk.again();
    requireAttach(desk, this.#place);
    if (this.#filled > 0) this.#write();
    const sha256 = new Uint8Array(this.#hash.digest());
    return finishAttachment(desk.store, this.#id, { type: this.#type, size: this.#size, sha256 });
  }

  /** Gives it up, now or as soon as the database can be written. */
  giveUp(store: Store): void {
    const what = `file ${this.#id}, which broke off, is given up`;
    store.late.note({ what, write: () => abandonAttachment(store, this.#id) });
  }

  #write(): void {
    const piece = this.#piece.subarray(0, this.#filled);
    if (this.#position === 0) {
      this.#type = fileType(piece.subarray(0, HEAD_BYTES), this.#name).type;
    }
    appendChunk(this.#desk.store, this.#id, this.#position, piece);
    this.#position += 1;
    this.#filled = 0;
  }
}
