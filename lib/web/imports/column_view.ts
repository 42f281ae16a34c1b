import {
  IMPORT_FIELDS,
  type ImportColumn,
  type ImportField,
  type ImportKey,
  isOfNote,
  isPart,
  type LeftOut,
  NOTE_FIELDS,
  type PlainImportField,
} from "../../domain/customer_import.ts";
import { may } from "../../domain/role_permissions.ts";
import { customFields } from "../../store/custom_fields.ts";
import type { Import } from "../../store/imports.ts";
import type { TextKey } from "../../text/translator.ts";
import type { Visit } from "../visit.ts";
import type { ColumnView, FieldGroup } from "./import_data.ts";

/** A column's heading, or which one it is where it has none. */
export function shownHeading({ t }: Pick<Visit, "t">, heading: string, index: number): string {
  return heading === "" ? t("import.no_heading", { number: index + 1 }) : heading;
}

/** The columns of a file in their order: what they are, or why they are left out, or what is asked about them. */
export function columnViews(visit: Visit, { contents, choices }: Import): ColumnView[] {
  return (contents?.headings ?? []).map((heading, index) => {
    const shown = shownHeading(visit, heading, index);
    const column = choices?.columns[index] ?? { field: "", label: "" };
    const examples = (contents?.columns?.[index]?.examples ?? []).filter((text) => text !== "");
    const view = { index, heading: shown, examples, field: column.field, label: column.label };
    const { left } = column;
    if (left === undefined) return { ...view, why: "", question: null };
    const why = visit.t(`import.left_${left.why}`, { heading: left.instead });
    return { ...view, why, question: questionOf(visit, shown, examples, left) };
  });
}

function questionOf(
  visit: Visit,
  heading: string,
  examples: readonly string[],
  { why, asks }: LeftOut,
): ColumnView["question"] {
  const { t } = visit;
  if (asks === null) return null;
  const key = IMPORT_FIELDS.find((known) => known === asks) ?? null;
  const text = t(`import.ask_${why}` as TextKey, {
    heading,
    examples: examples.join(" · "),
    field: key === null ? "" : t(columnKey(key)).toLowerCase(),
  });
  const field = (name: PlainImportField) => ({ field: name, text: t(columnKey(name)) });
  const no = { field: "" as const, text: t("import.answer_no") };
  if (why === "contact_or_agent") return { text, answers: [field("name"), field("owner"), no] };
  if (asks === "new" && !mayDefine(visit)) return { text, answers: [no] };
  const yes = asks === "new" ? t("import.answer_new") : t("import.answer_yes");
  return { text, answers: [{ field: asks, text: yes }, no] };
}

/** What a column can become, in groups as people look for it. */
export function fieldGroups(visit: Visit): FieldGroup[] {
  const { t } = visit;
  const named = (fields: readonly PlainImportField[]) =>
    fields.map((field) => ({ field, name: t(columnKey(field)) }));
  const whole = IMPORT_FIELDS.filter((field) => field !== "" && !isPart(field) && !isOfNote(field));
  const own = customFields(visit.store).map(({ id, label }) => ({
    field: `custom:${id}` as const,
    name: label,
  }));
  return [
    { name: t("import.group_customer"), fields: named(whole) },
    {
      name: t("import.group_parts"),
      fields: named(IMPORT_FIELDS.filter((field) => isPart(field))),
    },
    { name: t("import.group_notes"), fields: named(NOTE_FIELDS) },
    { name: t("import.group_own"), fields: own },
  ].filter(({ fields }) => fields.length > 0);
}

/** By what a row and a customer can be the same, with these columns. */
export function keyViews(
  visit: Visit,
  columns: readonly ImportColumn[],
): { readonly key: ImportKey; readonly name: string }[] {
  const has = (field: ImportField) => columns.some((column) => column.field === field);
  const own = customFields(visit.store).map(({ id, label }) => ({
    key: `custom:${id}` as const,
    name: label,
  }));
  return [
    { key: "number" as const, name: visit.t("import.key_number") },
    ...has("code") ? [{ key: "code" as const, name: visit.t("import.field_code") }] : [],
    ...own.filter(({ key }) => has(key)),
  ];
}

/** Whether whoever looks may make an own field of a column. */
export function mayDefine({ person }: Pick<Visit, "person">): boolean {
  return person !== null && may(person.role, "fields.manage");
}

function columnKey(field: PlainImportField): TextKey {
  if (field === "") return "import.field_none";
  if (field === "code") return "import.field_code";
  return isPart(field) || isOfNote(field) ? `import.field_${field}` : `name.${field}`;
}
