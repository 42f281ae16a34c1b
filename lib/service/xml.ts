/** `text` as it stands between tags (XML 1.0, 2.4). Throws RangeError for what no XML can hold. */
export function xmlText(text: string): string {
  // deno-fmt-ignore
  if (/[^\t\n\r\x20-\uFFFD]/.test(text)) throw new RangeError(`${text} has a control character`);
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
