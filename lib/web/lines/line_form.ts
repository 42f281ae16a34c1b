import { atSpeed, OWN_DIALECT, type TypedLine } from "../../desk/lines/line_rules.ts";
import { type Dialect, DIALECTS, parseDialect } from "../../switches/pbx416/dialect/dialect.ts";
import type { TypedLineView } from "./line_data.ts";
import type { Form } from "../forms/form.ts";

export function typedLine(form: Form): TypedLineView {
  const text = (name: string) => form.text(name).trim();
  const [port, device] = [text("port"), text("device")];
  const [dialect, speed] = [text("dialect"), text("speed")];
  return { label: form.text("label"), port, device, dialect, speed, json: form.text("json") };
}

/** A port that was chosen is its device; any other device is typed. */
export function lineOf({ port, ...typed }: TypedLineView): TypedLine {
  return { ...typed, device: port || typed.device };
}

/** What the form shows of a stored line. */
export function typedFrom(device: string, label: string, stored: Dialect): TypedLineView {
  const { baudRate } = stored.serial;
  const builtIn = Object.values(DIALECTS).find((one) =>
    JSON.stringify(parseDialect(atSpeed(one, baudRate))) === JSON.stringify(stored)
  );
  const speed = builtIn === undefined || builtIn.serial.baudRate === baudRate
    ? ""
    : String(baudRate);
  return {
    ...{ label, port: "", device, speed },
    dialect: builtIn?.name ?? OWN_DIALECT,
    json: builtIn === undefined ? JSON.stringify(stored, null, 2) : "",
  };
}
