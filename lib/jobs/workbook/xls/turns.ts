const TURN_AFTER = 100_000;

/** Says after so many steps that the thread is to look whether it is to end: some tens of milliseconds. */
export class Turns {
  #steps = 0;

  isDue(): boolean {
    return ++this.#steps % TURN_AFTER === 0;
  }
}
