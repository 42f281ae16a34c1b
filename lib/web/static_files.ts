import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { joinSheets } from "./style_sheets.ts";

/** A file as the browser gets it. */
interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  /** The body in gzip, made when it is first asked for; null where that saves nothing. */
  readonly zipped: (() => Uint8Array<ArrayBuffer>) | null;
}

export interface StaticFiles {
  /**
   * The URL of a file, `shell/page.js`, or of a joined sheet, `sheets/alone.css`, under a folder named by the hash of all files: what one of them
   * refers to by a relative path is of the same version, and may be kept for ever.
   * Throws a RangeError where there is no such file.
   */
  url(path: string): string;
  /** The answer to a request under `/static/`, whose method is GET or HEAD. */
  respond(request: Request): Response;
}

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  ico: "image/x-icon",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  mp3: "audio/mpeg",
  ogg: "audio/ogg",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wav: "audio/wav",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
};

const PREFIX = "/static/";

/** Types that gzip makes smaller. */
const IS_TEXT = /^(?:text\/|application\/(?:json|manifest)|image\/svg)/;

/**
 * Reads every file under `folder` into memory: a few megabytes, and none can vanish under a running server. Throws a
 * `StyleSheetError` where a style sheet would spoil those beside it.
 */
export function loadStaticFiles(
  folder: URL = new URL("../../static/", import.meta.url),
): StaticFiles {
  const bodies = new Map(readFiles(folder));
  const text = new TextDecoder();
  const sheets = [...bodies].filter(([path]) => path.endsWith(".css"))
    .map(([path, body]) => [path, text.decode(body)] as const);
  for (const [path, sheet] of joinSheets(new Map(sheets))) {
    bodies.set(path, new TextEncoder().encode(sheet));
  }
  const files = new Map([...bodies].map(([path, body]) => [path, staticFile(path, body)]));
  const version = hash([...files].map(([path, file]) => `${path} ${file.etag}`).sort().join("\n"));
  return {
    url(path) {
      if (!files.has(path)) throw new RangeError(`There is no static file ${path}`);
      return `${PREFIX}${version}/${path}`;
    },
    respond(request) {
      const path = new URL(request.url).pathname.slice(PREFIX.length);
      const versioned = path.startsWith(`${version}/`);
      const file = files.get(versioned ? path.slice(version.length + 1) : path);
      if (file === undefined) return new Response(null, { status: 404 });
      const zips = file.zipped !== null &&
        acceptsGzip(request.headers.get("accept-encoding") ?? "");
      const etag = zips ? `${file.etag.slice(0, -1)}-gzip"` : file.etag;
      const headers = {
        "content-type": file.type,
        "etag": etag,
        "cache-control": versioned ? "public, max-age=31536000, immutable" : "no-cache",
        ...file.zipped !== null ? { "vary": "Accept-Encoding" } : {},
        ...zips ? { "content-encoding": "gzip" } : {},
      };
      if (isAmong(request.headers.get("if-none-match") ?? "", etag)) {
        return new Response(null, { status: 304, headers });
      }
      const body = zips ? file.zipped!() : file.body;
      const whole = { ...headers, "content-length": String(body.length) };
      return new Response(request.method === "HEAD" ? null : body, { headers: whole });
    },
  };
}

function* readFiles(folder: URL, prefix = ""): Generator<[string, Uint8Array<ArrayBuffer>]> {
  for (const entry of Deno.readDirSync(folder)) {
    if (entry.isDirectory) {
      yield* readFiles(new URL(`${entry.name}/`, folder), `${prefix}${entry.name}/`);
      continue;
    }
    const body = Deno.readFileSync(new URL(encodeURIComponent(entry.name), folder));
    yield [prefix + entry.name, body];
  }
}

function staticFile(path: string, body: Uint8Array<ArrayBuffer>): StaticFile {
  const extension = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const type = TYPES[extension] ?? "application/octet-stream";
  let made: Uint8Array<ArrayBuffer> | undefined;
  const zipped = IS_TEXT.test(type) ? () => made ??= new Uint8Array(gzipSync(body)) : null;
  return { body, type, etag: `"${hash(body)}"`, zipped };
}

/** Whether a header of encodings names gzip and does not forbid it. */
function acceptsGzip(header: string): boolean {
  return header.split(",").some((one) => {
    const [name = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
    return name === "gzip" && !parameters.some((part) => /^q=0(?:\.0*)?$/.test(part));
  });
}

/** Whether a list of ETags (If-None-Match, compared as weak ones: RFC 9110, 13.1.2) has this one, or names any. */
function isAmong(header: string, etag: string): boolean {
  return header.split(",").map((one) => one.trim().replace(/^W\//, ""))
    .some((one) => one === etag || one === "*");
}

function hash(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
