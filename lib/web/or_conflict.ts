import { VersionConflict } from "../store/errors.ts";

/** What `save` returns, or the conflict that it threw because somebody else saved first. */
export function orConflict<T>(save: () => T): T | VersionConflict<T> {
  try {
    return save();
  } catch (error) {
    if (error instanceof VersionConflict) return error;
    throw error;
  }
}
