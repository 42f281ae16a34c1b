import type { Attachment } from "../../domain/attachment.ts";
import { contentDisposition } from "../../domain/file_name.ts";
import { fileOpens, UNKNOWN_TYPE } from "../../domain/file_type.ts";
import { readChunk } from "../../store/attachment_content.ts";
import type { Store } from "../../store/database.ts";
import type { WebContext } from "../visit.ts";

/** Nothing in a file runs, sends, frames or loads anything, whatever a browser takes it for. */
const SANDBOX = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'";
/** A browser's PDF viewer does not start in a sandbox; it runs nothing of the page's origin either. */
const PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; form-action 'none'";

/** The content of a file, a piece at a time as the browser takes it; `download` never opens it. */
export function sendFile(
  c: WebContext,
  store: Store,
  file: Attachment,
  download: boolean,
): Response {
  const known = fileOpens(file.type, file.name);
  const opens = known && !download;
  const headers = {
    "content-type": known ? file.type : UNKNOWN_TYPE,
    "content-length": String(file.size),
    "content-disposition": contentDisposition(opens ? "inline" : "attachment", file.name),
    "content-security-policy": opens && file.type === "application/pdf" ? PDF : SANDBOX,
    // The content behind an ID never changes, but whether one may see it does: asked every time.
    "cache-control": "private, no-cache, no-transform",
    "etag": `"${file.sha256.toHex()}"`,
  };
  if (c.req.header("if-none-match") === headers.etag) {
    return c.body(null, 304, { etag: headers.etag, "cache-control": headers["cache-control"] });
  }
  if (c.req.method === "HEAD") return c.body(null, 200, headers);
  return c.body(contentOf(store, file), 200, headers);
}

function contentOf(store: Store, { id, size }: Attachment): ReadableStream<Uint8Array> {
  let position = 0;
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      const bytes = sent < size ? readChunk(store, id, position) : null;
      if (bytes === null) {
        if (sent === size) controller.close();
        // Deleted for good while it was read: the browser must not take this for all of it.
        else controller.error(new Error(`attachment ${id} ends at ${sent} of ${size} bytes`));
        return;
      }
      position += 1;
      sent += bytes.length;
      controller.enqueue(bytes);
    },
  }, { highWaterMark: 1 });
}
