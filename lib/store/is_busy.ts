const SQLITE_BUSY = 5;

/** Whether a statement failed because another connection had the lock that it needs. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}
