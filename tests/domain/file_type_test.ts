import { deepEqual, equal } from "node:assert/strict";
import { contentDisposition, fileName } from "../../lib/domain/file_name.ts";
import { fileKind } from "../../lib/domain/file_kind.ts";
import { fileOpens, fileType } from "../../lib/domain/file_type.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("a file is what its first bytes say", () => {
  equal(
    fileType(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])).type,
    "image/png",
  );
  equal(fileType(bytes("%PDF-1.7")).type, "application/pdf");
  equal(fileType(bytes("RIFF....WEBPVP8 ")).type, "image/webp");
  equal(fileType(bytes("PK\x03\x04")).type, "application/zip");
  equal(fileType(new Uint8Array()).type, "application/octet-stream");
  equal(fileType(bytes("GIF8")).type, "application/octet-stream");
});

/** A file of the ISO base media format that names these brands, the first one as its own. */
function media(...brands: string[]): Uint8Array<ArrayBuffer> {
  const [major = "", ...others] = brands;
  const text = `ftyp${major}\0\0\0\0${others.join("")}`;
  return bytes(`\0\0\0${String.fromCharCode(text.length + 4)}${text}${"\0".repeat(80)}`);
}

Deno.test("a photograph of a telephone is told from a film by its brands", () => {
  const types = {
    "image/heic": [["heic"], ["heix"], ["heim"], ["heis"], ["hevc"], ["hevx"], [
      "mif1",
      "mif1",
      "heic",
    ]],
    "image/heif": [["mif1"], ["msf1", "iso8"], ["mif1", "mif1"]],
    "image/avif": [["avif"], ["avis"], ["mif1", "avif", "miaf"], ["avif", "heic"]],
    "video/mp4": [["isom", "iso2", "mp41"], ["mp42"], ["isom", "heic"]],
    "video/quicktime": [["qt  "]],
    "video/3gpp": [["3gp5"]],
    "audio/mp4": [["M4A ", "mp42"]],
  };
  for (const [type, files] of Object.entries(types)) {
    for (const brands of files) {
      const opens = type === "image/avif";
      deepEqual(fileType(media(...brands)), { type, opens }, brands.join());
    }
  }
  // Brands behind the box are none.
  const { length } = media("mif1");
  const behind = media("mif1");
  behind.set(bytes("heic"), length - 8);
  equal(fileType(behind).type, "image/heif");
  equal(fileOpens("image/heic", "IMG_0001.HEIC"), false);
  equal(fileOpens("image/avif", "a.avif"), true);
});

const zip = (entry: string, rest = "") => bytes(`PK\x03\x04${"\0".repeat(26)}${entry}${rest}`);

Deno.test("an office file is what is in its container, and by its name only where that does not say it", () => {
  const office = "application/vnd.openxmlformats-officedocument";
  const open = "application/vnd.oasis.opendocument";
  const said: (readonly [Uint8Array, string, string, string])[] = [
    [zip("mimetype", "application/hwp+zipPK\x03\x04"), "a.hwpx", "application/hwp+zip", "hangul"],
    [zip("mimetype", `${open}.spreadsheetPK`), "a.ods", `${open}.spreadsheet`, "sheet"],
    [zip("mimetype", "application/pdfPK"), "a.pdf", "application/zip", "archive"],
    [
      zip("[Content_Types].xml", "PK...word/document.xml"),
      "a.docx",
      `${office}.wordprocessingml.document`,
      "document",
    ],
    [
      zip("[Content_Types].xml", "PK...xl/workbook.xml"),
      "b.docx",
      `${office}.spreadsheetml.sheet`,
      "sheet",
    ],
    [zip("[Content_Types].xml"), "a.pptx", `${office}.presentationml.presentation`, "slides"],
    [zip("photo.jpg"), "a.zip", "application/zip", "archive"],
    [zip("photo.jpg"), "a.docx", "application/zip", "document"],
    [bytes("AC1032\0"), "도면.dwg", "image/vnd.dwg", "drawing"],
    [bytes("  0\r\nSECTION\r\n  2\r\nHEADER\r\n"), "a.dxf", "image/vnd.dxf", "drawing"],
    [bytes("999\nmade by hand\n0\nSECTION\n"), "a.dxf", "image/vnd.dxf", "drawing"],
    [bytes("HWP Document File V3.00"), "a.hwp", "application/x-hwp", "hangul"],
    [bytes("ALZ\x01"), "a.alz", "application/x-alz", "archive"],
    [bytes("#!AMR\n"), "녹음.amr", "audio/amr", "audio"],
    [bytes("{\\rtf1"), "a.rtf", "application/rtf", "document"],
    [bytes("이름,번호"), "고객.csv", "application/octet-stream", "sheet"],
    [bytes("MZ"), "setup.txt", "application/vnd.microsoft.portable-executable", "program"],
    [bytes("?"), "what", "application/octet-stream", "file"],
  ];
  for (const [head, name, type, kind] of said) {
    deepEqual([fileType(head, name).type, fileKind(type, name)], [type, kind], name);
  }
});

/** An OLE storage whose first list of streams has this one. */
function storage(stream: string): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(4096);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  new DataView(file.buffer).setUint32(48, 1, true);
  [...stream].forEach((letter, at) => file[1024 + 128 + 2 * at] = letter.charCodeAt(0));
  return file;
}

Deno.test("old office files and HWP are told apart by their streams, or by their names where those are far behind", () => {
  equal(fileType(storage("BodyText"), "a.doc").type, "application/x-hwp");
  equal(fileType(storage("WordDocument"), "a.hwp").type, "application/msword");
  equal(fileType(storage("Workbook")).type, "application/vnd.ms-excel");
  const far = storage("");
  new DataView(far.buffer).setUint32(48, 4000, true);
  const names = {
    "계약서.hwp": "application/x-hwp",
    "a.xls": "application/vnd.ms-excel",
    "a.ppt": "application/vnd.ms-powerpoint",
    "a.msg": "application/vnd.ms-outlook",
    "a.db": "application/x-ole-storage",
  };
  for (const [name, type] of Object.entries(names)) equal(fileType(far, name).type, type, name);
  // What an older program kept of them says as much by its name.
  equal(fileKind("application/x-ole-storage", "계약서.hwp"), "hangul");
  equal(fileKind("video/mp4", "IMG_1.HEIC"), "image");
});

Deno.test("a name whose letters a Mac took apart is kept and sent whole", () => {
  const apart = "견적서 김민수.hwp".normalize("NFD");
  equal(fileName(apart), "견적서 김민수.hwp");
  equal(
    contentDisposition("attachment", apart),
    contentDisposition("attachment", "견적서 김민수.hwp"),
  );
});

Deno.test("nothing that a browser could run is ever opened by it", () => {
  const pages = [
    "<!DOCTYPE html><script>alert(1)</script>",
    "<html>",
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    "<svg onload=alert(1)>",
    "\ufeff<script>",
    "  <body onload=x>",
    "alert(1)//",
    "@import url(x)",
    "MIME-Version: 1.0",
  ];
  for (const page of pages) {
    deepEqual(fileType(bytes(page)), { type: "application/octet-stream", opens: false }, page);
  }
  for (const type of ["text/html", "image/svg+xml", "application/xml", "text/plain", ""]) {
    equal(fileOpens(type, `a.${type.split("/")[1]}`), false, type);
  }
});

Deno.test("a file opens under a name that says what it is, and under no other", () => {
  for (const name of ["bill.pdf", "BILL.PDF", "bill.html.pdf", "견적서.pdf"]) {
    equal(fileOpens("application/pdf", name), true, name);
  }
  for (
    const name of [
      "bill.pdf.html",
      "bill.html",
      "bill",
      ".pdf.htm",
      "bill.pdf.",
      "bill.svg",
      "bill.png",
    ]
  ) {
    equal(fileOpens("application/pdf", name), false, name);
  }
  equal(fileOpens("image/jpeg", "photo.JPEG"), true);
  equal(fileOpens("image/png", "photo.xhtml"), false);
  equal(fileOpens("application/zip", "a.zip"), false);
});

Deno.test("a name loses folders, invisible marks and what systems refuse", () => {
  equal(fileName("C:\\Users\\kim\\견적서.pdf"), "견적서.pdf");
  equal(fileName("../../etc/passwd"), "passwd");
  equal(fileName("invoice\u202efdp.exe"), "invoicefdp.exe");
  equal(fileName('a<b>:"|?*.txt'), "a_b______.txt");
  equal(fileName("nul\0\r\nX-Header: 1"), "nulX-Header_ 1");
  equal(fileName(" .. "), "file");
  equal(fileName(""), "file");
  equal(fileName("한글".normalize("NFD") + ".hwp"), "한글.hwp");
  equal([...fileName("😀".repeat(10_000) + ".png")].length, 200);
  equal(fileName("가".repeat(10_000) + ".png").endsWith(".png"), true);
});

Deno.test("every name fits into a header, and comes back from it", () => {
  for (const name of ["견적서 (최종).pdf", 'a"b\\c%41.txt', "😀.png", "it's.txt", "\ud800.x"]) {
    const header = contentDisposition("attachment", name);
    equal(/^[\x20-\x7e]*$/.test(header), true, header);
    equal(header.split('"').length, 3, header);
    const encoded = /filename\*=UTF-8''([^;']*)$/.exec(header)?.[1] ?? "";
    equal(decodeURIComponent(encoded), name.toWellFormed());
  }
});
