import { joined, record } from "./zip_file.ts";

const SIZE = 512;
const [END, FREE, TABLE, LIST] = [0xfffffffe, 0xffffffff, 0xfffffffd, 0xfffffffc];
/** Tables that the header names itself. */
const IN_HEADER = 109;
const SMALL = 4096;

/** Lies about a compound file, in place of the truth. */
export interface CompoundLies {
  /** What follows a sector, by its number. */
  readonly next?: Readonly<Record<number, number>>;
  /** The first sector of the first stream, and its size. */
  readonly start?: number;
  readonly size?: number;
  /** The shift of the sectors' size. */
  readonly shift?: number;
  /** The siblings of the first stream. */
  readonly siblings?: number;
  /** Where a list of further tables begins. */
  readonly tables?: number;
}

/** A compound file (OLE2) of these streams at its top, honest where nothing else is asked for. */
export function compoundFile(
  streams: Readonly<Record<string, Uint8Array>>,
  lies: CompoundLies = {},
): Uint8Array<ArrayBuffer> {
  const sectors: Uint8Array[] = [];
  const next: number[] = [];
  /** Puts bytes in a chain of sectors; returns the first. */
  const put = (bytes: Uint8Array): number => {
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += SIZE) {
      const sector = new Uint8Array(SIZE);
      sector.set(bytes.subarray(at, at + SIZE));
      sectors.push(sector);
      next.push(sectors.length);
    }
    if (sectors.length === first) return END;
    next[next.length - 1] = END;
    return first;
  };
  const small: number[] = [];
  const pieces: Uint8Array[] = [];
  const places = Object.entries(streams).map(([name, bytes]) => {
    if (bytes.length >= SMALL) return { name, start: put(bytes), size: bytes.length };
    const start = small.length;
    for (let at = 0; at < bytes.length; at += 64) {
      const piece = new Uint8Array(64);
      piece.set(bytes.subarray(at, at + 64));
      pieces.push(piece);
      small.push(small.length + 1);
    }
    if (small.length > start) small[small.length - 1] = END;
    return { name, start, size: bytes.length };
  });
  const holder = joined(pieces);
  const holderAt = put(holder);
  const smallAt = put(record("I".repeat(small.length), small));
  const entries = places.map(({ name, start, size }, i) => {
    const isFirst = i === 0;
    const right = i + 1 < places.length ? i + 2 : FREE;
    return entry(name, 2, [
      FREE,
      isFirst ? lies.siblings ?? right : right,
      FREE,
      isFirst ? lies.start ?? start : start,
      isFirst ? lies.size ?? size : size,
    ]);
  });
  const root = entry("Root Entry", 5, [FREE, FREE, 1, holderAt, holder.length]);
  const directoryAt = put(joined([root, ...entries]));
  const { tables, lists } = tablesFor(sectors.length);
  const tableAt = sectors.length;
  const listAt = tableAt + tables;
  const all = [
    ...next,
    ...Array<number>(tables).fill(TABLE),
    ...Array<number>(lists).fill(LIST),
  ];
  for (const [sector, follows] of Object.entries(lies.next ?? {})) all[Number(sector)] = follows;
  while (all.length < tables * 128) all.push(FREE);
  const named = Array.from({ length: tables }, (_, i) => tableAt + i);
  const header = joined([
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    new Uint8Array(16),
    record("HHHHH", [0x3e, 3, 0xfffe, lies.shift ?? 9, 6]),
    new Uint8Array(6),
    record("IIIIIIII", [
      ...[0, tables, directoryAt, 0, SMALL, small.length === 0 ? END : smallAt, 1],
      lies.tables ?? (lists === 0 ? END : listAt),
    ]),
    record("I", [lists]),
    numbers(named.slice(0, IN_HEADER), IN_HEADER),
  ]);
  const more = Array.from({ length: lists }, (_, i) => {
    const from = IN_HEADER + i * 127;
    const list = numbers(named.slice(from, from + 127), 127);
    return joined([list, record("I", [i + 1 < lists ? listAt + i + 1 : END])]);
  });
  return joined([header, ...sectors, numbers(all, tables * 128), ...more]);
}

/** How many sectors say what follows each one, themselves too; and how many name those that the header has no room for. */
function tablesFor(sectors: number): { tables: number; lists: number } {
  let [tables, lists] = [0, 0];
  while (tables * 128 < sectors + tables + lists) {
    tables++;
    lists = Math.max(0, Math.ceil((tables - IN_HEADER) / 127));
  }
  return { tables, lists };
}

function numbers(list: readonly number[], count: number): Uint8Array {
  const all = new Uint32Array(count).fill(FREE);
  all.set(list);
  return new Uint8Array(all.buffer);
}

function entry(name: string, type: number, numbers: readonly number[]): Uint8Array {
  const [left = FREE, right = FREE, child = FREE, start = END, size = 0] = numbers;
  const bytes = new Uint8Array(128);
  const letters = Array.from(name, (letter) => letter.charCodeAt(0));
  bytes.set(record("H".repeat(letters.length), letters));
  bytes.set(record("HBBIII", [name.length * 2 + 2, type, 1, left, right, child]), 64);
  bytes.set(record("IQ", [start, size]), 116);
  return bytes;
}
