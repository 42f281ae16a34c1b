import { VIRTUAL_DEVICE } from "../../switches/virtual_pbx/virtual_device.ts";
import { DIALECTS } from "../../switches/pbx416/dialect/dialect.ts";
import { BAUD_RATES } from "../../switches/pbx416/dialect/dialect_shape.ts";
import { serialText } from "../../switches/pbx416/dialect/serial_text.ts";
import { storedDialect } from "../../switches/pbx416/dialect/stored_dialect.ts";
import type { LineSetting } from "../../store/line_settings.ts";
import type { FieldErrors } from "../forms/field_errors.ts";
import { typedFrom } from "./line_form.ts";
import { openablePorts } from "./openable_ports.ts";
import type { LineFormView, TypedLineView } from "./line_data.ts";
import type { Visit } from "../visit.ts";

interface Shown {
  readonly typed: TypedLineView;
  readonly errors: FieldErrors;
  readonly problems: readonly string[];
}

const NEW: TypedLineView = {
  ...{ label: "", port: "", device: "", dialect: "416", speed: "", json: "" },
};

/** The form of a line, as stored or as typed; `line` is null for a new one. */
export function lineFormView(
  visit: Visit,
  line: LineSetting | null,
  shown: Shown | null = null,
): LineFormView {
  const ports = openablePorts(visit);
  const stored = line === null
    ? { ...NEW, port: ports[0]?.opens ?? "" }
    : typedFrom(line.device, line.label, storedDialect(line.dialect));
  const typed = shown?.typed ?? stored;
  // A port that is plugged in is chosen by its name; any other is typed.
  const found = typed.device === VIRTUAL_DEVICE
    ? VIRTUAL_DEVICE
    : ports.find(({ opens, path }) => typed.device === opens || typed.device === path)?.opens;
  return {
    id: line?.id ?? null,
    fixed: line === null ? null : visit.web.office.lineFixedBy(line.device),
    title: line === null ? "" : line.label || shownDevice(visit, line.device),
    typed: typed.port === "" && found !== undefined ? { ...typed, port: found, device: "" } : typed,
    errors: shown?.errors ?? {},
    problems: shown?.problems ?? [],
    ports,
    virtual: VIRTUAL_DEVICE,
    dialects: Object.values(DIALECTS).map((one) => ({
      name: one.name,
      settings: serialText(one.serial),
    })),
    speeds: BAUD_RATES,
  };
}

/** The device as people know it. */
export function shownDevice({ t }: Visit, device: string): string {
  return device === VIRTUAL_DEVICE ? t("lines.virtual") : device;
}
