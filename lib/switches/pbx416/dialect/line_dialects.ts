import {
  type LineDialects,
  OWN_DIALECT,
  type ReadDialect,
  type WrittenDialect,
} from "../../line_dialects.ts";
import { type Dialect, DialectError, DIALECTS, parseDialect } from "./dialect.ts";
import { BAUD_RATES } from "./dialect_shape.ts";
import { serialText } from "./serial_text.ts";
import { storedDialect } from "./stored_dialect.ts";

const BUILT_IN = Object.values(DIALECTS);

/** How the line of a 416 is set in the form of lines. */
export const PBX416_DIALECTS: LineDialects = {
  choices: BUILT_IN.map(({ name, serial }) => ({ name, port: serialText(serial) })),
  speeds: BAUD_RATES,
  read,
  write,
};

/** The dialect as it is stored: its name, or the whole of it where it is another one than the built-in. */
function read({ dialect, speed, json }: WrittenDialect): ReadDialect {
  try {
    const chosen = parseDialect(dialect === OWN_DIALECT ? JSON.parse(json) : dialect);
    const other = BAUD_RATES.find((rate) => rate === Number(speed));
    if (other !== undefined && other !== chosen.serial.baudRate) {
      return { ok: true, value: JSON.stringify(atSpeed(chosen, other)) };
    }
    return { ok: true, value: dialect === OWN_DIALECT ? JSON.stringify(chosen) : dialect };
  } catch (error) {
    if (error instanceof DialectError) return { ok: false, isJson: true, words: error.problems };
    if (error instanceof SyntaxError) return { ok: false, isJson: false, words: [error.message] };
    throw error;
  }
}

function write(text: string): WrittenDialect {
  const stored = storedDialect(text);
  const { baudRate } = stored.serial;
  const builtIn = BUILT_IN.find((one) =>
    JSON.stringify(parseDialect(atSpeed(one, baudRate))) === JSON.stringify(stored)
  );
  if (builtIn === undefined) {
    return { dialect: OWN_DIALECT, speed: "", json: JSON.stringify(stored, null, 2) };
  }
  const speed = builtIn.serial.baudRate === baudRate ? "" : String(baudRate);
  return { dialect: builtIn.name, speed, json: "" };
}

/** To be parsed again. */
function atSpeed(dialect: Dialect, baudRate: number): unknown {
  return { ...dialect, serial: { ...dialect.serial, baudRate } };
}
