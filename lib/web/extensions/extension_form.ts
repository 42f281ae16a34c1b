import type { TypedExtension } from "../../desk/extensions/change_extensions.ts";
import { extensionName, type ExtensionPlace } from "../../domain/extension.ts";
import { groupsByExtension } from "../../store/extension_groups.ts";
import { listExtensions } from "../../store/extensions.ts";
import type { Visit } from "../visit.ts";
import type { Form } from "../forms/form.ts";

/** A row of the list, as typed, with what it was when the page was made. */
export interface TypedRow extends TypedExtension, ExtensionPlace {
  readonly was: string;
}

/** Every extension, as typed; one that the form does not have is as stored. */
export function typedExtensions(form: Form, { store }: Visit): TypedRow[] {
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
  row: Omit<TypedExtension, "name">,
): string {
  return [row.kind, row.staff, row.address, row.groups.toSorted().join(), row.label].join("|");
}

/** The rows in which something was changed. */
export function touched(rows: readonly TypedRow[]): readonly TypedRow[] {
  return rows.filter((row) => signOf(row) !== row.was);
}
