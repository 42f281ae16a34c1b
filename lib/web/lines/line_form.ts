import type { TypedLine } from "../../desk/lines/line_rules.ts";
import type { LineSetting } from "../../store/line_settings.ts";
import type { LineDialects } from "../../switches/line_dialects.ts";
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

/** What the form shows of a stored line, whose kind has dialects. */
export function typedFrom(
  { device, label, dialect }: LineSetting,
  { write }: LineDialects,
): TypedLineView {
  return { ...write(dialect), label, port: "", device };
}
