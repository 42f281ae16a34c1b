import { z } from "zod";
import { extensionName, extensionPlace } from "../../domain/extension.ts";
import type { Store } from "../../store/database.ts";
import { createExtension, sameExtension, setExtensionsOf } from "../../store/extensions.ts";
import { lineSetting } from "../../store/line_settings.ts";
import { type Desk, mayAt } from "../desk.ts";
import { isExtensionNumber } from "../extensions/extension_number.ts";
import { wrong } from "../field_rules.ts";

/**
 * The extensions of a person, as `202` or with their line, `2:301`: those that are nobody else's. One that is written
 * with its line, and that nobody has entered there, is entered with the account (`giveExtensions`). `id` is whose they
 * are to be, null for a new account.
 */
export function extensionsRule(desk: Desk, id: number | null) {
  return z.array(z.string()).transform((names, ctx) => {
    const found = names.map((name) => {
      const named = nameFor(desk, id, name);
      if (typeof named === "string") return named;
      ctx.addIssue(named);
      return "";
    });
    return [...new Set(found)];
  });
}

/** What an extension is called, or what is wrong with it. */
function nameFor(
  desk: Desk,
  id: number | null,
  name: string,
): string | ReturnType<typeof wrong> {
  const { store } = desk;
  const extension = sameExtension(store, name);
  if (extension !== null) {
    const called = extensionName(extension);
    const isFree = (extension.staffId ?? id) === id;
    return isFree ? called : wrong("staff.extension_taken", { extension: called });
  }
  const place = extensionPlace(name);
  if (place !== null && place.line !== null) {
    if (lineSetting(store, place.line) === null) {
      return wrong("staff.line_unknown", { line: place.line });
    }
    const canBe = isExtensionNumber(store, place.number) && mayAt(desk, "extensions.manage");
    if (canBe) return extensionName(place);
  }
  return wrong("staff.extension_unknown", { extension: name });
}

/** Gives a person these extensions and no others, and enters those that are not there yet. In the caller's transaction. */
export function giveExtensions(store: Store, id: number, names: readonly string[]): void {
  for (const name of names) {
    const place = extensionPlace(name);
    if (place !== null && sameExtension(store, name) === null) createExtension(store, place);
  }
  setExtensionsOf(store, id, names);
}
