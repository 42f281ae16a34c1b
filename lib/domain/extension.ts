import type { DeviceKind } from "./call.ts";

/** What stands at an extension. The operator is no role but whoever has the operator's phone. */
export const EXTENSION_KINDS = ["operator", "phone", "phone_fax"] as const;
export type ExtensionKind = (typeof EXTENSION_KINDS)[number];

/** What an extension is in CSTA's terms; `browser` is a telephone in the page of a browser. */
export type ExtensionDevice = Extract<DeviceKind, "telephone" | "browser">;

/** Where a call can ring: a number on a line, or with `line` null that number on every line. */
export interface ExtensionPlace {
  readonly line: number | null;
  readonly number: string;
}

/**
 * A telephone of the office. What is without a line holds on every line that has no extension of this number itself:
 * lib/store/extensions.ts finds which one it is.
 */
export interface Extension extends ExtensionPlace {
  readonly id: number;
  readonly kind: ExtensionKind;
  readonly device: ExtensionDevice;
  readonly label: string;
  /** Whose it is; null for nobody's. A person may have several. */
  readonly staffId: number | null;
  /** The only address from which its agent may sign in, in normal form; empty for any. */
  readonly address: string;
}

/** A telephone that calls are dialled from. */
export interface Phone {
  readonly number: string;
  /** IDs of the lines on which it is. */
  readonly lines: readonly number[];
}

/** The part of an extension that goes along with its owner. */
export type OwnExtension = Pick<Extension, "id" | "line" | "number" | "kind" | "address">;

/** As people write it on the console: `202`, or `2:301` for the number 301 on line 2. */
export function extensionName({ line, number }: ExtensionPlace): string {
  return line === null ? number : `${line}:${number}`;
}

/** What was written so; null where the line is no number, or nothing stands behind it. */
export function extensionPlace(name: string): ExtensionPlace | null {
  const [, line, number] = /^(?:([1-9]\d{0,8}):)?([^:]+)$/.exec(name.trim()) ?? [];
  if (number === undefined) return null;
  return { line: line === undefined ? null : Number(line), number: number.trim() };
}
