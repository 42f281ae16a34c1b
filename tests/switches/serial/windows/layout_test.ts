/**
 * The structures, numbers and functions that lib/switches/serial/windows uses are those of the Windows headers: Debian's
 * `gcc-mingw-w64-x86-64-win32` (or any mingw-w64 compiler) compiles layout.c, and its rows are compared here.
 */
import assert from "node:assert/strict";
import { ADVAPI32_SYMBOLS } from "../../../../lib/switches/serial/windows/registry.ts";
import { WIN32, WIN32_ERRORS } from "../../../../lib/switches/serial/windows/constants.ts";
import {
  KERNEL32_SYMBOLS,
  NTDLL_SYMBOLS,
} from "../../../../lib/switches/serial/windows/kernel32.ts";
import * as layouts from "../../../../lib/switches/serial/windows/layouts.ts";
import { PORTS_CLASS, SETUPAPI_SYMBOLS } from "../../../../lib/switches/serial/windows/setupapi.ts";
import { isThere, lacks } from "../../../support/needs.ts";
import { temporaryFolder } from "../../../support/temporary_folder.ts";

const TOOLS = "x86_64-w64-mingw32-";
const SOURCE = new URL("./layout.c", import.meta.url).pathname;
const ROW = { size: 96, value: 64 };
const GUID_BYTES = 16;

/** The headers of mingw-w64 10, which Debian 12 has, are older than these. */
const NEWER = new Set(["ERROR_NO_SUCH_DEVICE"]);

const rows: ReadonlyMap<string, Uint8Array> = isThere("mingw") ? await compiledRows() : new Map();

function test(name: string, body: () => void): void {
  Deno.test({ name, ignore: lacks("mingw"), fn: body });
}

test("the structures of Windows have the sizes and offsets that the headers give them", () => {
  for (const [struct, fields] of Object.entries(layouts)) {
    if (struct === "DCB_FLAGS") continue;
    for (const [field, offset] of Object.entries(fields)) {
      // A field of bits, which has no offset in C; the next test compares where it stands.
      if (field !== "flags") {
        assert.equal(number(`${struct}.${field}`), offset, `${struct}.${field}`);
      }
    }
  }
});

test("the flags of a DCB are the bits that the compiler sets", () => {
  for (const [flag, bits] of Object.entries(layouts.DCB_FLAGS)) {
    const expected = new Uint8Array(layouts.DCB.size);
    new DataView(expected.buffer).setUint32(layouts.DCB.flags, bits, true);
    assert.deepEqual(bytes(`DCB_FLAGS.${flag}`, layouts.DCB.size), expected, flag);
  }
});

test("the constants of Windows have the headers' values", () => {
  for (const [name, value] of Object.entries({ ...WIN32, ...WIN32_ERRORS })) {
    if (NEWER.has(name) && !rows.has(name)) continue;
    // -1 as a handle fills all 64 bits, MAXDWORD only 32.
    assert.equal(number(name), value, name);
  }
  assert.deepEqual(PORTS_CLASS, bytes("GUID_DEVCLASS_PORTS", GUID_BYTES));
});

test("the functions of Windows take and give what the headers say", () => {
  const symbols: Deno.ForeignLibraryInterface = {
    ...KERNEL32_SYMBOLS,
    ...NTDLL_SYMBOLS,
    ...ADVAPI32_SYMBOLS,
    ...SETUPAPI_SYMBOLS,
  };
  for (const [name, symbol] of Object.entries(symbols)) {
    assert.ok("result" in symbol, name);
    const sizes = [symbol.result, ...symbol.parameters].map(sizeOf);
    const row = rows.get(`${name}()`);
    assert.ok(row !== undefined, `layout.c has no ${name}`);
    const digits = new DataView(row.buffer).getBigUint64(ROW.value, true).toString(16);
    assert.equal([...digits].reverse().join(""), sizes.join(""), name);
  }
});

test("layout.c lists nothing that is not used", () => {
  const used = new Set([
    ...Object.entries(layouts).flatMap(([name, fields]) =>
      Object.keys(fields).map((field) => `${name}.${field}`)
    ),
    ...Object.keys({ ...WIN32, ...WIN32_ERRORS }),
    ...Object.keys({
      ...KERNEL32_SYMBOLS,
      ...NTDLL_SYMBOLS,
      ...ADVAPI32_SYMBOLS,
      ...SETUPAPI_SYMBOLS,
    }).map((name) => `${name}()`),
  ]);
  const unused = [...rows.keys()].filter((name) => !used.has(name) && !name.startsWith("GUID_"));
  assert.deepEqual(unused, []);
});

function bytes(name: string, length: number): Uint8Array {
  const row = rows.get(name);
  assert.ok(row !== undefined, `layout.c has no ${name}`);
  return row.slice(ROW.value, ROW.value + length);
}

function number(name: string): number {
  return Number(new DataView(bytes(name, 8).buffer).getBigInt64(0, true));
}

function sizeOf(type: Deno.NativeResultType): number {
  switch (type) {
    case "i32":
    case "u32":
      return 4;
    case "buffer":
    case "pointer":
    case "isize":
    case "usize":
      return 8;
    default:
      throw new Error(`no size is known of ${JSON.stringify(type)}`);
  }
}

async function compiledRows(): Promise<ReadonlyMap<string, Uint8Array>> {
  await using folder = await temporaryFolder();
  const [object, section] = [`${folder.path}/layout.o`, `${folder.path}/layout.bin`];
  await must(`${TOOLS}gcc`, [
    "-std=gnu11",
    "-Wall",
    "-Wextra",
    "-Werror",
    "-c",
    SOURCE,
    "-o",
    object,
  ]);
  await must(`${TOOLS}objcopy`, ["-O", "binary", "-j", ".layout", object, section]);
  const all = await Deno.readFile(section);
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < all.length; at += ROW.size) {
    const row = all.slice(at, at + ROW.size);
    found.set(new TextDecoder().decode(row.subarray(0, row.indexOf(0))), row);
  }
  return found;
}

async function must(program: string, args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, { args }).output();
  if (!success) throw new Error(`${program} failed:\n${new TextDecoder().decode(stderr)}`);
}
