import { equal } from "node:assert/strict";
import { listText } from "../../../static/campaigns/list_text.js";

const LIST = "이름,전화\r\n이영희,010-1234-5678\r\n";
/** 이름 and 이영희 in CP949. */
const [HEADING, NAME] = [[0xc0, 0xcc, 0xb8, 0xa7], [0xc0, 0xcc, 0xbf, 0xb5, 0xc8, 0xf1]];

function utf16(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
}

const ascii = (text: string) => [...new TextEncoder().encode(text)];

Deno.test("a list is read whatever its encoding: UTF-8, UTF-16 with its mark and without, CP949", () => {
  for (const mark of ["", "\ufeff"]) {
    equal(listText(new TextEncoder().encode(mark + LIST)), LIST, "UTF-8");
    equal(listText(utf16(mark + LIST, true)), LIST, "UTF-16LE");
    equal(listText(utf16(mark + LIST, false)), LIST, "UTF-16BE");
  }
  const korean = [...HEADING, ...ascii(",tel\n"), ...NAME, ...ascii(",010-1234-5678\n")];
  equal(listText(new Uint8Array(korean)), "이름,tel\n이영희,010-1234-5678\n");
  equal(listText(new Uint8Array()), "");
});

Deno.test("one broken byte does not turn a list into another encoding", () => {
  const bytes = [...new TextEncoder().encode("이영희,010-1234-5678\n박지훈"), 0xff];
  equal(listText(new Uint8Array(bytes)), "이영희,010-1234-5678\n박지훈\ufffd");
  const korean = [...NAME, 0xff, ...ascii(",010-1234-5678\n"), ...HEADING];
  equal(listText(new Uint8Array(korean)).startsWith("이영희"), true);
});
