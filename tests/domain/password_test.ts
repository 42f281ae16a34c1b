import { equal, match, notEqual, rejects } from "node:assert/strict";
import { hashPassword, verifyPassword } from "../../lib/domain/password.ts";

Deno.test("a password opens what was made of it, and no other does", async () => {
  const hash = await hashPassword("맑은 아침 1");
  equal(await verifyPassword("맑은 아침 1", hash), true);
  equal(await verifyPassword("맑은 아침 2", hash), false);
  equal(await verifyPassword("", hash), false);
});

Deno.test("the same password is kept differently each time, and never as it is", async () => {
  const [one, two] = [await hashPassword("hunter22"), await hashPassword("hunter22")];
  notEqual(one, two);
  match(one, /^scrypt\$65536\$8\$1\$[\w+/=]{24}\$[\w+/=]{44}$/);
});

Deno.test("a password typed on a Mac opens on Windows", async () => {
  equal(
    await verifyPassword("비밀".normalize("NFC"), await hashPassword("비밀".normalize("NFD"))),
    true,
  );
});

Deno.test("a hash made with other parameters stays good", async () => {
  const hash = "scrypt$16$1$1$c2FsdA==$bxDzWAMi3QdaSJMNby3GhoHRrHynt4CgqCaEMJ7dp18=";
  equal(await verifyPassword("right", hash), true);
  equal(await verifyPassword("wrong", hash), false);
});

Deno.test("what is no hash is an error, not a wrong password", async () => {
  await rejects(() => verifyPassword("x", "plain"), {
    name: "RangeError",
    message: "the stored password is no scrypt hash",
  });
});
