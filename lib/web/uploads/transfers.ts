import { HttpProblem } from "../http_problem.ts";

/** Files that one person may have under way at once; a browser sends and takes one after the other. */
const MOST_OF_ONE = 4;
/** Of all together: an export has two descriptors open, and those are counted (`RESERVED` in lib/gate/limits.ts). */
const MOST = 20;

/**
 * How many files are under way, to browsers and from them. Each holds something open as long as its browser likes: a
 * connection to the database, a file, a piece in memory. Requests alone are too many to be the limit of that.
 */
export class Transfers {
  readonly #under = new Map<number, number>();
  #all = 0;

  /**
   * One more for a person (an ID of the staff); call what it returns when it is over, once or more often. Throws the
   * problem `busy` where there are too many.
   */
  begin(who: number): () => void {
    const own = this.#under.get(who) ?? 0;
    if (own >= MOST_OF_ONE || this.#all >= MOST) {
      throw new HttpProblem("busy", {}, "error.transfers");
    }
    this.#under.set(who, own + 1);
    this.#all += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#all -= 1;
      const left = this.#under.get(who)! - 1;
      if (left === 0) this.#under.delete(who);
      else this.#under.set(who, left);
    };
  }

  /** What `open` gives; it is under way until it is read to its end, broken off or refused. */
  send(
    who: number,
    open: () => ReadableStream<Uint8Array>,
  ): ReadableStream<Uint8Array<ArrayBuffer>> {
    const over = this.begin(who);
    try {
      return until(open(), over);
    } catch (error) {
      over();
      throw error;
    }
  }
}

/** The same bytes; `over` is called when there are no more of them, or nobody reads on. */
function until(
  stream: ReadableStream<Uint8Array>,
  over: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value as Uint8Array<ArrayBuffer>);
        over();
        controller.close();
      } catch (error) {
        over();
        throw error;
      }
    },
    async cancel(reason) {
      over();
      await reader.cancel(reason);
    },
  }, { highWaterMark: 0 });
}
