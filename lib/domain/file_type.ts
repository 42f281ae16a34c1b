/** What a file is by its first bytes, whatever its name says. */
export interface FileType {
  /** A media type; `application/octet-stream` for what is not known. */
  readonly type: string;
  /** Whether a browser may show it: nothing in it can run. */
  readonly opens: boolean;
}

/** So many bytes of the beginning decide. */
export const HEAD_BYTES = 4096;

export const UNKNOWN_TYPE = "application/octet-stream";

interface Signature extends FileType {
  /** Hex digits; `..` is any byte. */
  readonly bytes: string;
  readonly at?: number;
}

/** From the formats' own specifications. Markup (HTML, SVG, XML) is not among them: it stays unknown. */
const SIGNATURES: readonly Signature[] = [
  { type: "image/png", opens: true, bytes: "89504e470d0a1a0a" },
  { type: "image/jpeg", opens: true, bytes: "ffd8ff" },
  { type: "image/gif", opens: true, bytes: "474946383761" },
  { type: "image/gif", opens: true, bytes: "474946383961" },
  { type: "image/webp", opens: true, bytes: "52494646........57454250" },
  { type: "image/avif", opens: true, bytes: "6674797061766966", at: 4 },
  { type: "application/pdf", opens: true, bytes: "255044462d" },
  { type: "image/bmp", opens: false, bytes: "424d............0000" },
  { type: "image/tiff", opens: false, bytes: "49492a00" },
  { type: "image/tiff", opens: false, bytes: "4d4d002a" },
  { type: "image/heic", opens: false, bytes: "6674797068656963", at: 4 },
  { type: "audio/wav", opens: false, bytes: "52494646........57415645" },
  { type: "audio/mpeg", opens: false, bytes: "494433" },
  { type: "audio/ogg", opens: false, bytes: "4f676753" },
  { type: "audio/mp4", opens: false, bytes: "667479704d3441", at: 4 },
  { type: "video/mp4", opens: false, bytes: "66747970", at: 4 },
  { type: "application/zip", opens: false, bytes: "504b0304" },
  { type: "application/zip", opens: false, bytes: "504b0506" },
  { type: "application/x-7z-compressed", opens: false, bytes: "377abcaf271c" },
  { type: "application/gzip", opens: false, bytes: "1f8b08" },
  // Office files of before 2007, and HWP 5
  { type: "application/x-ole-storage", opens: false, bytes: "d0cf11e0a1b11ae1" },
  { type: "application/vnd.microsoft.portable-executable", opens: false, bytes: "4d5a" },
];

/** The type of a file that begins with `head` (at most `HEAD_BYTES` are looked at). */
export function fileType(head: Uint8Array): FileType {
  const found = SIGNATURES.find((signature) => fits(head, signature));
  if (found !== undefined) return { type: found.type, opens: found.opens };
  return { type: UNKNOWN_TYPE, opens: false };
}

/** The endings of those that a browser may show. */
const ENDINGS = new Map<string, RegExp>([
  ["image/png", /\.png$/i],
  ["image/jpeg", /\.jpe?g$|\.jfif$/i],
  ["image/gif", /\.gif$/i],
  ["image/webp", /\.webp$/i],
  ["image/avif", /\.avif$/i],
  ["application/pdf", /\.pdf$/i],
]);

/**
 * Whether a browser may show a file of this type, as `fileType` says it, under this name. One content can be two
 * formats: `bill.pdf.html` is a PDF by its first bytes, and a page that runs where somebody opens what the viewer saved.
 */
export function fileOpens(type: string, name: string): boolean {
  const opens = SIGNATURES.some((signature) => signature.type === type && signature.opens);
  return opens && (ENDINGS.get(type)?.test(name) ?? false);
}

function fits(head: Uint8Array, { bytes, at = 0 }: Signature): boolean {
  if (head.length < at + bytes.length / 2) return false;
  for (let index = 0; index < bytes.length; index += 2) {
    const wanted = bytes.slice(index, index + 2);
    if (wanted !== ".." && head[at + index / 2] !== Number.parseInt(wanted, 16)) return false;
  }
  return true;
}
