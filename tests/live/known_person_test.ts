import { deepEqual, equal, throws } from "node:assert/strict";
import type { Staff } from "../../lib/domain/staff.ts";
import { HUB_LIMITS, LiveHub } from "../../lib/live/hub.ts";
import { knownPerson, type RightsState } from "../../lib/live/known_person.ts";

const PERSON: Staff = {
  ...{ id: 1, login: "kim", name: "Kim", role: "agent", language: "ko", active: true },
  ...{ extensions: [], operator: false },
};

/** Somebody who is looked up, and how often. */
class Looked {
  times = 0;
  now = 1000;
  until = Infinity;
  person: Staff | null = PERSON;
  readonly known = knownPerson(() => {
    this.times++;
    return this.person && { person: this.person, until: this.until };
  }, () => this.now);
}

Deno.test("somebody is looked up once while no rights change, and again after each change", () => {
  const looked = new Looked();
  for (const rights of ["1", "1", "1", "2", "2", "1"]) equal(looked.known(rights), PERSON);
  equal(looked.times, 3);
});

Deno.test("what is known of somebody ends with their session, to the millisecond", () => {
  const looked = new Looked();
  looked.until = 1500;
  looked.known("1");
  looked.now = 1500;
  looked.known("1");
  equal(looked.times, 1);
  looked.now = 1501;
  looked.person = null;
  equal(looked.known("1"), null);
});

Deno.test("where nobody knows whether rights have changed, each is looked up each time", () => {
  const looked = new Looked();
  for (let i = 0; i < 3; i++) looked.known(null);
  equal(looked.times, 3);
});

Deno.test("a look that failed leaves nothing behind that was known before", () => {
  let fails = false;
  const known = knownPerson(() => {
    if (fails) throw new Error("disk I/O error");
    return { person: PERSON, until: Infinity };
  }, Date.now);
  equal(known("1"), PERSON);
  fails = true;
  throws(() => known("2"), /disk I\/O error/);
  throws(() => known("1"), /disk I\/O error/);
});

/** A hub with `count` streams of one person each, none of which is read. */
function crowd(count: number, rights: () => RightsState) {
  const hub = new LiveHub({ ...HUB_LIMITS, streams: count }, Date.now, { rights });
  const all = Array.from({ length: count }, () => new Looked());
  const bodies = all.map(({ known }, i) =>
    hub.join({ sessionKey: `s${i}`, person: known }, { name: "board", data: {} })!
  );
  return { hub, bodies, looks: () => all.reduce((sum, { times }) => sum + times, 0) };
}

Deno.test("news, a heartbeat and another browser ask once whether rights have changed, and look nobody up", () => {
  let asked = 0;
  const { hub, looks } = crowd(50, () => {
    asked++;
    return "1";
  });
  asked = 0;
  const before = looks();
  hub.publish(() => null);
  hub.publish(() => ({ name: "work", data: { count: 1 } }));
  hub.announce(() => ({ name: "line", data: { state: "open", text: "" } }));
  hub.beat();
  equal(looks(), before);
  equal(asked, 3);
  hub.close();
});

Deno.test("where the database does not say whether rights have changed, each browser is looked up", async () => {
  const { hub, bodies, looks } = crowd(3, () => {
    throw new Error("disk I/O error");
  });
  const before = looks();
  hub.publish(() => ({ name: "work", data: { count: 1 } }));
  equal(looks(), before + 3);
  hub.close();
  for (const body of bodies) equal((await new Response(body).text()).match(/work/g)?.length, 1);
});

Deno.test("events that say the same are one piece of bytes for all who hear them, each with its own words", async () => {
  const hub = new LiveHub();
  const languages = ["ko", "en", "ko", "en"] as const;
  const bodies = languages.map((language, i) =>
    hub.join(
      { sessionKey: `s${i}`, person: () => ({ ...PERSON, language }) },
      { name: "board", data: {} },
    )!
  );
  hub.publish(({ language }) => ({ name: "line", data: { state: "open", text: language } }));
  hub.close();
  const pieces = await Promise.all(bodies.map((body) => Array.fromAsync(body)));
  const told = pieces.map((all) => all.at(-1)!);
  equal(told[0], told[2]);
  equal(told[1], told[3]);
  const texts = told.map((bytes) => /"text":"(..)"/.exec(new TextDecoder().decode(bytes))![1]);
  deepEqual(texts, [...languages]);
});

Deno.test("events that were sent are counted one for each browser", () => {
  const { hub } = crowd(5, () => "1");
  const before = hub.sent.get("work") ?? 0;
  hub.publish(() => ({ name: "work", data: { count: 1 } }));
  equal(hub.sent.get("work"), before + 5);
  hub.close();
});
