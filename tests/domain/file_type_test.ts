import { deepEqual, equal } from "node:assert/strict";
import { contentDisposition, fileName } from "../../lib/domain/file_name.ts";
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
