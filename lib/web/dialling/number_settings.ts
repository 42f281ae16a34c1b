import { changeNumbering, type TypedNumbering } from "../../desk/telephony/change_numbering.ts";
import { COUNTRIES, planOf } from "../../domain/national_plan.ts";
import type { Numbering } from "../../domain/numbering.ts";
import { formatNumber, normalNumber } from "../../domain/phone_number.ts";
import { numberingOf } from "../../store/numbering.ts";
import { isRereading } from "../../store/reread_numbers.ts";
import { deskOf } from "../desk_of.ts";
import { errorsOf, type FieldErrors } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit, WebContext } from "../visit.ts";
import type { NumbersView } from "./dial_data.ts";

/** The office's country, its area code, and what its switch wants before a number. */
export const numberSettings: StaffHandler = (c, visit) => {
  const { featurePrefixes, ...numbering } = numberingOf(visit.store);
  const typed = { ...numbering, featurePrefixes: featurePrefixes.join(" ") };
  return numbersPage(c, visit, typed, {}, c.req.query("saved") !== undefined);
};

export const numberSettingsSave: StaffHandler = (c, visit) => {
  const form = readForm(c);
  const typed = {
    country: form.text("country"),
    areaCode: form.text("areaCode"),
    outsideDigit: form.text("outsideDigit"),
    abroadPrefix: form.text("abroadPrefix"),
    featurePrefixes: form.text("featurePrefixes"),
  };
  const changed = changeNumbering(deskOf(visit), typed);
  if (!changed.ok) return numbersPage(c, visit, typed, errorsOf(changed.problems, visit.t), false);
  return c.redirect("/settings/numbers?saved", 303);
};

function numbersPage(
  c: WebContext,
  visit: StaffVisit,
  typed: TypedNumbering,
  errors: FieldErrors,
  saved: boolean,
): Response {
  const numbering = numberingOf(visit.store);
  const data: NumbersView = {
    ...{ typed, errors, saved },
    countries: countriesIn(visit.language),
    example: example(numbering),
    usualAbroad: planOf(typed).dialsAbroad,
    rereading: isRereading(visit.store),
  };
  return page(c, visit, "dialling/numbers", data, {
    title: visit.t("title.numbers"),
    active: "settings",
    status: Object.keys(errors).length === 0 ? 200 : 422,
  });
}

function countriesIn(language: string): NumbersView["countries"] {
  const names = new Intl.DisplayNames([language], { type: "region" });
  const { compare } = new Intl.Collator(language);
  return COUNTRIES.map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((one, other) => compare(one.name, other.name));
}

/** A number that is no area's is completed by none, so one is tried that there is in many countries. */
function example(numbering: Numbering): string | null {
  const normal = numbering.areaCode === "" ? null : normalNumber("2000-0100", numbering);
  return normal === null ? null : formatNumber(normal, numbering);
}
