import type { SwitchKind } from "../switch_kind.ts";
import type { ExtensionKind } from "../../domain/extension.ts";
import { PBX416_DIALECTS } from "./dialect/line_dialects.ts";
import { serialText } from "./dialect/serial_text.ts";
import { storedDialect } from "./dialect/stored_dialect.ts";
import { readStoredFrame } from "./frames/stored_frame.ts";
import { Pbx416 } from "./pbx416.ts";

/** A 416 at a serial device. Throws DialectError for a stored dialect that is none. */
export const PBX416_KIND: SwitchKind = {
  // What no other kind knows by its name is a device of the system.
  isAt: () => true,
  isTrial: false,
  dialects: PBX416_DIALECTS,
  settings({ dialect }) {
    const { name, serial } = storedDialect(dialect);
    return { name, port: serialText(serial) };
  },
  trunks: ({ dialect }) => storedDialect(dialect).trunks,
  telephones: ({ dialect }) =>
    storedDialect(dialect).extensions.map((number) => ({ number, kind: deliveredKind(number) })),
  reader(line) {
    const dialect = storedDialect(line.dialect);
    return (bytes) => readStoredFrame(dialect, bytes)?.message.event ?? null;
  },
  make: ({ device, dialect }, { cell }) =>
    new Pbx416({ kind: "device", path: device }, storedDialect(dialect), cell),
};

/** The operator's telephone, the one beside the fax, or any other. */
function deliveredKind(extension: string): ExtensionKind {
  if (extension === "200") return "operator";
  return extension === "207" ? "phone_fax" : "phone";
}
