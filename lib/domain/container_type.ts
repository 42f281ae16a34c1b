/** What is in a file that holds others: a ZIP, an OLE storage, an ISO media file. */

/** Brands of the ISO base media format (the registry at mp4ra.org), by what they say of a file's content. */
const BRANDS: readonly (readonly [type: string, brands: RegExp])[] = [
  ["image/avif", /^avi[fs]$/],
  ["image/heic", /^he(?:i[cxms]|v[cxms])$/],
  ["audio/mp4", /^M4[ABP] $/],
  ["video/quicktime", /^qt {2}$/],
  ["video/3gpp", /^3g[gp2]/],
  ["image/x-canon-cr3", /^crx $/],
];
/** A still picture, or several, in the container that HEIC and AVIF share: which of them, another brand says. */
const PICTURES = /^(?:mif[12]|msf1|miaf|MiHB|MiHE)$/;

/** The type of a file that begins with a box `ftyp`; null for any other. */
export function mediaType(head: Uint8Array): string | null {
  if (textAt(head, 4, 4) !== "ftyp") return null;
  const end = Math.min(new DataView(head.buffer, head.byteOffset).getUint32(0), head.length, 256);
  const brands = [textAt(head, 8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(textAt(head, at, 4));
  const [major = ""] = brands;
  // The first one says what the file is; those behind it, what can read it, too.
  const byMajor = BRANDS.find(([, form]) => form.test(major));
  if (byMajor !== undefined) return byMajor[0];
  if (!PICTURES.test(major)) return "video/mp4";
  const picture = ["image/heic", "image/avif"].find((type) =>
    BRANDS.some(([known, form]) => known === type && brands.some((brand) => form.test(brand)))
  );
  return picture ?? "image/heif";
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
/** Of office files the folder that a ZIP has, and the ending that one has whose first bytes do not say it. */
const OOXML: readonly (readonly [folder: string, ending: RegExp, type: string])[] = [
  ["word/", /\.do[ct][xm]$/i, `${OFFICE}.wordprocessingml.document`],
  ["xl/", /\.xl[st][xmb]$/i, `${OFFICE}.spreadsheetml.sheet`],
  ["ppt/", /\.p[op][tsw][xm]$/i, `${OFFICE}.presentationml.presentation`],
  ["visio/", /\.vs[dt][xm]$/i, "application/vnd.ms-visio.drawing"],
];

/** Where the name of the first entry stands in a ZIP. */
const FIRST_NAME = 30;
const SAID =
  /^mimetype[^]{0,64}?(application\/(?:hwp\+zip|epub\+zip|vnd\.oasis\.opendocument\.[a-z-]{1,40}?))(?=PK|$)/;

/** The type of a ZIP, by what its first entries are; by the ending of its name only where it is an office file. */
export function zipType(head: Uint8Array, name: string): string {
  const text = textAt(head, 0, head.length);
  // OpenDocument, HWPX and EPUB begin with an entry that says it, not packed.
  const said = text.startsWith("mimetype", FIRST_NAME)
    ? SAID.exec(text.slice(FIRST_NAME))?.[1]
    : undefined;
  if (said !== undefined) return said;
  const isOffice = text.includes("[Content_Types].xml") || text.includes("_rels/.rels");
  const byFolder = isOffice ? OOXML.find(([folder]) => text.includes(folder)) : undefined;
  const byEnding = isOffice ? OOXML.find(([, ending]) => ending.test(name)) : undefined;
  if (byFolder !== undefined || byEnding !== undefined) return (byFolder ?? byEnding)![2];
  return /\.hwpx$/i.test(name) && text.includes("Contents/")
    ? "application/hwp+zip"
    : "application/zip";
}

/** Of OLE storages a stream that only this kind has, and the ending of its names. */
const OLE: readonly (readonly [stream: string, ending: RegExp, type: string])[] = [
  ["WordDocument", /\.do[ct]$/i, "application/msword"],
  ["Workbook", /\.xl[st]$/i, "application/vnd.ms-excel"],
  ["PowerPoint Document", /\.p[op][tsw]$/i, "application/vnd.ms-powerpoint"],
  ["BodyText", /\.hw[pt]$/i, "application/x-hwp"],
  ["__properties_version1.0", /\.msg$/i, "application/vnd.ms-outlook"],
];

/** The type of an OLE storage, by its streams where their list is among the first bytes, else by the ending of its name. */
export function oleType(head: Uint8Array, name: string): string {
  const view = new DataView(head.buffer, head.byteOffset, head.length);
  const at = head.length < 512 ? 0 : (view.getUint32(48, true) + 1) * 512;
  const list = head.length < at + 512 ? "" : textAt(head, at, 4096).replaceAll("\0", "");
  const found = OLE.find(([stream]) => list.includes(stream)) ??
    (list === "" ? OLE.find(([, ending]) => ending.test(name)) : undefined);
  return found?.[2] ?? "application/x-ole-storage";
}

/** Bytes as letters of Latin-1. */
function textAt(bytes: Uint8Array, at: number, length: number): string {
  let text = "";
  for (const byte of bytes.subarray(at, at + length)) text += String.fromCharCode(byte);
  return text;
}
