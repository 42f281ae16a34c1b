import { createHash } from "node:crypto";

/** A file as the browser gets it. */
export interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

export interface StaticFiles {
  /**
   * The URL of a file, `css/app.css`, under a folder named by the hash of all files: what one of them
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

/** Reads every file under `folder` into memory: a few megabytes, and none can vanish under a running server. */
export function loadStaticFiles(
  folder: URL = new URL("../../../static/", import.meta.url),
): StaticFiles {
  const files = new Map(readFiles(folder));
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
      const headers = {
        "content-type": file.type,
        "etag": file.etag,
        "cache-control": versioned ? "public, max-age=31536000, immutable" : "no-cache",
      };
      if (request.headers.get("if-none-match") === file.etag) {
        return new Response(null, { status: 304, headers });
      }
      return new Response(request.method === "HEAD" ? null : file.body, { headers });
    },
  };
}

function* readFiles(folder: URL, prefix = ""): Generator<[string, StaticFile]> {
  for (const entry of Deno.readDirSync(folder)) {
    if (entry.isDirectory) {
      yield* readFiles(new URL(`${entry.name}/`, folder), `${prefix}${entry.name}/`);
      continue;
    }
    const body = Deno.readFileSync(new URL(encodeURIComponent(entry.name), folder));
    const extension = entry.name.slice(entry.name.lastIndexOf(".") + 1).toLowerCase();
    const type = TYPES[extension] ?? "application/octet-stream";
    yield [prefix + entry.name, { body, type, etag: `"${hash(body)}"` }];
  }
}

function hash(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
