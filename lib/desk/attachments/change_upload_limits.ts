import { setUploadLimit, UPLOAD_LIMITS, type UploadLimit } from "../../store/upload_limits.ts";
import { type Desk, requireMay } from "../desk.ts";
import { wholeNumber } from "../field_rules.ts";
import type { Outcome, Problem } from "../problem.ts";

const LIMITS = Object.keys(UPLOAD_LIMITS) as UploadLimit[];

/**
 * Says how large a file may be, and all that a person sends on one day, in megabytes; all or none. A limit that is not in `typed`
 * stays as it is. Problems stand by the names of the limits.
 */
export function changeUploadLimits(
  desk: Desk,
  typed: Readonly<Partial<Record<UploadLimit, string>>>,
): Outcome<null> {
  requireMay(desk, "files.limit");
  const problems: Record<string, Problem> = {};
  const limits: [UploadLimit, number][] = [];
  for (const limit of LIMITS) {
    const text = typed[limit];
    if (text === undefined) continue;
    const { least, most } = UPLOAD_LIMITS[limit];
    const megabytes = wholeNumber(text, { least, most });
    if (megabytes !== null) limits.push([limit, megabytes]);
    else problems[limit] = { code: "files.limit_wrong", args: { least, most } };
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const { store } = desk;
  store.transaction(() => {
    for (const [limit, megabytes] of limits) setUploadLimit(store, limit, megabytes);
  });
  return { ok: true, value: null };
}
