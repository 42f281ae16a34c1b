import { getLogger } from "@logtape/logtape";

const log = getLogger(["belltower", "server"]);

/**
 * From now on an error that nobody caught is logged and does not end the program: an office that rings is not cut
 * off for a defect in one corner. That is safe here, since what is promised stands in the database alone: a
 * transaction that threw has been rolled back, a request that threw was answered, and every timer goes on by
 * itself (base/keep.ts). Called once, when the server runs; before, an error ends the start with its sentence.
 */
export function surviveErrors(): void {
  globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    log.error("Nobody caught this error, and the rest goes on: {error}", { error: event.reason });
  });
  globalThis.addEventListener("error", (event) => {
    event.preventDefault();
    log.error("Nobody caught this error, and the rest goes on: {error}", { error: event.error });
  });
}
