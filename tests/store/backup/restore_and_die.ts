/** `restore_and_die.ts DATA STEP`: puts the candidate in place, and is killed behind that step. */
import { putInPlace } from "../../../lib/store/backup/put_in_place.ts";
import { lockData } from "../../../lib/store/data_lock.ts";

const [data, dying] = Deno.args;
lockData(data!);
putInPlace(data!, Date.UTC(2026, 10, 21), (step) => {
  if (step === dying) Deno.kill(Deno.pid, "SIGKILL");
});
