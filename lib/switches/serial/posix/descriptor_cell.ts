/**
 * A cell that holds the number of one open descriptor (of Windows, its handle) and that two threads can see. A worker keeps its
 * device in one; when the worker is ended from outside, whoever ended it takes the number out and closes
 * it, since the system does not: to the system both are one process, and the device would stay locked.
 * Whoever takes the number owns it. Nobody else gets it, so no descriptor is closed twice: a number closed
 * twice may by then be the database.
 */
export class DescriptorCell {
  readonly #cell: Int32Array;

  constructor(readonly shared: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.#cell = new Int32Array(shared);
  }

  /** A cell with the descriptor in it. The cell was empty. */
  static holding(fd: number): DescriptorCell {
    const cell = new DescriptorCell();
    cell.put(fd);
    return cell;
  }

  /** `fd` is kept as its successor, so that new memory, all zero, is an empty cell. */
  put(fd: number): void {
    Atomics.store(this.#cell, 0, fd + 1);
  }

  /** The descriptor, which stays whose it is, or null. */
  peek(): number | null {
    const kept = Atomics.load(this.#cell, 0);
    return kept === 0 ? null : kept - 1;
  }

  /** The descriptor, which the caller now owns, or null. */
  take(): number | null {
    const kept = Atomics.exchange(this.#cell, 0, 0);
    return kept === 0 ? null : kept - 1;
  }
}
