import { getLogger } from "@logtape/logtape";

const log = getLogger(["belltower", "guarded"]);

/**
 * What `work` returns, or `refused` where it threw: the one place for what the program does by itself, with nobody
 * there to be told (news after a commit, a message from a worker). The error goes to the log and everything
 * else goes on; `what` names the work there. An error that has a listener belongs to the listener and not here.
 */
export function guarded<T, Refused>(what: string, work: () => T, refused: Refused): T | Refused {
  try {
    return work();
  } catch (error) {
    log.error("{what} failed, and the rest goes on: {error}", { what, error });
    return refused;
  }
}
