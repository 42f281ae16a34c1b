import { JobFailure } from "../../job_failure.ts";
import type { ByteSource } from "../byte_source.ts";
import { MOST_MEMBERS } from "../limits.ts";
import { viewOf } from "../zip_end.ts";
import { chainOf, type Chains } from "./sector_chain.ts";
import { SectorBytes } from "./sector_bytes.ts";

const HEADER_SIZE = 512;
const FIRST_TABLES = 109;
const ENTRY_SIZE = 128;
const NONE = 0xffffffff;
const [STREAM, ROOT] = [2, 5];
/** Streams below this size lie in small sectors. */
const SMALL = 4096;
const SMALL_SECTOR = 64;

interface Entry {
  /** In small letters. */
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/**
 * The streams at the top of a compound file (OLE2), in which .xls, .doc, .hwp and .msg lie. Its tables are as large as
 * the file lets them be, and no chain of sectors goes round. (MS-CFB.)
 */
export class CompoundFile {
  private constructor(
    /** In small letters: streams, and what else is at the top. */
    readonly names: ReadonlySet<string>,
    private readonly entries: readonly Entry[],
    private readonly read: (entry: Entry) => ByteSource,
  ) {}

  /** Throws JobFailure: `broken_excel`; `excel_parts` where there are too many. */
  static open(source: ByteSource): CompoundFile {
    const header = viewOf(source.read(0, HEADER_SIZE));
    if (header.byteLength < HEADER_SIZE) throw new JobFailure("broken_excel");
    const shift = header.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw new JobFailure("broken_excel");
    const size = 1 << shift;
    const sectors = Math.ceil(source.size / size) - 1;
    const next = tableOf(source, header, size, sectors);
    const large: Chains = { next, most: sectors };
    const bytesOf = (start: number, length: number) =>
      new SectorBytes(source, chainOf(large, start), size, size, length);
    const all = entriesOf(bytesOf(header.getUint32(48, true), Infinity));
    const root = all[0];
    if (root === undefined || root.type !== ROOT) throw new JobFailure("broken_excel");
    const top = topOf(all, root.child);
    const small = () => {
      const holder = bytesOf(root.start, root.size);
      const table = numbersOf(bytesOf(header.getUint32(60, true), Infinity));
      return { holder, chains: { next: table, most: Math.ceil(holder.size / SMALL_SECTOR) } };
    };
    const read = ({ start, size }: Entry) => {
      if (size >= SMALL) return bytesOf(start, size);
      const { holder, chains } = small();
      return new SectorBytes(holder, chainOf(chains, start), SMALL_SECTOR, 0, size);
    };
    return new CompoundFile(new Set(top.map(({ name }) => name)), top, read);
  }

  /** The bytes of the stream `name`, in small letters; null where there is none. Throws JobFailure `broken_excel`. */
  stream(name: string): ByteSource | null {
    const entry = this.entries.find((entry) => entry.type === STREAM && entry.name === name);
    return entry === undefined ? null : this.read(entry);
  }
}

/** Which sector follows each one. The sectors that say it are named in the header, and in a chain of their own. */
function tableOf(source: ByteSource, header: DataView, size: number, sectors: number): Uint32Array {
  const perSector = size / 4;
  const wanted = Math.ceil(sectors / perSector);
  const table = new Uint32Array(wanted * perSector).fill(NONE);
  let [filled, more] = [0, header.getUint32(68, true)];
  const add = (sector: number) => {
    if (filled === wanted || sector >= sectors) return;
    table.set(numbersOf(source, (sector + 1) * size, size), filled * perSector);
    filled++;
  };
  for (let i = 0; i < FIRST_TABLES; i++) add(header.getUint32(76 + i * 4, true));
  for (let steps = 0; more < sectors && filled < wanted; steps++) {
    if (steps > wanted) throw new JobFailure("broken_excel");
    const named = numbersOf(source, (more + 1) * size, size);
    for (const sector of named.subarray(0, perSector - 1)) add(sector);
    more = named[perSector - 1] ?? NONE;
  }
  return table;
}

function numbersOf(source: ByteSource, at = 0, length = source.size): Uint32Array {
  const view = viewOf(source.read(at, length));
  return Uint32Array.from({ length: view.byteLength >> 2 }, (_, i) => view.getUint32(i * 4, true));
}

function entriesOf(source: ByteSource): Entry[] {
  const count = Math.floor(source.size / ENTRY_SIZE);
  if (count > MOST_MEMBERS) throw new JobFailure("excel_parts", MOST_MEMBERS);
  const view = viewOf(source.read(0, count * ENTRY_SIZE));
  return Array.from({ length: Math.floor(view.byteLength / ENTRY_SIZE) }, (_, i) => {
    const field = (offset: number) => view.getUint32(i * ENTRY_SIZE + offset, true);
    const units = Math.min(32, view.getUint16(i * ENTRY_SIZE + 64, true) >> 1) - 1;
    const name = Array.from(
      { length: Math.max(0, units) },
      (_, unit) => String.fromCharCode(view.getUint16(i * ENTRY_SIZE + unit * 2, true)),
    );
    return {
      name: name.join("").toLowerCase(),
      type: view.getUint8(i * ENTRY_SIZE + 66),
      left: field(68),
      right: field(72),
      child: field(76),
      start: field(116),
      size: field(120),
    };
  });
}

/** What hangs at one storage: a tree of siblings. Embedded files have streams of the same names, deeper. */
function topOf(all: readonly Entry[], child: number): Entry[] {
  const seen = new Set<number>();
  const waiting = [child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = all[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    waiting.push(entry.left, entry.right);
  }
  return [...seen].map((index) => all[index]!);
}
