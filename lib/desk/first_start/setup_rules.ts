import { z } from "zod";
import { type Extension, EXTENSION_KINDS } from "../../domain/extension.ts";
import type { Language } from "../../domain/staff.ts";
import { isTimeZone } from "../../domain/time_zone.ts";
import type { Store } from "../../store/database.ts";
import { listExtensions } from "../../store/extensions.ts";
import type { OfficeSetup } from "../../store/first_start.ts";
import { lineSettings } from "../../store/line_settings.ts";
import { telephonesOfLine, USUAL_LINE } from "../../switches/switch_kinds.ts";
import { VIRTUAL_DEVICE } from "../../switches/virtual_pbx/virtual_device.ts";
import type { Desk } from "../desk.ts";
import { check, line, oneOf, wrong } from "../field_rules.ts";
import type { Outcome, Problem } from "../problem.ts";
import { accountRules } from "../staff/account_rules.ts";
import { passwordRule } from "../staff/password_rule.ts";

/** The extensions that the setup lays out: those of the switch that the first line is taken for. */
export const SETUP_EXTENSIONS = telephonesOfLine(USUAL_LINE);

/** What the setup asks for, as it was written down; but for passwords. */
export interface TypedSetup {
  readonly name: string;
  readonly login: string;
  readonly office: string;
  readonly language: string;
  readonly zone: string;
  /** A device that can be chosen, the virtual PBX, or empty for later. */
  readonly line: string;
  /** The administrator's own extension; empty for none. */
  readonly extension: string;
  readonly kinds: readonly { readonly number: string; readonly kind: string }[];
}

/** The administrator's password, written twice. */
export interface SetupPasswords {
  readonly password: string;
  readonly again: string;
}

/** What the machine and the languages have to say. */
export interface SetupGiven {
  /** The devices that can be chosen for the first line. */
  readonly devices: readonly string[];
  /** Whether an option or a file says which time zone the office is in. */
  readonly zoneFixed: boolean;
  /** The lists to choose from, in a language. */
  readonly words: (language: Language) => OfficeSetup["words"];
  /** What the virtual PBX is called as a line. */
  readonly virtualLabel: string;
}

/** The setup as it is to be, but for the hash of its password. */
export type SetupInput = Omit<OfficeSetup, "admin"> & {
  readonly admin: Omit<OfficeSetup["admin"], "passwordHash">;
};

/** Problems stand by the names of the fields of both. */
export function checkSetup(
  desk: Desk,
  typed: TypedSetup,
  { password, again }: SetupPasswords,
  given: SetupGiven,
): Outcome<SetupInput> {
  const checked = check(shape(desk, given), typed);
  const problems: Record<string, Problem> = checked.ok ? {} : { ...checked.problems };
  const weak = passwordRule(password, typed.login);
  if (weak !== null) problems["password"] = weak;
  else if (password !== again) problems["again"] = { code: "setup.again_wrong", args: {} };
  if (!checked.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  const { name, login, extension, office, language, zone, kinds, line: device } = checked.value;
  return {
    ok: true,
    value: {
      admin: { login, name, extension },
      officeName: office,
      language,
      extensions: kinds,
      words: given.words(language),
      timeZone: given.zoneFixed ? null : zone,
      // One that there is already, as by `--line`, goes on.
      line: device === "" || hasLine(desk.store, device)
        ? null
        : { device, dialect: USUAL_LINE.dialect, label: labelOf(device, given) },
    },
  };
}

function shape(desk: Desk, { devices }: SetupGiven) {
  const account = accountRules(desk, null);
  const free = freeExtensions(desk.store);
  return z.object({
    name: account.name,
    login: account.login,
    language: account.language,
    office: line("office_name", 40),
    zone: z.string().superRefine((zone, ctx) => {
      if (!isTimeZone(zone)) ctx.addIssue(wrong("office.zone_wrong"));
    }),
    line: z.string().superRefine((device, ctx) => {
      if (device !== "" && device !== VIRTUAL_DEVICE && !devices.includes(device)) {
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
export function freeExtensions(store: Store): string[] {
  const taken = extensionsOfEveryLine(store).filter(({ staffId }) => staffId !== null);
  return SETUP_EXTENSIONS.map(({ number }) => number)
    .filter((one) => !taken.some(({ number }) => number === one));
}

export function extensionsOfEveryLine(store: Store): Extension[] {
  return listExtensions(store).filter(({ line }) => line === null);
}

function hasLine(store: Store, device: string): boolean {
  return lineSettings(store).some((line) => line.device === device);
}

function labelOf(device: string, { virtualLabel }: SetupGiven): string {
  return device === VIRTUAL_DEVICE ? virtualLabel : "";
}
