/** `-----BEGIN <label>-----` and its bytes in lines of 64 characters (RFC 7468). */
export function toPem(label: string, bytes: Uint8Array): string {
  const lines = bytes.toBase64().match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/** The bytes of the first block in `text`. Throws a TypeError where there is none. */
export function fromPem(text: string): Uint8Array<ArrayBuffer> {
  const found = /-----BEGIN [A-Z ]+-----([\s\S]+?)-----END /.exec(text)?.[1];
  if (found === undefined) throw new TypeError("there is no PEM block");
  return Uint8Array.fromBase64(found.replace(/\s/g, ""));
}
