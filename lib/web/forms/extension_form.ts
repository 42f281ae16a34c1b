import { z } from "zod";
import { line, oneOf, wrong } from "../../desk/field_rules.ts";
import { normalAddress } from "../../domain/network_address.ts";
import { EXTENSION_KINDS, extensionName } from "../../domain/extension.ts";
import { groupsByExtension, listGroups } from "../../store/extension_groups.ts";
import { type ExtensionChange, listExtensions } from "../../store/extensions.ts";
import { staffById } from "../../store/staff.ts";
import { idOrNull } from "../params.ts";
import type { ExtensionRowView } from "../settings_data.ts";
import type { Visit } from "../visit.ts";
import { check, type Checked } from "./check.ts";
import type { Form } from "./form.ts";

export type TypedExtension =
  & Pick<
    ExtensionRowView,
    "name" | "line" | "number" | "label" | "staff" | "address" | "groups" | "was"
  >
  & { readonly kind: string };

/** An extension as it is to be; `staffId` is null for nobody. */
export interface ExtensionInput extends ExtensionChange {
  /** `202`, `2:301` */
  readonly name: string;
  readonly groupIds: readonly number[];
}

/** Every extension, as typed; one that the form does not have is as stored. */
export function typedExtensions(form: Form, { store }: Visit): TypedExtension[] {
  const groupsOf = groupsByExtension(store);
  return listExtensions(store).map((stored) => {
    const name = extensionName(stored);
    const sent = form.text(`kind.${name}`) !== "";
    const value = (field: string, kept: string) => sent ? form.text(`${field}.${name}`) : kept;
    const row = {
      name,
      line: stored.line,
      number: stored.number,
      kind: value("kind", stored.kind),
      label: value("label", stored.label).trim(),
      staff: value("staff", String(stored.staffId ?? "")),
      address: value("address", stored.address).trim(),
      groups: sent
        ? form.texts(`group.${name}`)
        : (groupsOf.get(stored.id) ?? []).map(({ id }) => String(id)),
    };
    return { ...row, was: value("was", signOf(row)) };
  });
}

/** A row in one text, to be compared with what it was. */
export function signOf(
  row: Omit<TypedExtension, "was" | "name" | "line" | "number">,
): string {
  return [row.kind, row.staff, row.address, row.groups.toSorted().join(), row.label].join("|");
}

/** Checks the rows that were touched; the others may have changed elsewhere since, and stay as they are. */
export function checkExtensions(
  rows: readonly TypedExtension[],
  visit: Visit,
): Checked<readonly ExtensionInput[]> {
  const values: ExtensionInput[] = [];
  const errors: Record<string, string> = {};
  for (const row of rows) {
    if (signOf(row) === row.was) continue;
    const checked = check(shape(visit), row, visit.t);
    if (checked.ok) values.push({ ...checked.value, name: row.name });
    else {for (const [field, text] of Object.entries(checked.errors)) {
        errors[`${field}.${row.name}`] = text;
      }}
  }
  return Object.keys(errors).length === 0 ? { ok: true, value: values } : { ok: false, errors };
}

function shape({ store }: Visit) {
  return z.object({
    kind: oneOf(EXTENSION_KINDS, "extensions.kind_wrong"),
    label: line("extension_label", 40),
    staff: z.string().transform((text, ctx) => {
      const id = text === "" ? null : idOrNull(text);
      if (text === "" || (id !== null && staffById(store, id)?.active === true)) return id;
      ctx.addIssue(wrong("extensions.staff_wrong"));
      return z.NEVER;
    }),
    groups: z.array(z.string()).transform((ids) => {
      // A group that was removed since the page was made cannot be wanted any more.
      const known = listGroups(store).map(({ id }) => id);
      return known.filter((id) => ids.includes(String(id)));
    }),
    address: z.string().transform((text, ctx) => {
      const address = text === "" ? "" : normalAddress(text);
      if (address !== null) return address;
      ctx.addIssue(wrong("extensions.address_wrong"));
      return z.NEVER;
    }),
  }).transform(({ staff, groups, ...rest }) => ({
    ...{ ...rest, staffId: staff, groupIds: groups },
  }));
}
