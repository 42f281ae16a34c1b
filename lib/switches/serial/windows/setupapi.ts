import { WIN32 } from "./constants.ts";
import { SP_DEVINFO_DATA } from "./layouts.ts";
import { type Registry, textOf } from "./registry.ts";

export const SETUPAPI_SYMBOLS = {
  // https://learn.microsoft.com/windows/win32/api/setupapi/nf-setupapi-setupdigetclassdevsw
  SetupDiGetClassDevsW: { parameters: ["buffer", "pointer", "isize", "u32"], result: "isize" },
  // https://learn.microsoft.com/windows/win32/api/setupapi/nf-setupapi-setupdienumdeviceinfo
  SetupDiEnumDeviceInfo: { parameters: ["isize", "u32", "buffer"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/setupapi/nf-setupapi-setupdigetdeviceregistrypropertyw
  SetupDiGetDeviceRegistryPropertyW: {
    parameters: ["isize", "buffer", "u32", "pointer", "buffer", "u32", "pointer"],
    result: "i32",
  },
  // https://learn.microsoft.com/windows/win32/api/setupapi/nf-setupapi-setupdiopendevregkey
  SetupDiOpenDevRegKey: {
    parameters: ["isize", "buffer", "u32", "u32", "u32", "u32"],
    result: "isize",
  },
  // https://learn.microsoft.com/windows/win32/api/setupapi/nf-setupapi-setupdidestroydeviceinfolist
  SetupDiDestroyDeviceInfoList: { parameters: ["isize"], result: "i32" },
} as const satisfies Deno.ForeignLibraryInterface;

/**
 * GUID_DEVCLASS_PORTS, 4d36e978-e325-11ce-bfc1-08002be10318, as it lies in memory:
 * https://learn.microsoft.com/windows-hardware/drivers/install/system-defined-device-setup-classes-available-to-vendors
 */
export const PORTS_CLASS = new Uint8Array(
  [0x78, 0xe9, 0x36, 0x4d, 0x25, 0xe3, 0xce, 0x11, 0xbf, 0xc1, 0x08, 0x00, 0x2b, 0xe1, 0x03, 0x18],
);

const NAME_UNITS = 512;

/** What the device manager calls the ports that are plugged in, by `COM3`: `USB-SERIAL CH340 (COM3)`. */
export function portNames(registry: Registry): Map<string, string> {
  const names = new Map<string, string>();
  const { symbols: s } = Deno.dlopen("setupapi.dll", SETUPAPI_SYMBOLS);
  const devices = s.SetupDiGetClassDevsW(PORTS_CLASS, null, 0n, WIN32.DIGCF_PRESENT);
  if (Number(devices) === WIN32.INVALID_HANDLE_VALUE) return names;
  const device = new Uint8Array(SP_DEVINFO_DATA.size);
  new DataView(device.buffer).setUint32(SP_DEVINFO_DATA.cbSize, SP_DEVINFO_DATA.size, true);
  const property = (which: number) => {
    const text = new Uint16Array(NAME_UNITS);
    const got = s.SetupDiGetDeviceRegistryPropertyW(
      devices,
      device,
      which,
      null,
      text,
      text.byteLength,
      null,
    );
    return got === 0 ? null : textOf(text);
  };
  for (let index = 0; s.SetupDiEnumDeviceInfo(devices, index, device) !== 0; index++) {
    const key = s.SetupDiOpenDevRegKey(
      devices,
      device,
      WIN32.DICS_FLAG_GLOBAL,
      0,
      WIN32.DIREG_DEV,
      WIN32.KEY_QUERY_VALUE,
    );
    if (Number(key) === WIN32.INVALID_HANDLE_VALUE) continue;
    const port = registry.takeText(BigInt(key), "PortName");
    const name = property(WIN32.SPDRP_FRIENDLYNAME) ?? property(WIN32.SPDRP_DEVICEDESC);
    // Printers' ports are of this class too.
    if (port?.startsWith("COM") && name !== null) names.set(port, name);
  }
  s.SetupDiDestroyDeviceInfoList(devices);
  return names;
}
