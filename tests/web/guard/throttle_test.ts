import { equal, ok } from "node:assert/strict";
import { type Attempt, SignInThrottle } from "../../../lib/web/guard/throttle.ts";

const T = 1_795_000_000_000;
/** The accounts that there are; any other name is invented. */
const ACCOUNTS: Readonly<Record<string, number>> = { kim: 1, lee: 2 };

/** A throttle that knows which accounts there are. */
class Door {
  readonly throttle = new SignInThrottle();

  begin(login: string, address: string, now: number, atHome = false): number {
    return this.throttle.begin(attempt(login, address, atHome), now);
  }

  succeeded(login: string, address: string, atHome = false): void {
    this.throttle.succeeded(attempt(login, address, atHome));
  }
}

function attempt(login: string, address: string, atHome: boolean): Attempt {
  return { account: ACCOUNTS[login.toLowerCase()] ?? null, login, address, atHome };
}

function fail(door: Door, times: number, login = "kim", from = "10.0.0.1", now = T) {
  for (let i = 0; i < times; i++) door.begin(login, from, now);
}

Deno.test("five wrong passwords are free, the sixth waits, and each one doubles the wait", () => {
  const throttle = new Door();
  fail(throttle, 5);
  equal(throttle.begin("kim", "10.0.0.1", T), 1000);
  equal(throttle.begin("kim", "10.0.0.1", T + 1000), 0);
  equal(throttle.begin("kim", "10.0.0.1", T + 1000), 2000);
  equal(throttle.begin("kim", "10.0.0.1", T + 3000), 0);
  equal(throttle.begin("kim", "10.0.0.1", T + 3000), 4000);
});

Deno.test("the wait is never longer than a quarter of an hour", () => {
  const throttle = new Door();
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
  const throttle = new Door();
  const through = Array.from({ length: 100 }, () => throttle.begin("kim", "10.0.0.1", T))
    .filter((wait) => wait === 0);
  equal(through.length, 5);
});

Deno.test("who guesses at one account from elsewhere does not lock its owner out", () => {
  const throttle = new Door();
  fail(throttle, 50, "kim", "10.0.0.66");
  equal(throttle.begin("kim", "10.0.0.1", T), 0);
});

Deno.test("one address that tries many accounts waits after twenty", () => {
  const throttle = new Door();
  for (let i = 0; i < 20; i++) equal(throttle.begin(`user${i}`, "10.0.0.1", T), 0);
  ok(throttle.begin("user20", "10.0.0.1", T) > 0);
  equal(throttle.begin("user20", "10.0.0.2", T), 0);
});

Deno.test("the right password forgives what was wrong before it", () => {
  const throttle = new Door();
  fail(throttle, 4);
  equal(throttle.begin("kim", "10.0.0.1", T), 0);
  throttle.succeeded("kim", "10.0.0.1");
  fail(throttle, 4);
  equal(throttle.begin("kim", "10.0.0.1", T), 0);
});

Deno.test("capital letters make no other account of it", () => {
  const throttle = new Door();
  fail(throttle, 3, "kim");
  fail(throttle, 2, "KIM");
  ok(throttle.begin("Kim", "10.0.0.1", T) > 0);
});

Deno.test("after an hour without a try everything is forgotten", () => {
  const throttle = new Door();
  fail(throttle, 5);
  const later = T + 60 * 60_000;
  equal(throttle.begin("kim", "10.0.0.1", later), 0);
  equal(throttle.begin("kim", "10.0.0.1", later), 0);
});

Deno.test("no flood of invented names and addresses makes the guesses at an account be forgotten", () => {
  const throttle = new Door();
  for (let i = 0; i < 50; i++) throttle.begin("kim", `10.0.${i}.1`, T);
  fail(throttle, 5, "lee", "10.0.0.7", T);
  for (let i = 0; i < 5; i++) throttle.begin("lee", "10.0.0.9", T, true);
  for (let i = 0; i < 30_000; i++) {
    throttle.begin(`user${i}`, `11.${i >> 16}.${i >> 8 & 255}.${i & 255}`, T);
  }
  ok(throttle.begin("kim", "10.0.99.1", T) > 0, "guessed at from everywhere");
  ok(throttle.begin("lee", "10.0.0.9", T, true) > 0, "guessed at from its home");
});

Deno.test("all addresses of an IPv6 network are one, and many networks of one site are slowed down together", () => {
  const throttle = new Door();
  for (let i = 0; i < 5; i++) equal(throttle.begin("kim", `2001:db8:1:1::${i + 1}`, T), 0);
  equal(throttle.begin("kim", "2001:db8:1:1:ffff::9", T), 1000);
  for (let i = 0; i < 15; i++) equal(throttle.begin(`user${i}`, `2001:db8:1:1::${i + 1}`, T), 0);
  ok(throttle.begin("user15", "2001:db8:1:1:aaaa::1", T) > 0);
  const networks = Array.from({ length: 200 }, (_, i) => `2001:db8:2:${i.toString(16)}::1`);
  const through = networks.filter((from, i) => throttle.begin(`other${i}`, from, T) === 0);
  equal(through.length, 100);
  equal(throttle.begin("user99", "2001:db8:3::1", T), 0);
});

Deno.test("an owner at home is not held up by their neighbours in the same IPv6 network", () => {
  const throttle = new Door();
  fail(throttle, 20, "kim", "2001:db8:1:1::66");
  for (let i = 0; i < 300; i++) throttle.begin(`user${i}`, `2001:db8:1:${i % 9}::66`, T);
  ok(throttle.begin("kim", "2001:db8:1:1::7", T) > 0, "somebody new in that network");
  equal(throttle.begin("kim", "2001:db8:1:1::7", T, true), 0);
});

Deno.test("who guesses the password of their own session waits, and strangers who guess at the account do not matter", () => {
  const { throttle } = new Door();
  for (let i = 0; i < 200; i++) throttle.begin(attempt("kim", `10.0.${i}.1`, false), T);
  for (let i = 0; i < 4; i++) equal(throttle.beginOwn("session", T), 0);
  equal(throttle.beginOwn("session", T), 0);
  equal(throttle.beginOwn("session", T), 1000);
  equal(throttle.beginOwn("another", T), 0);
  throttle.succeededOwn("session");
  equal(throttle.beginOwn("session", T), 0);
});

Deno.test("who guesses at one account from everywhere waits after fifty, and its owner at home does not", () => {
  const throttle = new Door();
  for (let i = 0; i < 50; i++) equal(throttle.begin("kim", `10.0.${i}.1`, T), 0);
  equal(throttle.begin("kim", "10.0.99.1", T), 1000);
  equal(throttle.begin("lee", "10.0.99.1", T), 0);
  equal(throttle.begin("kim", "10.0.0.7", T, true), 0);
  equal(throttle.begin("KIM", "10.0.98.1", T + 1000), 0);
  equal(throttle.begin("kim", "10.0.97.1", T + 1000), 2000);
});

Deno.test("nobody waits for the moment from which the clock was set back", () => {
  const throttle = new Door();
  const ahead = T + 9 * 3_600_000;
  throttle.begin("kim", "10.0.0.1", ahead);
  throttle.succeeded("kim", "10.0.0.1");
  fail(throttle, 30, "lee", "10.0.0.1", ahead);
  equal(throttle.begin("kim", "10.0.0.1", T), 0);
  // From then on guesses are slowed down as ever.
  fail(throttle, 30, "lee", "10.0.0.1", T + 1);
  ok(throttle.begin("lee", "10.0.0.1", T + 2) > 0);
});
