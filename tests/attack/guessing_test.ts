import { equal, ok } from "node:assert/strict";
import { hashPassword } from "../../lib/domain/password.ts";
import { openStore } from "../../lib/store/database.ts";
import { setPassword, staffByLogin } from "../../lib/store/staff.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** How much longer a right password may take, in ms. */
const DELAY_MS = 2000;
const GUESSERS = 60;

Deno.test("wrong passwords from everywhere do not hold up a right one from where its owner has been", async () => {
  await using folder = await temporaryFolder();
  const data = `${folder.path}/data`;
  await furnishOffice(data);
  const store = openStore(data);
  setPassword(store, staffByLogin(store, "kim")!.staff.id, await hashPassword(PASSWORD));
  store.close();
  const server = await ServerProcess.start(data, ["--trusted-proxy", "127.0.0.1"]);
  const signIn = async (from: string, login: string, password: string) => {
    const start = performance.now();
    const response = await fetch(`${server.origin}/login`, {
      ...{ method: "POST", redirect: "manual" },
      headers: {
        ...{ origin: server.origin, "x-forwarded-for": from },
        "x-forwarded-proto": "https",
      },
      body: new URLSearchParams({ login, password }),
    });
    await response.body?.cancel();
    return { status: response.status, took: performance.now() - start };
  };
  try {
    const alone = await signIn("192.168.0.7", "kim", PASSWORD);
    equal(alone.status, 303);
    let goesOn = true;
    const guessing = Array.from({ length: GUESSERS }, async (_, i) => {
      while (goesOn) await signIn(`10.0.${i}.1`, `name${i}`, "wrong");
    });
    try {
      for (let turn = 0; turn < 5; turn++) {
        const { status, took } = await signIn("192.168.0.7", "kim", PASSWORD);
        equal(status, 303);
        const delay = Math.round(took - alone.took);
        ok(delay < DELAY_MS, `it took ${delay} ms longer than alone`);
      }
    } finally {
      goesOn = false;
      await Promise.all(guessing);
    }
  } finally {
    await server.stop();
  }
});
