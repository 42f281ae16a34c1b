import type { ImportFailure } from "../../../domain/customer_import.ts";

/** Files that are no tables, by what they begin with: a letter is a byte, `…` any. */
const OTHERS: readonly (readonly [ImportFailure, readonly string[]])[] = [
  ["is_pdf", ["%PDF-"]],
  ["is_image", [
    "\x89PNG\r\n",
    "\xff\xd8\xff",
    "GIF87a",
    "GIF89a",
    "BM…………\0\0\0\0",
    "II*\0",
    "MM\0*",
  ]],
  ["is_image", ["RIFF…………WEBP", "\0………ftyphei", "\0………ftyphev", "\0………ftypmif1", "\0………ftypmsf1"]],
  ["is_image", ["\0………ftypavi"]],
  ["is_video", ["\0………ftyp", "\x1aE\xdf\xa3", "ID3\x02", "ID3\x03", "ID3\x04", "OggS\0"]],
  ["is_video", ["RIFF…………WAVE", "RIFF…………AVI "]],
  ["is_archive", ["\x1f\x8b", "7z\xbc\xaf\x27\x1c", "Rar!\x1a\x07", "\xfd7zXZ\0", "BZh…1AY"]],
  ["is_archive", ["ALZ\x01", "EGGA\0", `${"…".repeat(257)}ustar`]],
  ["is_database", ["SQLite format 3\0", "\0\x01\0\0Standard "]],
  ["is_hwp", ["HWP Document File"]],
  ["is_word", ["{\\rtf"]],
  ["is_program", ["MZ…\0", "\x7fELF", "#!/"]],
];

/** The same of texts, after a mark and blanks. */
const OTHER_TEXTS: readonly (readonly [ImportFailure, RegExp])[] = [
  ["is_json", /^[[{]\s*(?:["{[]|[}\]])/],
  [
    "is_web_archive",
    /^(?:[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){0,30}?(?:MIME-Version|Content-Type):[^]*?text\/html/i,
  ],
  ["is_calendar", /^BEGIN:VCALENDAR/i],
  [
    "is_sql",
    /^(?:--|\/\*|CREATE |INSERT |DROP |SET |USE )[^]{0,8000}?\b(?:CREATE|INSERT) (?:TABLE|INTO)\b/i,
  ],
  ["is_xml", /^<\?xml\b(?![^]{0,2000}<html\b)/i],
];

/** What a file is that begins with `head`, where that is known and no table; null otherwise. */
export function otherKindOf(head: Uint8Array): ImportFailure | null {
  const bytes = latin1(head);
  const found = OTHERS.find(([, begins]) => begins.some((begin) => fits(bytes, begin)));
  return found?.[0] ?? OTHER_TEXTS.find(([, begins]) => begins.test(textHead(head)))?.[0] ?? null;
}

function fits(bytes: string, begin: string): boolean {
  if (bytes.length < begin.length) return false;
  for (let i = 0; i < begin.length; i++) {
    if (begin[i] !== "…" && begin[i] !== bytes[i]) return false;
  }
  return true;
}

/** Whether it is address cards or a web page. */
export function markedKindOf(head: Uint8Array): "vcard" | "html" | null {
  const text = textHead(head);
  if (/^BEGIN:VCARD\s/i.test(text)) return "vcard";
  const isHtml = text.startsWith("<") && /<(?:html|table|body)\b|^<!doctype html/i.test(text);
  return isHtml ? "html" : null;
}

const LOOKED_AT = 16 * 1024;

/** The first letters, whatever their encoding; beyond ASCII they are not what they were. */
function textHead(head: Uint8Array): string {
  return latin1(head.subarray(0, LOOKED_AT)).replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)+/, "")
    .replaceAll("\0", "").trimStart();
}

function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes.subarray(0, LOOKED_AT)) text += String.fromCharCode(byte);
  return text;
}
