/** A moment (ms since the epoch) as it stands in the names of files, in UTC: `20261127-165302`. */
export function fileTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-");
}
