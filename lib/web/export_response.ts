import {
  EXPORT_FORMATS,
  EXPORT_TYPES,
  type ExportFormat,
  type ExportSubject,
  type StreamRequest,
} from "../jobs/export/request.ts";
import type { StaffVisit, Visit, WebContext } from "./visit.ts";

/** The bytes of an export, made in the jobs worker; throws the problem `busy` where too many files are under way. */
export function exportStream(
  { web, person }: StaffVisit,
  request: StreamRequest,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return web.transfers.send(person.id, () => web.jobs.exportStream(request));
}

/**
 * A download of `what`, filtered by `query`, in the format that `?format=` names (xlsx, csv or jsonl; a workbook
 * where it names none), made in the jobs worker while it is read.
 */
export function exportResponse(
  c: WebContext,
  visit: StaffVisit,
  what: ExportSubject,
  query: Readonly<Record<string, string>>,
): Response {
  const format = EXPORT_FORMATS.find((known) => known === c.req.query("format")) ?? "xlsx";
  const { timeZone } = visit.web.office;
  const stream = exportStream(visit, {
    ...{ what, format, headings: "words", language: visit.language, timeZone, query },
  });
  return download(c, visit, { stream, what, format });
}

/** A file with the name of what is in it and today's date. */
export function download(
  c: WebContext,
  visit: Visit,
  { stream, what, format }: {
    readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
    readonly what: ExportSubject;
    readonly format: ExportFormat;
  },
): Response {
  const day = visit.format.toInput(visit.now).slice(0, 10);
  return c.newResponse(stream, 200, {
    "content-type": EXPORT_TYPES[format],
    "content-disposition": attachmentName(`${visit.t(`export.file_${what}`)}-${day}.${format}`),
  });
}

/** The header that makes a browser save a file under this name (RFC 6266, RFC 8187). */
export function attachmentName(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
