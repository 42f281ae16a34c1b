/** A property of an address card, with its value as text. */
export interface Property {
  /** In capital letters: `TEL`. */
  readonly name: string;
  /** Ties it to its label: `item1`. */
  readonly group: string;
  /** In capital letters: `CELL`, `WORK`. */
  readonly types: ReadonlySet<string>;
  /** What a telephone's own word for it is. */
  readonly label: string;
  /** As it is written, with its backslashes. */
  readonly value: string;
}

/** The property of a line of bytes; its letters are in `charset` where it does not say another. Null where it is none. */
export function propertyOf(line: string, charset: string): Property | null {
  const colon = endOfHead(line);
  if (colon === -1) return null;
  const [full = "", ...parameters] = split(line.slice(0, colon), ";");
  const dot = full.indexOf(".");
  const types = new Set<string>();
  let [label, own, encoding] = ["", charset, ""];
  for (const parameter of parameters) {
    const [, key, text] = /^([\w-]+)=(.*)$/s.exec(parameter) ?? [null, "TYPE", parameter];
    const value = text!.replace(/^"(.*)"$/s, "$1");
    switch (key!.toUpperCase()) {
      case "CHARSET":
        own = value;
        break;
      case "ENCODING":
        encoding = value.toUpperCase();
        break;
      case "TYPE":
        if (/^(?:QUOTED-PRINTABLE|BASE64)$/i.test(value)) encoding = value.toUpperCase();
        else if (/^X-/i.test(value)) label = ownLabel(value, charset);
        else for (const type of value.split(",")) types.add(type.trim().toUpperCase());
    }
  }
  const raw = line.slice(colon + 1);
  if (/^(?:B|BASE64)$/.test(encoding)) return null;
  const bytes = /^Q/.test(encoding) ? unquoted(raw) : raw;
  return {
    name: full.slice(dot + 1).toUpperCase(),
    group: full.slice(0, Math.max(0, dot)).toUpperCase(),
    types,
    label,
    value: decoded(bytes, own),
  };
}

/** The parts of a value that has several, each as a person would read it. */
export function partsOf(value: string): string[] {
  return split(value, ";").map(textOf);
}

/** A value without the backslashes. */
export function textOf(value: string): string {
  return value.replace(/\\([\s\S])/g, (_, letter: string) => /n/i.test(letter) ? "\n" : letter)
    .trim();
}

/** `X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=EB=A7=A4=EC=9E=A5)`, or `X-매장`. */
function ownLabel(value: string, charset: string): string {
  const custom = /^X-CUSTOM\((?:CHARSET=([^,)]*),)?(ENCODING=QUOTED-PRINTABLE,)?(.*)\)$/is.exec(
    value,
  );
  if (custom === null) return decoded(value.slice(2), charset);
  const [, own = charset, quoted, text = ""] = custom;
  return decoded(quoted === undefined ? text : unquoted(text), own);
}

/** Where the value begins: the first colon outside quotation marks. */
function endOfHead(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted;
    else if (line[at] === ":" && !quoted) return at;
  }
  return line.indexOf(":");
}

/** The pieces between signs that stand neither in quotation marks nor behind a backslash. */
function split(text: string, sign: string): string[] {
  const pieces: string[] = [];
  let [from, quoted] = [0, false];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') quoted = !quoted;
    else if (text[at] === sign && !quoted) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)];
}

function unquoted(bytes: string): string {
  return bytes.replace(
    /=([0-9A-F]{2})/gi,
    (_, hex: string) => String.fromCharCode(parseInt(hex, 16)),
  );
}

function decoded(bytes: string, charset: string): string {
  if (!/[\x80-\xff]/.test(bytes)) return bytes;
  return decoderOf(charset).decode(Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)));
}

/** UTF-8 where a card says what nobody knows. */
function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder();
    throw error;
  }
}
