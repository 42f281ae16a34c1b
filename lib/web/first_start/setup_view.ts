import { freeExtensions, type TypedSetup } from "../../desk/first_start/setup_rules.ts";
import { PASSWORD_LENGTH } from "../../domain/password_rules.ts";
import { EXTENSION_KINDS } from "../../domain/extension.ts";
import { LANGUAGES } from "../../domain/staff.ts";
import { VIRTUAL_DEVICE } from "../../switches/virtual_pbx/virtual_device.ts";
import { lineSettings } from "../../store/line_settings.ts";
import type { FieldErrors } from "../forms/field_errors.ts";
import { openablePorts } from "../lines/openable_ports.ts";
import type { SetupView } from "./setup_data.ts";
import type { Visit } from "../visit.ts";
import { shownDevice } from "../lines/line_form_view.ts";
import { zonesView } from "../office/zones_view.ts";

/** The form of the first start, as typed. */
export function setupView(visit: Visit, typed: TypedSetup, errors: FieldErrors): SetupView {
  const [line] = lineSettings(visit.store);
  return {
    ...{ typed, errors },
    leastPassword: PASSWORD_LENGTH.least,
    languages: LANGUAGES,
    zones: zonesView(typed.zone),
    zoneFixed: visit.web.office.fixedBy("time_zone"),
    ports: openablePorts(visit),
    virtual: VIRTUAL_DEVICE,
    line: line === undefined ? "" : line.label || shownDevice(visit, line.device),
    kinds: EXTENSION_KINDS,
    free: freeExtensions(visit.store),
  };
}
