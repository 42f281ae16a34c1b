import { LONGEST_GROUP } from "../../domain/extension_group.ts";
import {
  EXTENSION_KINDS,
  type ExtensionKind,
  type ExtensionPlace,
} from "../../domain/extension.ts";
import { extensionsByGroup, listGroups } from "../../store/extension_groups.ts";
import { lastSignIns } from "../../store/sign_ins.ts";
import { listStaff } from "../../store/staff.ts";
import { signOf, typedExtensions, type TypedRow } from "./extension_form.ts";
import type { FieldErrors } from "../forms/field_errors.ts";
import type { ExtensionListView, ExtensionRowView } from "./extension_data.ts";
import type { Visit } from "../visit.ts";
import { extensionNames, type NamedLine, namedLines } from "../frame/extension_names.ts";
import { signInView } from "../account/sign_in_view.ts";

/** What was typed as the name of a group and is none; `id` is null for a new one. */
interface RefusedGroup {
  readonly id: number | null;
  readonly name: string;
  readonly error: string;
}

interface Shown {
  readonly typed?: readonly TypedRow[];
  readonly errors?: FieldErrors;
  /** What was typed to be added. */
  readonly added?: ExtensionPlace;
  readonly saved?: boolean;
  readonly refusedGroup?: RefusedGroup;
}

/** Nothing was typed. */
const NO_FORM = { text: () => "", has: () => false, texts: () => [], fields: [] };

/** Every extension, as stored or as typed. */
export function extensionListView(
  visit: Visit,
  { typed, errors = {}, added, saved = false, refusedGroup }: Shown = {},
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
  const members = extensionsByGroup(visit.store);
  const nameOf = extensionNames(visit);
  const groups = listGroups(visit.store).map(({ id, name }) => ({
    ...{ id: String(id), name },
    extensions: (members.get(id) ?? []).map(nameOf).join(", "),
  }));
  const lines = namedLines(visit);
  return {
    parts: partsOf(rows, lines, visit.t("extensions.every_line")),
    lines: lines.length < 2 ? [] : lines.map(({ id, name }) => ({ id: String(id), name })),
    added: { line: String(added?.line ?? ""), number: added?.number ?? "" },
    ...{ kinds: EXTENSION_KINDS, staff, errors, saved, groups },
    longestGroup: LONGEST_GROUP,
    refusedGroup: refusedGroup === undefined
      ? null
      : { ...refusedGroup, id: String(refusedGroup.id ?? "") },
  };
}

/** By line; without a word above where all are on every line. */
function partsOf(
  rows: readonly ExtensionRowView[],
  lines: readonly NamedLine[],
  everyLine: string,
): ExtensionListView["parts"] {
  const places = [{ id: null, name: everyLine }, ...lines];
  const parts = places.map(({ id, name }) => ({
    name,
    rows: rows.filter(({ line }) => line === id),
  })).filter((part) => part.rows.length > 0);
  return parts.length === 1 && rows[0]?.line === null ? [{ name: "", rows }] : parts;
}
