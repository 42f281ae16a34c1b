import { deepEqual, equal } from "node:assert/strict";
import { hashPassword } from "../../lib/domain/password.ts";
import { PasswordCheck } from "../../lib/web/sign_in/password_check.ts";

const HASH = await hashPassword("correct horse");
/** Of no known password, and quickly compared. */
const CHEAP = `scrypt$16$1$1$${btoa("salt")}$${btoa("x".repeat(32))}`;

Deno.test("the right password fits, another one does not, and none fits an unknown account", async () => {
  const check = new PasswordCheck();
  equal(await check.fits("correct horse", HASH), true);
  equal(await check.fits("wrong", HASH), false);
  equal(await check.fits("correct horse", null), false);
});

Deno.test("an unknown account takes the work of a known one", async () => {
  const check = new PasswordCheck();
  const time = async (hash: string | null) => {
    const from = performance.now();
    await check.fits("wrong", hash);
    return performance.now() - from;
  };
  const known = Math.min(await time(HASH), await time(HASH), await time(HASH));
  const unknown = Math.min(await time(null), await time(null), await time(null));
  equal(unknown > known / 3, true, `${unknown} ms against ${known} ms`);
});

Deno.test("many at once wait for their turn, and far too many are told to come again", async () => {
  const check = new PasswordCheck();
  const [first, ...others] = [HASH, ...Array.from({ length: 37 }, () => CHEAP)];
  const answers = await Promise.all(
    [first, ...others].map((hash) => check.fits("correct horse", hash ?? null)),
  );
  deepEqual(answers.slice(0, 36), [true, ...Array.from({ length: 35 }, () => false)]);
  deepEqual(answers.slice(36), ["busy", "busy"]);
  equal(await check.fits("correct horse", HASH), true);
});
