import { WIN32 } from "./constants.ts";
import { wideString } from "./kernel32.ts";

/** Every function returns its error itself; GetLastError has no part in it. */
export const ADVAPI32_SYMBOLS = {
  // https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regopenkeyexw
  RegOpenKeyExW: { parameters: ["isize", "buffer", "u32", "u32", "buffer"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regenumvaluew
  RegEnumValueW: {
    parameters: ["isize", "u32", "buffer", "buffer", "pointer", "buffer", "buffer", "buffer"],
    result: "i32",
  },
  // https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regqueryvalueexw
  RegQueryValueExW: {
    parameters: ["isize", "buffer", "pointer", "buffer", "buffer", "buffer"],
    result: "i32",
  },
  // https://learn.microsoft.com/windows/win32/api/winreg/nf-winreg-regclosekey
  RegCloseKey: { parameters: ["isize"], result: "i32" },
} as const satisfies Deno.ForeignLibraryInterface;

/** Room for a text, in bytes; a name of a value or of a device has 255 letters at most. */
const TEXT_BYTES = 1024;

export interface Registry {
  /** The texts under a key of HKEY_LOCAL_MACHINE, by their names; none where there is no such key. */
  textsUnder(path: string): Map<string, string>;
  /** A text under an open key, which is closed with it; null where there is none. */
  takeText(key: bigint, name: string): string | null;
}

/** The registry of this Windows. */
export function openRegistry(): Registry {
  const { symbols: r } = Deno.dlopen("advapi32.dll", ADVAPI32_SYMBOLS);
  return {
    textsUnder(path) {
      const found = new Map<string, string>();
      const key = new BigInt64Array(1);
      const opened = r.RegOpenKeyExW(
        BigInt(WIN32.HKEY_LOCAL_MACHINE),
        wideString(path),
        0,
        WIN32.KEY_QUERY_VALUE,
        key,
      );
      // No key of this kind is there before the first port is.
      if (opened !== 0) return found;
      const name = new Uint16Array(TEXT_BYTES / 2);
      const data = new Uint16Array(TEXT_BYTES / 2);
      for (let index = 0;; index++) {
        const length = Uint32Array.of(name.length);
        const type = new Uint32Array(1);
        const size = Uint32Array.of(data.byteLength);
        const got = r.RegEnumValueW(key[0]!, index, name, length, null, type, data, size);
        if (got !== 0) break;
        if (type[0] === WIN32.REG_SZ) {
          found.set(textOf(name), textOf(data.subarray(0, size[0]! / 2)));
        }
      }
      r.RegCloseKey(key[0]!);
      return found;
    },
    takeText(key, name) {
      const data = new Uint16Array(TEXT_BYTES / 2);
      const type = new Uint32Array(1);
      const size = Uint32Array.of(data.byteLength);
      const got = r.RegQueryValueExW(key, wideString(name), null, type, data, size);
      r.RegCloseKey(key);
      return got === 0 && type[0] === WIN32.REG_SZ ? textOf(data.subarray(0, size[0]! / 2)) : null;
    },
  };
}

/** UTF-16 up to its zero: the registry keeps a text with one, or without. */
export function textOf(units: Uint16Array): string {
  const end = units.indexOf(0);
  return String.fromCharCode(...units.subarray(0, end < 0 ? units.length : end));
}
