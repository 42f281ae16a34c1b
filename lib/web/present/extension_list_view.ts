import { EXTENSION_KINDS, type ExtensionKind } from "../../domain/staff.ts";
import { lastSignIns } from "../../store/sign_ins.ts";
import { listStaff } from "../../store/staff.ts";
import { signOf, type TypedExtension, typedExtensions } from "../forms/extension_form.ts";
import type { FieldErrors } from "../forms/field_rules.ts";
import type { ExtensionListView } from "../settings_data.ts";
import type { Visit } from "../visit.ts";
import { signInView } from "./staff_list_view.ts";

interface Shown {
  readonly typed?: readonly TypedExtension[];
  readonly errors?: FieldErrors;
  readonly newNumber?: string;
  readonly saved?: boolean;
}

/** Nothing was typed. */
const NO_FORM = { text: () => "", has: () => false, texts: () => [] };

/** Every extension, as stored or as typed. */
export function extensionListView(
  visit: Visit,
  { typed, errors = {}, newNumber = "", saved = false }: Shown = {},
): ExtensionListView {
  const signIns = lastSignIns(visit.store);
  const rows = (typed ?? typedExtensions(NO_FORM, visit)).map((row) => ({
    ...row,
    kind: row.kind as ExtensionKind,
    was: row.was || signOf(row),
    signedIn: signInView(visit, signIns.get(Number(row.staff))),
  }));
  const staff = listStaff(visit.store).filter(({ active }) => active)
    .map(({ id, name }) => ({ id: String(id), name }));
  return { rows, kinds: EXTENSION_KINDS, staff, errors, newNumber, saved };
}
