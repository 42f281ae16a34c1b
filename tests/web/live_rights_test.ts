import { deepEqual, equal, throws } from "node:assert/strict";
import type { Role, Staff } from "../../lib/domain/staff.ts";
import { frameEventFor } from "../../lib/live/call_audience.ts";
import type { LiveEvent } from "../../lib/live/live_event.ts";
import { assignExtension, updateExtension } from "../../lib/store/extensions.ts";
import { endSession, pruneSessions, sessionsOf, touchSession } from "../../lib/store/sessions.ts";
import { setActive, setLanguage, setPassword, updateStaff } from "../../lib/store/staff.ts";
import { createWallScreen, endWallScreen } from "../../lib/store/wall_screens.ts";
import { newToken, tokenHash } from "../../lib/web/guard/session_token.ts";
import { until } from "../support/wait.ts";
import { type Browser, WebOffice } from "../support/web_office.ts";

/**
 * Who listens is known to the hub, and looked up again only where rights have changed. Here they change behind its back,
 * in the database alone, as another process or a page that tells the hub nothing would change them.
 */

/** What a browser's stream brings, as it comes. */
class Heard {
  readonly #reader: ReadableStreamDefaultReader<string>;
  #text = "";
  ended = false;

  constructor(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
    this.#reader = body.pipeThrough(new TextDecoderStream()).getReader();
    void this.#read();
  }

  static async by(browser: Browser, path = "/live"): Promise<Heard> {
    const heard = new Heard((await browser.get(path)).body!);
    await until(() => heard.names().includes("hello"));
    heard.forget();
    return heard;
  }

  /** The events that came since the last time somebody forgot, by their names. */
  names(): string[] {
    return [...this.#text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name!);
  }

  /** How often the secret has come. */
  secrets(): number {
    return this.#text.split('"count":416').length - 1;
  }

  get text(): string {
    return this.#text;
  }

  forget(): void {
    this.#text = "";
  }

  async #read(): Promise<void> {
    for (;;) {
      const { value, done } = await this.#reader.read();
      if (done) break;
      this.#text += value;
    }
    this.ended = true;
  }
}

const SECRET: LiveEvent = { name: "work", data: { count: 416 } };

/** Tells everybody something; resolves when `witness`, who may hear it, has. */
async function tell(office: WebOffice, witness: Heard, news: (person: Staff) => LiveEvent | null) {
  witness.forget();
  office.hub.publish(news);
  // Behind it in every stream, so that what was to come has come.
  office.hub.publish(() => ({ name: "notices", data: {} }));
  await until(() => witness.names().includes("notices"));
}

/** Ends kim's stream in that way, and shows that nothing more came than why it ended. */
async function endsTheStream(end: (office: WebOffice, kim: Staff) => void): Promise<void> {
  using office = new WebOffice();
  const [kim, lee] = [
    await Heard.by(office.browser("kim")),
    await Heard.by(office.browser("lee")),
  ];
  await tell(office, lee, () => SECRET);
  await until(() => kim.names().includes("notices"));
  kim.forget();
  end(office, office.staff("kim"));
  await tell(office, lee, () => SECRET);
  await until(() => kim.ended);
  deepEqual(kim.names(), ["signed_out"]);
  deepEqual(lee.names().slice(-2), ["work", "notices"]);
}

Deno.test("whoever is signed out hears nothing more", () =>
  endsTheStream(({ store }, { id }) => {
    for (const session of sessionsOf(store, id)) endSession(store, session.tokenHash);
  }));

Deno.test("whoever is given another password hears nothing more", () =>
  endsTheStream(({ store }, { id }) => setPassword(store, id, "another", true)));

Deno.test("whoever has to choose another password hears nothing before", () =>
  endsTheStream(({ store }, { id }) =>
    store.run("UPDATE staff SET must_change_password = 1 WHERE id = ?", id)
  ));

Deno.test("whoever's account is switched off hears nothing more", () =>
  endsTheStream(({ store }, { id }) => setActive(store, id, false)));

Deno.test("an account that is switched off alone, with its session left, hears nothing more", () =>
  endsTheStream(({ store }, { id }) => store.run("UPDATE staff SET active = 0 WHERE id = ?", id)));

Deno.test("whose extension is tied to another address hears nothing more at this one", () =>
  endsTheStream(({ store }) => updateExtension(store, "202", { address: "192.0.2.7" })));

Deno.test("whoever is given an extension that is tied to another address hears nothing more at this one", () =>
  endsTheStream(({ store }, { id }) => {
    updateExtension(store, "205", { address: "192.0.2.7" });
    assignExtension(store, "205", id);
  }));

Deno.test("sessions that are forgotten since nobody used them hear nothing more", () =>
  endsTheStream(({ store, now }, { id }) => {
    for (const { tokenHash } of sessionsOf(store, id)) touchSession(store, tokenHash, now - 1000);
    equal(pruneSessions(store, now, 0), 1);
  }));

Deno.test("a session that nobody used for twelve hours hears nothing more, though nothing was written", async () => {
  using office = new WebOffice();
  const kim = await Heard.by(office.browser("kim"));
  const began = office.now;
  office.now = began + 12 * 3_600_000;
  // The next one signs in now.
  const lee = await Heard.by(office.browser("lee"));
  await tell(office, lee, () => SECRET);
  await until(() => kim.names().includes("notices"));
  kim.forget();
  office.now += 1;
  await tell(office, lee, () => SECRET);
  await until(() => kim.ended);
  deepEqual(kim.names(), ["signed_out"]);
});

Deno.test("a session that was used meanwhile hears on, past what was known of its end", async () => {
  using office = new WebOffice();
  const kim = await Heard.by(office.browser("kim"));
  const began = office.now;
  office.now = began + 11 * 3_600_000;
  for (const { tokenHash } of sessionsOf(office.store, office.staff("kim").id)) {
    touchSession(office.store, tokenHash, office.now);
  }
  office.now = began + 13 * 3_600_000;
  const lee = await Heard.by(office.browser("lee"));
  await tell(office, lee, () => SECRET);
  await until(() => kim.secrets() === 1);
});

function withRole({ login, name, language }: Staff, role: Role) {
  return { login, name, language, role };
}

Deno.test("an administrator who is one no more hears of no frame, nor a supervisor of other people's calls", async () => {
  using office = new WebOffice();
  const [admin, chief, oper] = [
    await Heard.by(office.browser("admin")),
    await Heard.by(office.browser("super")),
    await Heard.by(office.browser("oper")),
  ];
  const frames = (person: Staff) => frameEventFor(person, 1);
  await tell(office, oper, frames);
  await until(() => admin.names().includes("frame"));
  office.rings("1", "202", "01012345678");
  await until(() => chief.names().includes("call"));
  for (const login of ["admin", "super"]) {
    const person = office.staff(login);
    updateStaff(office.store, person.id, withRole(person, "agent"));
  }
  for (const heard of [admin, chief]) heard.forget();
  await tell(office, oper, frames);
  office.answers("1", "202");
  await tell(office, oper, () => SECRET);
  for (const heard of [admin, chief]) {
    await until(() => heard.secrets() === 1);
    equal(heard.names().includes("frame"), false);
    equal(heard.names().includes("call"), false);
  }
});

Deno.test("a person who becomes a supervisor hears of every call from the next one on", async () => {
  using office = new WebOffice();
  const kim = await Heard.by(office.browser("kim"));
  const person = office.staff("kim");
  office.rings("1", "203", "01012345678");
  updateStaff(office.store, person.id, withRole(person, "supervisor"));
  office.rings("2", "203", "01099998888");
  await until(() => kim.names().includes("call"));
  deepEqual(kim.text.match(/"number":"\d+"/g), ['"number":"01099998888"']);
});

Deno.test("whoever has the operator's phone no more hears of no other calls, and whoever has it now does", async () => {
  using office = new WebOffice();
  const [oper, kim, admin] = [
    await Heard.by(office.browser("oper")),
    await Heard.by(office.browser("kim")),
    await Heard.by(office.browser("admin")),
  ];
  office.rings("1", "203", "01012345678");
  await until(() => oper.names().includes("call"));
  assignExtension(office.store, "200", null);
  assignExtension(office.store, "200", office.staff("kim").id);
  for (const heard of [oper, kim]) heard.forget();
  office.answers("1", "203");
  await tell(office, admin, () => SECRET);
  await until(() => kim.secrets() === 1 && oper.secrets() === 1);
  equal(oper.names().includes("call"), false);
  equal(kim.names().includes("call"), true);
});

Deno.test("a phone that is the operator's no more lets its agent hear of no other calls", async () => {
  using office = new WebOffice();
  const [oper, admin] = [
    await Heard.by(office.browser("oper")),
    await Heard.by(office.browser("admin")),
  ];
  await tell(office, admin, () => SECRET);
  updateExtension(office.store, "200", { kind: "phone" });
  office.rings("1", "203", "01012345678");
  await tell(office, admin, () => SECRET);
  await until(() => oper.secrets() === 2);
  equal(oper.names().includes("call"), false);
});

Deno.test("an extension that is another's now rings for them alone", async () => {
  using office = new WebOffice();
  const [kim, lee] = [
    await Heard.by(office.browser("kim")),
    await Heard.by(office.browser("lee")),
  ];
  await tell(office, lee, () => SECRET);
  assignExtension(office.store, "202", null);
  assignExtension(office.store, "202", office.staff("lee").id);
  office.rings("1", "202", "01012345678");
  await until(() => lee.names().includes("call"));
  await tell(office, lee, () => SECRET);
  await until(() => kim.secrets() === 2);
  equal(kim.names().includes("call"), false);
});

Deno.test("what is told in words is told in the language that the person reads now", async () => {
  using office = new WebOffice();
  const kim = await Heard.by(office.browser("kim"));
  const news = ({ language }: Staff): LiveEvent => ({
    name: "line",
    data: { state: "open", text: language },
  });
  await tell(office, kim, news);
  setLanguage(office.store, office.staff("kim").id, "en");
  await tell(office, kim, news);
  deepEqual(kim.text.match(/"text":"\w\w"/g), ['"text":"en"']);
});

Deno.test("a screen on the wall whose link was ended hears nothing more", async () => {
  using office = new WebOffice();
  const token = newToken();
  const screen = { tokenHash: tokenHash(token)!, label: "wall", language: "ko" } as const;
  createWallScreen(office.store, screen, office.staff("super").id, office.now);
  const wall = await Heard.by(office.stranger(), `/wall/${token}/live`);
  const lee = await Heard.by(office.browser("lee"));
  await tell(office, lee, () => SECRET);
  await until(() => wall.names().includes("notices"));
  wall.forget();
  endWallScreen(office.store, 1);
  await tell(office, lee, () => SECRET);
  await until(() => wall.ended);
  deepEqual(wall.names(), ["signed_out"]);
});

Deno.test("a right that was given and taken back before it was stored is nobody's", async () => {
  using office = new WebOffice();
  const [kim, lee] = [
    await Heard.by(office.browser("kim")),
    await Heard.by(office.browser("lee")),
  ];
  const frames = (person: Staff) => frameEventFor(person, 1);
  const { store } = office;
  const person = office.staff("kim");
  throws(() =>
    store.transaction(() => {
      updateStaff(store, person.id, withRole(person, "admin"));
      // Nobody tells before the commit; whoever did would look up a right that never was.
      office.hub.publish(() => SECRET);
      throw new Error("the disk is full");
    }), /the disk is full/);
  // It raises the count to what it was in that transaction.
  updateStaff(store, office.staff("lee").id, withRole(office.staff("lee"), "supervisor"));
  await tell(office, lee, frames);
  await until(() => kim.names().includes("notices"));
  equal(kim.names().includes("frame"), false);
});
