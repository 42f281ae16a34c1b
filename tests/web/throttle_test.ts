import { equal, ok } from "node:assert/strict";
import { SignInThrottle } from "../../lib/web/sign_in/throttle.ts";

const T = 1_795_000_000_000;

function fail(throttle: SignInThrottle, times: number, login = "kim", from = "10.0.0.1", now = T) {
  for (let i = 0; i < times; i++) throttle.begin(login, from, now);
}

Deno.test("five wrong passwords are free, the sixth waits, and each one doubles the wait", () => {
  const throttle = new SignInThrottle();
  fail(throttle, 5);
  equal(throttle.begin("kim", "10.0.0.1", T), 1000);
  equal(throttle.begin("kim", "10.0.0.1", T + 1000), 0);
  equal(throttle.begin("kim", "10.0.0.1", T + 1000), 2000);
  equal(throttle.begin("kim", "10.0.0.1", T + 3000), 0);
  equal(throttle.begin("kim", "10.0.0.1", T + 3000), 4000);
});

Deno.test("the wait is never longer than a quarter of an hour", () => {
  const throttle = new SignInThrottle();
  let now = T;
  let longest = 0;
  for (let i = 0; i < 30; i++) {
    const wait = throttle.begin("kim", "10.0.0.1", now);
    longest = Math.max(longest, wait);
    now += wait;
  }
  equal(longest, 15 * 60_000);
});

Deno.test("tries that begin at once count, before any is known to be wrong", () => {
  const throttle = new SignInThrottle();
  const through = Array.from({ length: 100 }, () => throttle.begin("kim", "10.0.0.1", T))
    .filter((wait) => wait === 0);
  equal(through.length, 5);
});

Deno.test("who guesses at one account from elsewhere does not lock its owner out", () => {
  const throttle = new SignInThrottle();
  fail(throttle, 50, "kim", "10.0.0.66");
  equal(throttle.begin("kim", "10.0.0.1", T), 0);
});

Deno.test("one address that tries many accounts waits after twenty", () => {
  const throttle = new SignInThrottle();
  for (let i = 0; i < 20; i++) equal(throttle.begin(`user${i}`, "10.0.0.1", T), 0);
  ok(throttle.begin("user20", "10.0.0.1", T) > 0);
  equal(throttle.begin("user20", "10.0.0.2", T), 0);
});

Deno.test("the right password forgives what was wrong before it", () => {
  const throttle = new SignInThrottle();
  fail(throttle, 4);
  equal(throttle.begin("kim", "10.0.0.1", T), 0);
  throttle.succeeded("kim", "10.0.0.1");
  fail(throttle, 4);
  equal(throttle.begin("kim", "10.0.0.1", T), 0);
});

Deno.test("capital letters make no other account of it", () => {
  const throttle = new SignInThrottle();
  fail(throttle, 3, "kim");
  fail(throttle, 2, "KIM");
  ok(throttle.begin("Kim", "10.0.0.1", T) > 0);
});

Deno.test("after an hour without a try everything is forgotten", () => {
  const throttle = new SignInThrottle();
  fail(throttle, 5);
  const later = T + 60 * 60_000;
  equal(throttle.begin("kim", "10.0.0.1", later), 0);
  equal(throttle.begin("kim", "10.0.0.1", later), 0);
});

Deno.test("a flood of names from everywhere leaves the newest ones counted", () => {
  const throttle = new SignInThrottle();
  for (let i = 0; i < 20_000; i++) throttle.begin(`user${i}`, `10.1.${i >> 8}.${i & 255}`, T);
  fail(throttle, 5, "lee", "10.0.0.1", T + 1);
  ok(throttle.begin("lee", "10.0.0.1", T + 1) > 0);
});

Deno.test("who guesses at one account from everywhere waits after fifty, and its owner at home does not", () => {
  const throttle = new SignInThrottle();
  for (let i = 0; i < 50; i++) equal(throttle.begin("kim", `10.0.${i}.1`, T), 0);
  equal(throttle.begin("kim", "10.0.99.1", T), 1000);
  equal(throttle.begin("lee", "10.0.99.1", T), 0);
  equal(throttle.begin("kim", "10.0.0.7", T, true), 0);
  equal(throttle.begin("KIM", "10.0.98.1", T + 1000), 0);
  equal(throttle.begin("kim", "10.0.97.1", T + 1000), 2000);
});
