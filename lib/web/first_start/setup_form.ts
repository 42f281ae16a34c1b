import type { SetupGiven, TypedSetup } from "../../desk/first_start/setup_rules.ts";
import { extensionsOfEveryLine, SETUP_EXTENSIONS } from "../../desk/first_start/setup_rules.ts";
import type { OfficeSetup } from "../../store/first_start.ts";
import { translator } from "../../text/translator.ts";
import type { Language } from "../../domain/staff.ts";
import type { Form } from "../forms/form.ts";
import { openablePorts } from "../lines/openable_ports.ts";
import type { Visit } from "../visit.ts";

/** What the form is shown with first. */
export function suggestedSetup(visit: Visit): TypedSetup {
  const stored = extensionsOfEveryLine(visit.store);
  const kinds = new Map(stored.map(({ number, kind }) => [number, kind]));
  return {
    ...{ name: "", login: "", office: visit.web.office.name, extension: "" },
    language: visit.language,
    zone: visit.web.office.timeZone,
    // Nothing is opened that nobody chose: a port may be somebody else's.
    line: "",
    kinds: SETUP_EXTENSIONS.map(({ number, kind }) => ({
      number,
      kind: kinds.get(number) ?? kind,
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

/** What the setup is told of this machine and of the languages. */
export function setupGiven(visit: Visit): SetupGiven {
  return {
    devices: openablePorts(visit).map(({ opens }) => opens),
    zoneFixed: visit.web.office.fixedBy("time_zone") !== null,
    words: wordsOf,
    virtualLabel: visit.t("lines.virtual_label"),
  };
}

function wordsOf(language: Language): OfficeSetup["words"] {
  const t = translator(language);
  const words = (key: "words.types" | "customer.grades" | "presence.reasons") => t(key).split(",");
  return {
    type: words("words.types"),
    grade: words("customer.grades"),
    break: words("presence.reasons"),
    // Which calls and mails an office tells apart, only it knows.
    skill: [],
  };
}
