import { type Extension, extensionName, type ExtensionPlace } from "../../domain/extension.ts";
import { NotFound } from "../../store/errors.ts";
import {
  createExtension,
  extensionNamed,
  removeExtension as storeRemoved,
  sameExtension,
} from "../../store/extensions.ts";
import { lineSetting } from "../../store/line_settings.ts";
import { type Desk, requireMay } from "../desk.ts";
import type { Outcome } from "../problem.ts";
import { isExtensionNumber } from "./extension_number.ts";

/**
 * Adds an extension, for a switch that has others than the sixteen: on one line, or on every one. Problems stand by
 * `line` and `number`.
 */
export function addExtension(desk: Desk, place: ExtensionPlace): Outcome<null> {
  requireMay(desk, "extensions.manage");
  const { store } = desk;
  const { line, number } = place;
  return store.transaction((): Outcome<null> => {
    if (line !== null && lineSetting(store, line) === null) {
      return { ok: false, problems: { line: { code: "staff.line_unknown", args: { line } } } };
    }
    const known = sameExtension(store, extensionName(place));
    if (known !== null) {
      const args = { number: extensionName(known) };
      return { ok: false, problems: { number: { code: "extensions.number_taken", args } } };
    }
    if (!isExtensionNumber(store, number)) {
      return { ok: false, problems: { number: { code: "extensions.number_wrong", args: {} } } };
    }
    createExtension(store, place);
    return { ok: true, value: null };
  });
}

/** Takes an extension away that is nobody's (`202`, or `2:301` on a line of its own). Throws `NotFound`. */
export function removeExtension(desk: Desk, name: string): Outcome<Extension> {
  requireMay(desk, "extensions.manage");
  const { store } = desk;
  return store.transaction((): Outcome<Extension> => {
    const extension = extensionNamed(store, name);
    if (extension === null) throw new NotFound("extension", name);
    if (extension.staffId !== null) {
      const args = { number: name };
      return { ok: false, problems: { form: { code: "extensions.in_use", args } } };
    }
    storeRemoved(store, name);
    return { ok: true, value: extension };
  });
}
