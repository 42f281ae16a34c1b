import { createHash } from "node:crypto";
import { getLogger } from "@logtape/logtape";
import type { Attachment, AttachmentPlace } from "../domain/attachment.ts";
import { fileType, HEAD_BYTES, UNKNOWN_TYPE } from "../domain/file_type.ts";
import {
  abandonAttachment,
  appendChunk,
  beginAttachment,
  CHUNK_BYTES,
  finishAttachment,
} from "../store/attachment_content.ts";
import type { Change } from "../store/customers.ts";
import type { Store } from "../store/database.ts";
import { whenFree } from "../store/free.ts";
import { DatabaseRefused } from "../store/refused.ts";
import { SignedOut } from "./middleware/access.ts";
import { HttpProblem } from "./http_problem.ts";
import { pieces } from "./pieces.ts";

const log = getLogger(["belltower", "web"]);

export interface Upload {
  readonly place: AttachmentPlace;
  readonly name: string;
  readonly limitMb: number;
  /** What the browser says of the length; not believed, but too much is refused before a byte is read. */
  readonly announced: string | undefined;
  readonly body: ReadableStream<Uint8Array> | null;
  /** Asks for room for so many bytes, and tells of those that came (upload_room.ts). */
  readonly begin: (bytes: number) => (came: number) => void;
  /** Called when all of it has come and before it is seen; throws where it may not be there any more. */
  readonly lookAgain: () => void;
}

/**
 * Takes a file in as it comes, one piece of it in memory. It is seen when all of it is there; nothing of it
 * stays otherwise. Throws the problem `too_large` above the limit, `quota` or `no_room` where there is no room for it,
 * and whatever broke the transmission.
 */
export async function receiveFile(
  store: Store,
  upload: Upload,
  change: Change,
): Promise<Attachment> {
  const most = upload.limitMb * 1024 * 1024;
  const tooLarge = new HttpProblem("too_large", { limit: upload.limitMb }, "file.too_large");
  // Every browser says how long a file is; a body in large chunks costs Deno quadratic time.
  if (!/^\d{1,15}$/.test(upload.announced ?? "")) {
    throw new HttpProblem("bad_request", {}, "file.no_length");
  }
  if (Number(upload.announced) > most) throw tooLarge;
  const came = upload.begin(Number(upload.announced));
  const id = beginAttachment(store, upload.place, upload.name, change);
  const chunks = new Chunks(store, id);
  try {
    for await (const bytes of pieces(upload.body)) {
      if (chunks.size + bytes.length > most) throw tooLarge;
      came(bytes.length);
      if (chunks.add(bytes)) await turn(store);
    }
    await turn(store);
    upload.lookAgain();
    const attachment = finishAttachment(store, id, chunks.end());
    if (attachment === null) throw new HttpProblem("not_found");
    return attachment;
  } catch (error) {
    const what = `file ${id}, which broke off, is given up`;
    store.late.note({ what, write: () => abandonAttachment(store, id) });
    if (error instanceof HttpProblem || error instanceof SignedOut) throw error;
    if (error instanceof DatabaseRefused) throw error;
    log.info("A file of which {size} bytes had come was broken off: {error}", {
      size: chunks.size,
      error,
    });
    throw new HttpProblem("bad_request", {}, "file.broken_off");
  }
}

/**
 * A fast sender must not keep the calls waiting: the event loop turns once after each piece written, and longer where
 * another program has the database.
 */
async function turn(store: Store): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  if (!await whenFree(store)) throw new HttpProblem("held");
}

/** Cuts what comes into the pieces that are stored. */
class Chunks {
  readonly #hash = createHash("sha256");
  readonly #piece = new Uint8Array(CHUNK_BYTES);
  #filled = 0;
  #position = 0;
  #type = UNKNOWN_TYPE;
  size = 0;

  constructor(private readonly store: Store, private readonly id: number) {}

  /** Returns whether a piece was written. */
  add(bytes: Uint8Array): boolean {
    const before = this.#position;
    this.#hash.update(bytes);
    this.size += bytes.length;
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + CHUNK_BYTES - this.#filled);
      this.#piece.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === CHUNK_BYTES) this.#write();
    }
    return this.#position > before;
  }

  end(): { type: string; size: number; sha256: Uint8Array } {
    if (this.#filled > 0) this.#write();
    return { type: this.#type, size: this.size, sha256: new Uint8Array(this.#hash.digest()) };
  }

  #write(): void {
    const piece = this.#piece.subarray(0, this.#filled);
    if (this.#position === 0) this.#type = fileType(piece.subarray(0, HEAD_BYTES)).type;
    appendChunk(this.store, this.id, this.#position, piece);
    this.#position += 1;
    this.#filled = 0;
  }
}
