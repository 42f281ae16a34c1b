const LONGEST = 200;

/**
 * The name of a file as it is kept: without folders, control characters and the marks that turn the reading
 * direction (`exe.fdp` is to look like what it is); shortened in the middle, the ending kept; never empty.
 */
export function fileName(sent: string): string {
  const last = sent.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  // Cc: control, Cf: invisible (direction marks, zero width), Cs: half an emoji; Windows knows none of <>:"|?*.
  const name = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").replace(/[<>:"|?*]/g, "_").trim();
  const plain = name.replace(/^\.+|[. ]+$/g, "");
  if (plain === "") return "file";
  const letters = [...plain];
  if (letters.length <= LONGEST) return plain;
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? "";
  return letters.slice(0, LONGEST - [...ending].length).join("") + ending;
}

/**
 * The value of a `Content-Disposition` header (RFC 6266): every name in UTF-8 (RFC 8187), and an ASCII one
 * for programs that do not know that.
 */
export function contentDisposition(kind: "inline" | "attachment", named: string): string {
  // A Mac takes Korean letters apart, and another system would show them so.
  const name = named.normalize("NFC");
  const ascii = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed())
    .replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
