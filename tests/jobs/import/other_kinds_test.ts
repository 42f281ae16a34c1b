import { equal } from "node:assert/strict";
import { markedKindOf, otherKindOf } from "../../../lib/jobs/import/formats/other_kinds.ts";
import { bytesOf, utf16 } from "./imported.ts";

const bytes = (text: string) =>
  Uint8Array.from(text.padEnd(600, "\0"), (letter) => letter.charCodeAt(0));

for (
  const [what, head, code] of [
    ["a PDF", bytes("%PDF-1.7\n"), "is_pdf"],
    ["a PNG", bytes("\x89PNG\r\n\x1a\n"), "is_image"],
    ["a JPEG", bytes("\xff\xd8\xff\xe0"), "is_image"],
    ["a picture of an iPhone", bytes("\0\0\0\x18ftypheic"), "is_image"],
    ["a video", bytes("\0\0\0\x18ftypmp42"), "is_video"],
    ["a gzip", bytes("\x1f\x8b\x08"), "is_archive"],
    ["a 7z", bytes("7z\xbc\xaf\x27\x1c"), "is_archive"],
    ["an SQLite database", bytes("SQLite format 3\0"), "is_database"],
    ["an Access database", bytes("\0\x01\0\0Standard ACE DB\0"), "is_database"],
    ["a program", bytes("MZ\x90\0\x03"), "is_program"],
    ["a rich text", bytesOf("{\\rtf1\\ansi"), "is_word"],
    ["an old hwp", bytes("HWP Document File V3.00"), "is_hwp"],
    ["JSON", bytesOf('\uFEFF[\n  {"name": "박"}]'), "is_json"],
    ["JSON in UTF-16", utf16('\uFEFF{"a": 1}'), "is_json"],
    [
      "a web archive",
      bytesOf(
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="a"\r\n\r\n--a\r\nContent-Type: text/html\r\n',
      ),
      "is_web_archive",
    ],
    [
      "a mail",
      bytesOf("From: kim@x.kr\r\nSubject: a\r\nContent-Type: text/html\r\n\r\n<p>"),
      "is_web_archive",
    ],
    ["a calendar", bytesOf("BEGIN:VCALENDAR\r\n"), "is_calendar"],
    [
      "SQL",
      bytesOf("-- MySQL dump\n/*!40101 SET NAMES utf8 */;\nCREATE TABLE a (b int);"),
      "is_sql",
    ],
    ["XML", bytesOf('<?xml version="1.0"?><customers/>'), "is_xml"],
    ["a list", bytesOf("이름,휴대폰\n박,010\n"), null],
    ["a list whose first heading is MZ세대", bytesOf("MZ세대,이름\n"), null],
    ["a list with brackets", bytesOf("[구분],이름\n"), null],
    ["a list with a heading From:", bytesOf("From: 이름,To\n박,이\n"), null],
  ] as const
) {
  Deno.test(`${what} is known by what it begins with`, () => equal(otherKindOf(head), code));
}

Deno.test("address cards and web pages are known in any encoding", () => {
  equal(markedKindOf(bytesOf("\uFEFF\r\nbegin:vcard\r\n")), "vcard");
  equal(markedKindOf(utf16("\uFEFFBEGIN:VCARD\r\n")), "vcard");
  equal(markedKindOf(bytesOf("<!DOCTYPE HTML>\n<HTML>")), "html");
  equal(markedKindOf(bytesOf("<meta charset=x><table border=1>")), "html");
  equal(markedKindOf(bytesOf("<이름>,<휴대폰>\n")), null);
});
