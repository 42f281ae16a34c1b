import { deepEqual, equal, ok } from "node:assert/strict";
import { hashPassword } from "../../../lib/domain/password.ts";
import { PasswordCheck } from "../../../lib/web/guard/password_check.ts";

const HASH = await hashPassword("correct horse");
const STRANGER = { place: "10.0.0.66", known: false };

Deno.test("the right password fits, another one does not, and none fits an unknown account", async () => {
  const check = new PasswordCheck();
  equal(await check.fits("correct horse", HASH, STRANGER), true);
  equal(await check.fits("wrong", HASH, STRANGER), false);
  equal(await check.fits("correct horse", null, STRANGER), false);
});

Deno.test("an unknown account takes the work of a known one", async () => {
  const check = new PasswordCheck();
  const time = async (hash: string | null) => {
    const from = performance.now();
    await check.fits("wrong", hash, STRANGER);
    return performance.now() - from;
  };
  const known = Math.min(await time(HASH), await time(HASH), await time(HASH));
  const unknown = Math.min(await time(null), await time(null), await time(null));
  equal(unknown > known / 3, true, `${unknown} ms against ${known} ms`);
});

async function someTurns(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await null;
}

/** Compares nothing before it is told; `working` is which passwords are at work. */
function heldUp() {
  const atWork: { password: string; end: () => void }[] = [];
  const check = new PasswordCheck((password) =>
    new Promise((resolve) => {
      const one = {
        password,
        end() {
          atWork.splice(atWork.indexOf(one), 1);
          resolve(password === "right");
        },
      };
      atWork.push(one);
    })
  );
  const ask = (password: string, place: string, known = false) =>
    check.fits(password, "hash", { place, known });
  const working = () => atWork.map(({ password }) => password);
  /** Ends the one that began first; resolves when the next has begun. */
  const endOne = async () => {
    await someTurns();
    atWork[0]?.end();
    await someTurns();
  };
  return { ask, working, endOne };
}

Deno.test("whoever is where their account has been at home waits for no stranger", async () => {
  const { ask, working, endOne } = heldUp();
  const strangers = Array.from({ length: 30 }, (_, i) => ask("wrong", `10.0.0.${i}`));
  await endOne();
  const right = ask("right", "10.0.1.1", true);
  await someTurns();
  ok(working().includes("right"), "begins at once");
  while (working().length > 0) await endOne();
  equal(await right, true);
  deepEqual(new Set(await Promise.all(strangers)), new Set([false]));
});

Deno.test("strangers wait in turn by where they come from, and a crowd holds up itself", async () => {
  const { ask, working, endOne } = heldUp();
  const crowd = Array.from({ length: 34 }, () => ask("crowd", "10.0.0.66"));
  const one = ask("one", "10.0.0.7");
  const two = ask("two", "10.0.0.8");
  equal(await crowd.at(-1), "busy");
  equal(await crowd.at(-2), "busy");
  // Two of the crowd are at work; behind them it is everybody's turn once.
  for (let ended = 0; ended < 5; ended++) await endOne();
  deepEqual(working(), ["crowd", "crowd"]);
  deepEqual([await one, await two], [false, false]);
});

Deno.test("far too many are told to come again, and the next one is not", async () => {
  const { ask, working, endOne } = heldUp();
  const places = Array.from({ length: 35 }, (_, i) => ask("wrong", `10.0.${i}.1`));
  equal(await places.at(-1), "busy");
  await someTurns();
  while (working().length > 0) await endOne();
  const answers = await Promise.all(places);
  deepEqual(answers.map((answer) => answer === "busy"), places.map((_, i) => i === 34));
  const right = ask("right", "10.0.0.1");
  await endOne();
  equal(await right, true);
});
