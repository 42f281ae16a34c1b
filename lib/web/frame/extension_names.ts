import type { ExtensionPlace } from "../../domain/extension.ts";
import { lineSettings } from "../../store/line_settings.ts";
import type { Visit } from "../visit.ts";

/** A line as everybody in the office may know it: by its name, never by its device. */
export interface NamedLine {
  readonly id: number;
  readonly name: string;
}

export function namedLines({ store, t }: Pick<Visit, "store" | "t">): NamedLine[] {
  return lineSettings(store).map(({ id, label }) => ({
    id,
    name: label || t("board.line", { line: id }),
  }));
}

/** The name of the line that an extension is on; empty where it is on every line, or the office has but one. */
export function lineNames(
  visit: Pick<Visit, "store" | "t">,
): (extension: Pick<ExtensionPlace, "line">) => string {
  let lines: readonly NamedLine[] | null = null;
  return ({ line }) => {
    if (line === null) return "";
    lines ??= namedLines(visit);
    return lines.length < 2 ? "" : lines.find(({ id }) => id === line)?.name ?? "";
  };
}

/** What extensions are called on pages: `202`, and `301 (별관)` for that of one of several lines. */
export function extensionNames(
  visit: Pick<Visit, "store" | "t">,
): (extension: ExtensionPlace) => string {
  const lineOf = lineNames(visit);
  return (extension) => {
    const line = lineOf(extension);
    return line === "" ? extension.number : `${extension.number} (${line})`;
  };
}
