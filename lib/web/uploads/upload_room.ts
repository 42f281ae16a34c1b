import { freeBytes, megabytes } from "../../store/data_folder.ts";
import { DayQuota } from "./day_quota.ts";
import { HttpProblem } from "../http_problem.ts";

/** What files of people leave free on the disk: calls and notes have to be stored when nothing else can be. */
const RESERVE_BYTES = 256 * 1024 * 1024;
/** How often uploads look at the disk again: all of them together, so that a hundred at once pass no border unseen. */
const LOOK_EVERY_BYTES = 16 * 1024 * 1024;

/** What of the server the room for uploads is told by. */
export interface UploadRoomDeps {
  /** The data folder; ":memory:" has no disk that could be full. */
  readonly data: string;
  /** ms since the epoch, UTC. */
  readonly clock: () => number;
  /** How many bytes a person may send a day. */
  readonly quota: () => number;
  readonly free?: (directory: string) => number;
}

/**
 * Whether files may still come in: a person has a quota a day, and nobody fills the disk. What breaks off counts, too:
 * it was written.
 */
export class UploadRoom {
  readonly #deps: UploadRoomDeps;
  readonly #sent: DayQuota;
  /** Bytes that came since the last look at the disk. */
  #unlooked = 0;

  constructor(deps: UploadRoomDeps) {
    this.#deps = deps;
    this.#sent = new DayQuota({ clock: deps.clock, most: deps.quota });
  }

  /**
   * Lets a file of `announced` bytes in; `who` is the ID of one of the staff, or null where no quota counts. Call what it
   * returns for every piece that came. Both throw the problem `quota` or `no_room`.
   */
  begin(who: number | null, announced: number): (bytes: number) => void {
    this.#requireFree(announced);
    if (who !== null) this.#requireQuota(who, announced);
    return (bytes) => {
      if (who !== null) {
        this.#sent.add(who, bytes);
        // Another file of theirs may have come meanwhile.
        this.#requireQuota(who, 0);
      }
      this.#unlooked += bytes;
      if (this.#unlooked < LOOK_EVERY_BYTES) return;
      this.#unlooked = 0;
      this.#requireFree(0);
    };
  }

  #requireFree(more: number): void {
    const { data, free = freeBytes } = this.#deps;
    if (data === ":memory:" || free(data) - more >= RESERVE_BYTES) return;
    throw new HttpProblem("no_room", { reserve: megabytes(RESERVE_BYTES) });
  }

  #requireQuota(who: number, more: number): void {
    if (this.#sent.has(who, more)) return;
    throw new HttpProblem("quota", { quota: megabytes(this.#sent.most) });
  }
}
