import { HttpProblem } from "../http_problem.ts";

/** What a request that waits for its form takes by itself, about. */
const EACH_BYTES = 16 * 1024;
/** Fifteen of the longest forms, or two hundred of the usual ones, all of them at once. */
const MOST_OF_ONE = 4 * 1024 * 1024;
/** Of all who are signed in, and of all strangers: these do not keep those out. */
const MOST = 64 * 1024 * 1024;

/** A form that comes, and is in memory until its request is answered. */
export interface HeldForm {
  /** So many more bytes of it came. Throws the problem `busy` where there is no room for them. */
  readonly came: (bytes: number) => void;
  /** It is in memory no more; may be called twice. */
  readonly over: () => void;
}

/**
 * Room in memory for forms that come. A form may come for minutes, and a browser sends as many as it likes at once:
 * the number of connections and requests alone would allow gigabytes of them.
 */
export class FormRoom {
  readonly #ofOne = new Map<string, number>();
  readonly #ofAll = { staff: 0, strangers: 0 };

  /**
   * Begins a form of one of the staff (by ID), or of a stranger (by address). Throws the problem `busy` where they, or
   * all together, have too many under way.
   */
  begin(who: { readonly staff: number } | { readonly stranger: string }): HeldForm {
    const kind = "staff" in who ? "staff" : "strangers";
    const one = "staff" in who ? `staff ${who.staff}` : who.stranger;
    let held = 0;
    const hold = (bytes: number) => {
      held += bytes;
      this.#ofAll[kind] += bytes;
      const own = (this.#ofOne.get(one) ?? 0) + bytes;
      if (own === 0) this.#ofOne.delete(one);
      else this.#ofOne.set(one, own);
      return own;
    };
    const came = (bytes: number) => {
      if (hold(bytes) <= MOST_OF_ONE && this.#ofAll[kind] <= MOST) return;
      hold(-held);
      throw new HttpProblem("busy", {}, "error.forms");
    };
    came(EACH_BYTES);
    return { came, over: () => void hold(-held) };
  }
}
