import { z } from "zod";
import { line, oneOf, wrong } from "../../desk/field_rules.ts";
import { type Extension, EXTENSION_KINDS } from "../../domain/extension.ts";
import type { Language } from "../../domain/staff.ts";
import { isTimeZone } from "../../domain/time_zone.ts";
import { DIALECTS } from "../../switches/pbx416/dialect/dialect.ts";
import { listExtensions } from "../../store/extensions.ts";
import type { OfficeSetup } from "../../store/first_start.ts";
import { lineSettings } from "../../store/line_settings.ts";
import { VIRTUAL_DEVICE } from "../../switches/virtual_pbx/virtual_device.ts";
import { translator } from "../../text/translator.ts";
import { accountRules } from "../forms/account_rules.ts";
import { check, type Checked } from "../forms/check.ts";
import type { Form } from "../forms/form.ts";
import { passwordError } from "../forms/password_form.ts";
import { usualKind } from "../../domain/usual_kind.ts";
import { openablePorts } from "../openable_ports.ts";
import type { TypedSetup } from "../setup_data.ts";
import type { Visit } from "../visit.ts";

/** The switch that the form asks about: its extensions are laid out, its dialect is the first line's. */
const DIALECT = DIALECTS["416"]!;

/** What the form is shown with first. */
export function suggestedSetup(visit: Visit): TypedSetup {
  const kinds = new Map(ofEveryLine(visit).map(({ number, kind }) => [number, kind]));
  return {
    ...{ name: "", login: "", office: visit.web.office.name, extension: "" },
    language: visit.language,
    zone: visit.web.office.timeZone,
    // Nothing is opened that nobody chose: a port may be somebody else's.
    line: "",
    kinds: DIALECT.extensions.map((number) => ({
      number,
      kind: kinds.get(number) ?? usualKind(number),
    })),
  };
}

export function typedSetup(form: Form, visit: Visit): TypedSetup {
  const suggested = suggestedSetup(visit);
  const text = (name: keyof TypedSetup) => form.text(name).trim();
  return {
    ...{ name: text("name"), login: text("login"), office: text("office") },
    language: text("language") || suggested.language,
    zone: text("zone") || suggested.zone,
    ...{ line: text("line"), extension: text("extension") },
    kinds: suggested.kinds.map(({ number, kind }) => ({
      number,
      kind: form.text(`kind.${number}`) || kind,
    })),
  };
}

/** The same as the fields of a form. */
export function fieldsOf({ kinds, ...typed }: TypedSetup): { name: string; value: string }[] {
  return [
    ...Object.entries(typed).map(([name, value]) => ({ name, value })),
    ...kinds.map(({ number, kind }) => ({ name: `kind.${number}`, value: kind })),
  ];
}

export interface TypedPasswords {
  readonly password: string;
  readonly again: string;
}

/** The setup as it is to be, but for the hash of its password. */
export type SetupInput = Omit<OfficeSetup, "admin"> & {
  readonly admin: Omit<OfficeSetup["admin"], "passwordHash">;
};

export function checkSetup(
  typed: TypedSetup,
  { password, again }: TypedPasswords,
  visit: Visit,
): Checked<SetupInput> {
  const checked = check(shape(visit), typed, visit.t);
  const errors: Record<string, string> = checked.ok ? {} : { ...checked.errors };
  const weak = passwordError(password, typed.login, visit.t);
  if (weak !== null) errors["password"] = weak;
  else if (password !== again) errors["again"] = visit.t("setup.again_wrong");
  if (!checked.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const { name, login, extension, office, language, zone, kinds, line: device } = checked.value;
  return {
    ok: true,
    value: {
      admin: { login, name, extension },
      ...{ officeName: office, language, extensions: kinds },
      words: wordsOf(language),
      timeZone: visit.web.office.fixedBy("time_zone") === null ? zone : null,
      // One that there is already, as by `--line`, goes on.
      line: device === "" || hasLine(visit, device)
        ? null
        : { device, dialect: DIALECT.name, label: labelOf(device, visit) },
    },
  };
}

function shape(visit: Visit) {
  const { store } = visit;
  const account = accountRules(store, null);
  const free = freeExtensions(visit);
  return z.object({
    name: account.name,
    login: account.login,
    language: account.language,
    office: line("office_name", 40),
    zone: z.string().superRefine((zone, ctx) => {
      if (!isTimeZone(zone)) ctx.addIssue(wrong("office.zone_wrong"));
    }),
    line: z.string().superRefine((device, ctx) => {
      const known = openablePorts(visit).some(({ opens }) => device === opens);
      if (device !== "" && device !== VIRTUAL_DEVICE && !known) {
        ctx.addIssue(wrong("setup.port_gone"));
      }
    }),
    extension: z.string().transform((number, ctx) => {
      if (number === "" || free.includes(number)) return number === "" ? null : number;
      ctx.addIssue(wrong("staff.extension_taken", { extension: number }));
      return z.NEVER;
    }),
    kinds: z.array(z.object({
      number: z.string(),
      kind: oneOf(EXTENSION_KINDS, "extensions.kind_wrong"),
    })),
  });
}

/** Extensions of the switch that are nobody's. */
export function freeExtensions(visit: Visit): string[] {
  const taken = ofEveryLine(visit).filter(({ staffId }) => staffId !== null);
  return DIALECT.extensions.filter((one) => !taken.some(({ number }) => number === one));
}

function ofEveryLine({ store }: Visit): Extension[] {
  return listExtensions(store).filter(({ line }) => line === null);
}

function wordsOf(language: Language): OfficeSetup["words"] {
  const t = translator(language);
  const words = (key: "words.types" | "customer.grades" | "presence.reasons") => t(key).split(",");
  return {
    type: words("words.types"),
    grade: words("customer.grades"),
    break: words("presence.reasons"),
  };
}

function hasLine({ store }: Visit, device: string): boolean {
  return lineSettings(store).some((line) => line.device === device);
}

function labelOf(device: string, { t }: Visit): string {
  return device === VIRTUAL_DEVICE ? t("lines.virtual_label") : "";
}
