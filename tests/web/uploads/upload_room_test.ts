import { equal, throws } from "node:assert/strict";
import { HttpProblem } from "../../../lib/web/http_problem.ts";
import { UploadRoom } from "../../../lib/web/uploads/upload_room.ts";

const MB = 1024 * 1024;

function problem(name: string): (error: unknown) => boolean {
  return (error) => error instanceof HttpProblem && error.problem === name;
}

Deno.test("files leave room on the disk for calls and notes, and a long one asks again", () => {
  let free = 1000 * MB;
  const room = new UploadRoom({
    ...{ data: "/data", clock: () => 0, quota: () => 5000 * MB },
    free: () => free,
  });
  throws(() => room.begin(1, 800 * MB), problem("no_room"));
  // An administrator's restore has no quota, and no more room than there is.
  throws(() => room.begin(null, 800 * MB), problem("no_room"));
  const came = room.begin(1, 700 * MB);
  came(15 * MB);
  free = 200 * MB;
  throws(() => came(MB), problem("no_room"));
  free = 1000 * MB;
  came(MB);
});

Deno.test("what broke off counts in the quota of the day", () => {
  let now = 0;
  const room = new UploadRoom({
    ...{ data: ":memory:", clock: () => now, quota: () => 10 * MB },
  });
  room.begin(1, 10 * MB)(6 * MB);
  throws(() => room.begin(1, 5 * MB), problem("quota"));
  equal(typeof room.begin(2, 10 * MB), "function");
  now = 86_400_000;
  equal(typeof room.begin(1, 10 * MB), "function");
});

Deno.test("many files at once bring no more than the quota of the day, and pass no full disk unseen", () => {
  let free = 1000 * MB;
  const room = new UploadRoom({
    ...{ data: "/data", clock: () => 0, quota: () => 10 * MB },
    free: () => free,
  });
  const [one, other] = [room.begin(1, 8 * MB), room.begin(1, 8 * MB)];
  one(8 * MB);
  other(2 * MB);
  throws(() => other(MB), problem("quota"));
  free = 200 * MB;
  throws(() => room.begin(null, 0), problem("no_room"));
  free = 1000 * MB;
  const [first, second] = [room.begin(2, 8 * MB), room.begin(3, 8 * MB)];
  free = 200 * MB;
  throws(() => {
    first(8 * MB);
    second(8 * MB);
  }, problem("no_room"));
});

Deno.test("a day that began before the clock was set back is over", () => {
  let now = 30 * 86_400_000;
  const room = new UploadRoom({
    ...{ data: ":memory:", clock: () => now, quota: () => 10 * MB },
  });
  room.begin(1, 10 * MB)(10 * MB);
  now = 0;
  equal(typeof room.begin(1, 10 * MB), "function");
});
