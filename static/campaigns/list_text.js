// @ts-check

/** From this share of zero bytes on a file is UTF-16: digits, signs and line ends have one each. */
const SOME_ZEROS = 0.1;

/**
 * The text in the bytes of a list: UTF-16 by its mark or its zero bytes, else UTF-8 or CP949, whichever breaks fewer letters.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function listText(bytes) {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  const utf8 = new TextDecoder().decode(bytes);
  const korean = new TextDecoder("euc-kr").decode(bytes);
  return broken(utf8) <= broken(korean) ? utf8 : korean;
}

/**
 * @param {Uint8Array} bytes
 * @returns {"utf-16le" | "utf-16be" | null}
 */
function utf16Of(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const big = bytes.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  const little = bytes.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  if (big + little === 0 || big + little < bytes.length * SOME_ZEROS) return null;
  return little >= big ? "utf-16le" : "utf-16be";
}

/**
 * How many letters are none.
 * @param {string} text
 */
function broken(text) {
  return text.split("\ufffd").length - 1;
}
