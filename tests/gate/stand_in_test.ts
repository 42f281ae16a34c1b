import { equal, ok } from "node:assert/strict";
import { StandIn } from "../../lib/gate/stand_in.ts";

/** What the server writes for the stand-in. */
function written({ response }: StandIn, version = "1.1"): string {
  const fields = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return `HTTP/${version} 200 OK\r\n${fields}content-length: 0\r\n\r\n`;
}

/** What comes through of the text in such pieces, as far as the stand-in. */
function sieved(standIn: StandIn, pieces: readonly string[]): string {
  let through = "";
  for (const piece of pieces) {
    if (standIn.said) break;
    through += new TextDecoder().decode(standIn.before(new TextEncoder().encode(piece)));
  }
  return through + new TextDecoder().decode(standIn.rest);
}

Deno.test("what the server says before its stand-in comes through, wherever it is cut, and the stand-in does not", () => {
  const before = `HTTP/1.1 304 Not Modified\r\n\r\nHTTP/1.1 200 OK\r\n\r\n${"x".repeat(2000)}`;
  for (let cut = 0; cut < 2300; cut++) {
    const standIn = new StandIn();
    const all = before + written(standIn, cut % 2 === 0 ? "1.1" : "1.0");
    equal(sieved(standIn, [all.slice(0, cut), all.slice(cut)]), before);
  }
  const standIn = new StandIn();
  equal(sieved(standIn, [...before + written(standIn)]), before);
});

Deno.test("a server that closes its end without its stand-in has said only what comes through", () => {
  for (const said of ["", "HTTP/1.1 304 Not Modified\r\n\r\n", "x".repeat(5000)]) {
    equal(sieved(new StandIn(), [said]), said);
  }
});

Deno.test("nobody can say another's stand-in", () => {
  const [one, other] = [new StandIn(), new StandIn()];
  ok(written(one) !== written(other));
  equal(sieved(one, [written(other)]), written(other));
});
