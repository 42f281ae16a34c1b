import { VIRTUAL_DEVICE } from "../../switches/virtual_pbx/virtual_device.ts";
import { kindOf, USUAL_LINE } from "../../switches/switch_kinds.ts";
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

const NEW: LineSetting = { ...USUAL_LINE, id: 0, label: "", enabled: true };

/** The form of a line whose kind has dialects, as stored or as typed; `line` is null for a new one. */
export function lineFormView(
  visit: Visit,
  line: LineSetting | null,
  shown: Shown | null = null,
): LineFormView {
  const ports = openablePorts(visit);
  const { dialects } = kindOf(line ?? USUAL_LINE);
  if (dialects === null) throw new RangeError(`line ${line?.id} has no dialect to be set by`);
  const stored = line === null
    ? { ...typedFrom(NEW, dialects), port: ports[0]?.opens ?? "" }
    : typedFrom(line, dialects);
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
    dialects: dialects.choices,
    speeds: dialects.speeds,
  };
}

/** The device as people know it. */
export function shownDevice({ t }: Visit, device: string): string {
  return device === VIRTUAL_DEVICE ? t("lines.virtual") : device;
}
