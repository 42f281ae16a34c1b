import { lineSettings } from "../../store/line_settings.ts";
import { trunksDescribed } from "../../store/trunks.ts";
import { trunksOfLine } from "../../switches/switch_kinds.ts";
import type { FieldErrors } from "../forms/field_errors.ts";
import type { Form } from "../forms/form.ts";
import type { TrunkListView } from "./trunk_data.ts";
import { shownDevice } from "../lines/line_form_view.ts";
import type { Visit } from "../visit.ts";

/** The trunks of every line that is to be open, by line; as stored, or as typed into `form`. */
export function trunkListView(
  visit: Visit,
  { form = null, errors = {}, saved = false }: {
    readonly form?: Form | null;
    readonly errors?: FieldErrors;
    readonly saved?: boolean;
  } = {},
): TrunkListView {
  const described = new Map(
    trunksDescribed(visit.store).map((one) => [`${one.lineId}.${one.trunk}`, one]),
  );
  const lines = lineSettings(visit.store).filter(({ enabled }) => enabled).map((line) => ({
    id: line.id,
    name: line.label || shownDevice(visit, line.device),
    trunks: trunksOfLine(line).map((trunk) => {
      const key = `${line.id}.${trunk}`;
      const stored = described.get(key);
      return {
        trunk,
        label: form?.text(`label.${key}`).trim() ?? stored?.label ?? "",
        number: form?.text(`number.${key}`).trim() ?? stored?.number ?? "",
      };
    }),
  }));
  return { lines, errors, saved };
}
