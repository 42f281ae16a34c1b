import { equal } from "node:assert/strict";
import { placeFor, type Places } from "../../lib/gate/place.ts";

/** `a:idle since 5`, or `a:at work`. */
type Guest = `${string}:${number | "at work"}`;

const NOW = 100;

/** Whose place somebody from `address` gets where these are there. */
function place(address: string, guests: readonly Guest[], places: Places): string {
  const all = guests.map((name) => {
    const [hostname = "", since = ""] = name.split(":");
    const idle = since !== "at work";
    const times = { idle, idleMs: (now: number) => now - Number(since) };
    return { name, remoteAddr: { hostname }, times };
  });
  const found = placeFor(address, new Set(all), places, NOW);
  return typeof found === "string" ? found : found.name;
}

Deno.test("there is a place until there are as many as may be", () => {
  const places = { all: 3, own: 2 };
  equal(place("a", ["b:1", "b:2"], places), "free");
  equal(place("a", ["a:1", "b:2"], places), "free");
  equal(place("a", ["b:3", "b:1", "c:2"], places), "b:1");
});

Deno.test("whoever has as many as one address may takes the longest idle one of the own", () => {
  const places = { all: 9, own: 3 };
  equal(place("a", ["b:1", "a:at work", "a:7", "a:5"], places), "a:5");
  equal(place("a", ["b:1", "a:at work", "a:at work", "a:at work"], places), "none");
});

Deno.test("where all places are taken, room is made by the address with the most idle ones, and by nobody at work", () => {
  const places = { all: 5, own: 5 };
  equal(place("a", ["c:1", "b:9", "c:at work", "c:at work", "b:8"], places), "b:8");
  equal(place("a", ["b:9", "b:8", "c:1", "c:at work", "c:at work"], places), "b:8");
  equal(place("a", ["b:at work", "b:at work", "b:at work", "c:4", "d:at work"], places), "c:4");
  equal(place("a", Array.from({ length: 5 }, () => "b:at work" as const), places), "none");
});

Deno.test("of two that are idle for as long, the one who came first makes room", () => {
  equal(place("a", ["b:at work", "b:5", "c:5"], { all: 3, own: 3 }), "b:5");
  equal(place("a", ["b:at work", "b:5", "b:5.0"], { all: 3, own: 3 }), "b:5");
});
