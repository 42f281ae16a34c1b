import { equal } from "node:assert/strict";
import fc from "fast-check";
import { encodeEvent, EventStream } from "../../lib/live/event_stream.ts";

/** What a browser makes of a stream, by the rules of the standard. */
function parse(text: string): { id: string; name: string; data: string }[] {
  return text.split("\n\n").filter((block) => block !== "").map((block) => {
    const lines = block.split("\n").map((line) => line.split(/: (.*)/s, 2));
    const all = (field: string) =>
      lines.filter(([name]) => name === field).map(([, value]) => value);
    return {
      id: all("id").join(),
      name: all("event").join(),
      data: all("data").join("\n"),
    };
  });
}

Deno.test("an event has an id, a name and its data", () => {
  equal(encodeEvent("b-1", "call", "{}"), "id: b-1\nevent: call\ndata: {}\n\n");
});

Deno.test("no text ends an event early or forges another one", () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\r", ":", " ") }), (data) => {
    const stream = encodeEvent("1", "call", data) + encodeEvent("2", "beat", "{}");
    const events = parse(stream);
    equal(events.length, 2);
    equal(events[0]?.data, data.replace(/\r\n|\r/g, "\n"));
    equal(events[1]?.name, "beat");
  }));
});

Deno.test("a stream takes no more than its browser has room for", () => {
  const stream = new EventStream(2, () => {});
  equal(stream.write("a"), true);
  equal(stream.write("b"), true);
  equal(stream.write("c"), false);
});

Deno.test("what was written before the end still arrives, in order, and the last word behind it", async () => {
  const stream = new EventStream(2, () => {});
  stream.write("a");
  stream.write("b");
  stream.end("c");
  equal(stream.write("d"), false);
  equal(await new Response(stream.body).text(), "abc");
});

Deno.test("a browser that goes away is noticed once, and nothing more is written to it", async () => {
  let gone = 0;
  const stream = new EventStream(2, () => gone += 1);
  await stream.body.cancel();
  equal(gone, 1);
  equal(stream.write("a"), false);
  stream.end();
  equal(gone, 1);
});
