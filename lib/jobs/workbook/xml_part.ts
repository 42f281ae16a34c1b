import { SaxesParser } from "saxes";
import { JobFailure } from "../job_failure.ts";
import type { ByteSource } from "./byte_source.ts";
import { DEEPEST, LONGEST_TOKEN, PARSED_AT_A_TIME } from "./limits.ts";
import { memberBytes } from "./member_bytes.ts";
import type { ZipMember } from "./zip_member.ts";

/** By their names as written, with the prefix; made without a prototype. */
export type Attributes = Readonly<Record<string, string>>;

/** Is told of a part's elements by their names without the prefix. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  /** All of the text between two tags. */
  text?(text: string): void;
}

/**
 * Parses a part and goes on after each 64 KiB of it when the caller asks for more. Throws what `memberBytes` and
 * `parseXml` throw.
 */
export function parseSlowly(
  source: ByteSource,
  member: ZipMember,
  most: number,
  listener: XmlListener,
): AsyncGenerator<void> {
  return parseXml(memberBytes(source, member, most), listener);
}

/**
 * Parses XML and goes on after each 64 KiB of it when the caller asks for more. Throws JobFailure: `excel_doctype`;
 * `broken_excel` where it is not well-formed, or a text or tag is too long or lies too deep.
 */
export async function* parseXml(
  pieces: AsyncIterable<Uint8Array>,
  listener: XmlListener,
): AsyncGenerator<void> {
  const parser = new PartParser(listener);
  for await (const bytes of pieces) {
    for (let at = 0; at < bytes.length; at += PARSED_AT_A_TIME) {
      parser.write(bytes.subarray(at, at + PARSED_AT_A_TIME));
      yield;
    }
  }
  parser.finish();
  yield;
}

/** The same in one go. */
export async function parsePart(...parameters: Parameters<typeof parseSlowly>): Promise<void> {
  for await (const _ of parseSlowly(...parameters));
}

/** The name without its prefix: `x:row` is `row`. */
function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

/** The attribute of this name whatever its prefix, which `id` of `r:id` needs. */
export function prefixed(attributes: Attributes, name: string): string {
  const key = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return key === undefined ? "" : attributes[key]!;
}

class PartParser {
  readonly #parser = new SaxesParser({ fragment: false });
  #decoder: TextDecoder | null = null;
  #depth = 0;
  /** Characters since the last tag or text: the parser gathers them however many they are. */
  #silent = 0;

  constructor(listener: XmlListener) {
    const parser = this.#parser;
    parser.on("error", (cause) => {
      throw new JobFailure("broken_excel", 0, { cause });
    });
    parser.on("doctype", () => {
      throw new JobFailure("excel_doctype");
    });
    parser.on("opentag", ({ name, attributes }) => {
      this.#silent = 0;
      if (++this.#depth > DEEPEST) throw new JobFailure("broken_excel");
      listener.open(localName(name), attributes as Attributes);
    });
    parser.on("closetag", ({ name }) => {
      this.#silent = 0;
      this.#depth--;
      listener.close?.(localName(name));
    });
    const text = (text: string) => {
      this.#silent = 0;
      listener.text?.(text);
    };
    parser.on("text", text);
    parser.on("cdata", text);
  }

  write(bytes: Uint8Array): void {
    const decoder = this.#decoder ??= new TextDecoder(xmlEncoding(bytes), { fatal: true });
    this.#feed(decoded(() => decoder.decode(bytes, { stream: true })));
  }

  finish(): void {
    this.#feed(decoded(() => this.#decoder?.decode() ?? ""));
    this.#parser.close();
  }

  #feed(text: string): void {
    this.#silent += text.length;
    this.#parser.write(text);
    if (this.#silent > LONGEST_TOKEN) throw new JobFailure("broken_excel");
  }
}

/** Throws JobFailure `broken_excel` for bytes that are not in the encoding. */
function decoded(decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    throw cause instanceof TypeError ? new JobFailure("broken_excel", 0, { cause }) : cause;
  }
}

/** XML is UTF-8 or has a mark. */
export function xmlEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}
