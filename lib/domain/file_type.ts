import { mediaType, oleType, zipType } from "./container_type.ts";

/** What a file is by its first bytes, whatever its name says. */
export interface FileType {
  /** A media type; `application/octet-stream` for what is not known. */
  readonly type: string;
  /** Whether a browser may show it: nothing in it can run. */
  readonly opens: boolean;
}

/** So many bytes of the beginning decide. */
export const HEAD_BYTES = 64 * 1024;

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
  { type: "application/pdf", opens: true, bytes: "255044462d" },
  { type: "image/bmp", opens: false, bytes: "424d............0000" },
  { type: "image/tiff", opens: false, bytes: "49492a00" },
  { type: "image/tiff", opens: false, bytes: "4d4d002a" },
  { type: "image/vnd.adobe.photoshop", opens: false, bytes: "38425053" },
  { type: "audio/wav", opens: false, bytes: "52494646........57415645" },
  { type: "audio/mpeg", opens: false, bytes: "494433" },
  { type: "audio/mpeg", opens: false, bytes: "fffb" },
  { type: "audio/mpeg", opens: false, bytes: "fff3" },
  { type: "audio/aac", opens: false, bytes: "fff1" },
  { type: "audio/aac", opens: false, bytes: "fff9" },
  { type: "audio/amr", opens: false, bytes: "2321414d52" },
  { type: "audio/flac", opens: false, bytes: "664c6143" },
  { type: "audio/ogg", opens: false, bytes: "4f676753" },
  { type: "video/x-msvideo", opens: false, bytes: "52494646........41564920" },
  { type: "video/x-ms-asf", opens: false, bytes: "3026b2758e66cf11" },
  { type: "video/x-matroska", opens: false, bytes: "1a45dfa3" },
  { type: "application/zip", opens: false, bytes: "504b0304" },
  { type: "application/zip", opens: false, bytes: "504b0506" },
  { type: "application/x-7z-compressed", opens: false, bytes: "377abcaf271c" },
  { type: "application/gzip", opens: false, bytes: "1f8b08" },
  { type: "application/vnd.rar", opens: false, bytes: "526172211a07" },
  // Of ALZip and Bandizip
  { type: "application/x-alz", opens: false, bytes: "414c5a01" },
  { type: "application/x-egg", opens: false, bytes: "45474741" },
  // "HWP Document File", of before HWP 5
  { type: "application/x-hwp", opens: false, bytes: "48575020446f63756d656e742046696c65" },
  { type: "application/rtf", opens: false, bytes: "7b5c727466" },
  // "AC10": AutoCAD's drawings since Release 13
  { type: "image/vnd.dwg", opens: false, bytes: "41433130" },
  { type: "image/vnd.dxf", opens: false, bytes: "4175746f4341442042696e61727920445846" },
  // Office files of before 2007, and HWP 5
  { type: "application/x-ole-storage", opens: false, bytes: "d0cf11e0a1b11ae1" },
  { type: "application/vnd.microsoft.portable-executable", opens: false, bytes: "4d5a" },
];

/** Those that only a look into the container tells apart: what is in it, and whether a browser may show it. */
const SHOWN_MEDIA = "image/avif";
/** A drawing of AutoCAD as text: its groups are a number and a value, a line each. */
const DXF = /^(?:\s*999\r?\n.*\r?\n)*\s*0\r?\nSECTION\r?\n/;

/**
 * The type of a file that begins with `head` (at most `HEAD_BYTES` are looked at). `name` only says which office file it
 * is that no byte among the first tells from the others of its kind.
 */
export function fileType(head: Uint8Array, name = ""): FileType {
  const media = mediaType(head);
  if (media !== null) return { type: media, opens: media === SHOWN_MEDIA };
  const found = SIGNATURES.find((signature) => fits(head, signature));
  if (found === undefined) {
    const isDxf = DXF.test(new TextDecoder("latin1").decode(head.subarray(0, 1024)));
    return { type: isDxf ? "image/vnd.dxf" : UNKNOWN_TYPE, opens: false };
  }
  if (found.type === "application/zip") return { type: zipType(head, name), opens: false };
  if (found.type === "application/x-ole-storage") {
    return { type: oleType(head, name), opens: false };
  }
  return { type: found.type, opens: found.opens };
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
  const opens = type === SHOWN_MEDIA ||
    SIGNATURES.some((signature) => signature.type === type && signature.opens);
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
