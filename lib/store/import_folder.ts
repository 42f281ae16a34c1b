/** Where the files of one import lie, inside the data folder. */
export interface ImportFolder {
  readonly path: string;
  /** As it was uploaded. */
  readonly file: string;
  /** Its rows, taken apart once. */
  readonly rows: string;
  /** What each of its rows led to, or would. */
  readonly results: string;
}

export function importFolder(data: string, importId: number): ImportFolder {
  const path = `${data}/imports/${importId}`;
  return {
    path,
    file: `${path}/file`,
    rows: `${path}/rows.jsonl`,
    results: `${path}/results.jsonl`,
  };
}

/** Where a file comes in, inside the data folder, until all of it is there; a start removes what is left of one. */
export function incomingFile(data: string): string {
  return `${data}/imports/${crypto.randomUUID()}.part`;
}
