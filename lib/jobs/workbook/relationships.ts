import type { ByteSource } from "./byte_source.ts";
import { INFLATED, MOST_RELATIONSHIPS } from "./limits.ts";
import { JobFailure } from "../job_failure.ts";
import { parsePart } from "./xml_part.ts";
import { partKey, type ZipDirectory } from "./zip_directory.ts";

/** The kinds that are followed; what else belongs to a workbook is not looked at. */
const FOLLOWED = ["officeDocument", "worksheet", "sharedStrings", "styles", "table"] as const;

export interface Relationship {
  readonly id: string;
  readonly kind: (typeof FOLLOWED)[number];
  /** The `partKey` of what it leads to. */
  readonly target: string;
}

/**
 * Where the part `of` leads to (`""`: the whole file); empty where nothing is said. Throws what `parsePart`
 * throws, and JobFailure `excel_parts`. (ECMA-376 part 2, 6.5.)
 */
export async function relationshipsOf(
  source: ByteSource,
  directory: ZipDirectory,
  of: string,
): Promise<Relationship[]> {
  const slash = of.lastIndexOf("/") + 1;
  const member = directory.get(`${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`);
  if (member === undefined) return [];
  const found: Relationship[] = [];
  await parsePart(source, member, INFLATED.relationships, {
    open(name, { Id = "", Type = "", Target = "", TargetMode = "" }) {
      if (name !== "Relationship" || TargetMode === "External") return;
      const kind = FOLLOWED.find((kind) => Type.endsWith(`/${kind}`));
      if (kind === undefined) return;
      if (found.length === MOST_RELATIONSHIPS) {
        throw new JobFailure("excel_parts", MOST_RELATIONSHIPS);
      }
      found.push({ id: Id, kind, target: resolved(of.slice(0, slash), Target) });
    },
  });
  return found;
}

/** Like a link on a page: `../a/b` from the folder, `/a/b` from the root. */
function resolved(folder: string, target: string): string {
  const path: string[] = [];
  const whole = /^[\\/]/.test(target) ? target : folder + target;
  for (const step of partKey(whole).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}
