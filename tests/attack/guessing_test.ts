import { equal, ok } from "node:assert/strict";
import { hashPassword } from "../../lib/domain/password.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { setPassword, staffByLogin } from "../../lib/store/staff.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const GUESSERS = 60;
/**
 * So many guesses may be answered while a right password is compared: those that were being compared already, and what
 * is compared beside it. In one queue with all of them it would be thirty and more. How long that takes is the machine's.
 */
const MOST_BEFORE = 12;
/** A wrong password that was compared; one that is slowed down is answered at once, with another status. */
const COMPARED = 422;

Deno.test("wrong passwords from everywhere do not hold up a right one from where its owner has been", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  await furnishOffice(data);
  const store = openStore(data);
  setPassword(store, staffByLogin(store, "kim")!.staff.id, await hashPassword(PASSWORD));
  store.close();
  const server = await ServerProcess.start(data, ["--trusted-proxy", "127.0.0.1"]);
  const signIn = async (from: string, login: string, password: string) => {
    const response = await fetch(`${server.origin}/login`, {
      ...{ method: "POST", redirect: "manual" },
      headers: {
        ...{ origin: server.origin, "x-forwarded-for": from },
        "x-forwarded-proto": "https",
      },
      body: new URLSearchParams({ login, password }),
    });
    await response.body?.cancel();
    return response.status;
  };
  try {
    equal(await signIn("192.168.0.7", "kim", PASSWORD), 303);
    let [goesOn, compared] = [true, 0];
    const guessing = Array.from({ length: GUESSERS }, async (_, i) => {
      while (goesOn) {
        if (await signIn(`10.0.${i}.1`, `name${i}`, "wrong") === COMPARED) compared++;
      }
    });
    try {
      for (let turn = 0; turn < 5; turn++) {
        const before = compared;
        equal(await signIn("192.168.0.7", "kim", PASSWORD), 303);
        ok(compared - before <= MOST_BEFORE, `${compared - before} guesses went before`);
      }
    } finally {
      goesOn = false;
      await Promise.all(guessing);
    }
  } finally {
    await server.stop();
  }
});
