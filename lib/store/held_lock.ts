/** Holds something for one process; the system lets go of it when the process dies, however it dies. */
export interface HeldLock {
  release(): void;
}
