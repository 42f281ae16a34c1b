/** A reader's thread that does what `workerData.file` says, in place of reading; `workerData.over` is 1 when its test is over. */
import { parentPort, workerData } from "node:worker_threads";

const kept: unknown[] = [];
switch (workerData.file) {
  case "turns for ever":
    // Nobody can end such a thread: it ends with its test, or it would take a core from all that come later.
    while (Atomics.load(new Int32Array(workerData.over), 0) === 0);
    break;
  case "fills its heap":
    for (let i = 0;; i++) kept.push({ i, text: `x${i}` });
  /* falls through */
  case "fills the memory":
    for (let i = 0;; i++) {
      kept.push(new Uint8Array(1024 * 1024).fill(i));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  /* falls through */
  case "throws":
    setTimeout(() => {
      throw new Error("unruly");
    });
    parentPort!.on("message", () => undefined);
}
