import { getLogger } from "@logtape/logtape";
import { FileOnItsWay } from "../../desk/attachments/keep_file.ts";
import { NotPermitted, NotYours, type StaffDesk } from "../../desk/desk.ts";
import type { Attachment, AttachmentPlace } from "../../domain/attachment.ts";
import type { Store } from "../../store/database.ts";
import { whenFree } from "../../store/free.ts";
import { DatabaseRefused } from "../../store/refused.ts";
import { HttpProblem } from "../http_problem.ts";
import { SignedOut } from "../guard/access.ts";
import { pieces } from "../uploads/pieces.ts";

const log = getLogger(["belltower", "web"]);

/** What says itself why a file is not taken; anything else broke the transmission. */
const OWN_REASONS = [HttpProblem, SignedOut, NotPermitted, NotYours, DatabaseRefused];

export interface Upload {
  readonly place: AttachmentPlace;
  readonly name: string;
  readonly limitMb: number;
  /** What the browser says of the length; not believed, but too much is refused before a byte is read. */
  readonly announced: string | undefined;
  readonly body: ReadableStream<Uint8Array> | null;
  /** Asks for room for so many bytes, and tells of those that came (upload_room.ts). */
  readonly begin: (bytes: number) => (came: number) => void;
}

/**
 * Takes a file in as it comes, one piece of it in memory. It is seen when all of it is there; nothing of it
 * stays otherwise. Throws the problem `too_large` above the limit, `quota` or `no_room` where there is no room for it,
 * and whatever broke the transmission.
 */
export async function receiveFile(desk: StaffDesk, upload: Upload): Promise<Attachment> {
  const { store } = desk;
  const most = upload.limitMb * 1024 * 1024;
  const tooLarge = new HttpProblem("too_large", { limit: upload.limitMb }, "file.too_large");
  // Every browser says how long a file is; a body in large chunks costs Deno quadratic time.
  if (!/^\d{1,15}$/.test(upload.announced ?? "")) {
    throw new HttpProblem("bad_request", {}, "file.no_length");
  }
  if (Number(upload.announced) > most) throw tooLarge;
  const came = upload.begin(Number(upload.announced));
  const file = new FileOnItsWay(desk, upload.place, upload.name);
  try {
    for await (const bytes of pieces(upload.body)) {
      if (file.size + bytes.length > most) throw tooLarge;
      came(bytes.length);
      if (file.add(bytes)) await turn(store);
    }
    await turn(store);
    const attachment = file.finish();
    if (attachment === null) throw new HttpProblem("not_found");
    return attachment;
  } catch (error) {
    file.giveUp(store);
    if (OWN_REASONS.some((reason) => error instanceof reason)) throw error;
    const { size } = file;
    log.info("A file of which {size} bytes had come was broken off: {error}", { size, error });
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
