import { deepEqual, equal } from "node:assert/strict";
import { openStore } from "../../lib/store/open_store.ts";
import { setActive, staffByLogin } from "../../lib/store/staff.ts";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { belltower, ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

/** A signed-in browser that listens at a running server. */
class Listening {
  #text = "";
  #changes = 0;
  ended = false;

  private constructor(private readonly origin: string, private readonly cookie: string) {}

  static async as(login: string, { origin }: ServerProcess): Promise<Listening> {
    const listening = new Listening(origin, await signIn(origin, login, PASSWORD));
    const { body } = await fetch(`${origin}/live`, { headers: { cookie: listening.cookie } });
    void listening.#read(body!);
    await until(() => listening.names().includes("hello"));
    return listening;
  }

  /** What came, but for heartbeats. */
  names(): string[] {
    const all = [...this.#text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name!);
    return all.filter((name) => name !== "beat");
  }

  /** Says something else of itself, which is different on everybody's board; resolves when it has been told. */
  async change(): Promise<void> {
    const before = this.names().length;
    const { status } = await fetch(`${this.origin}/presence`, {
      method: "POST",
      headers: { cookie: this.cookie, origin: this.origin },
      body: new URLSearchParams({ state: "break", reason: `${++this.#changes}` }),
      redirect: "manual",
    });
    equal(status < 400, true, String(status));
    await until(() => this.names().slice(before).includes("presence"));
  }

  async #read(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    for await (const piece of body.pipeThrough(new TextDecoderStream())) this.#text += piece;
    this.ended = true;
  }
}

Deno.test("whoever the console or another process shuts out of a running server hears nothing more", async () => {
  await using folder = await temporaryFolder();
  await furnishOffice(folder.path);
  const server = await ServerProcess.start(folder.path, []);
  const [chief, kim, park] = [
    await Listening.as("chief", server),
    await Listening.as("kim", server),
    await Listening.as("park", server),
  ];
  await chief.change();
  await until(() => kim.names().includes("board") && park.names().includes("board"));

  const heardByKim = kim.names();
  const { code, err } = await belltower(
    ["staff", "password", "kim", "--password-stdin", "--data", folder.path],
    "another long password",
  );
  equal(code, 0, err);
  await chief.change();
  await until(() => kim.ended);
  deepEqual(kim.names(), [...heardByKim, "signed_out"]);
  equal(park.ended, false);
  // The command, as everybody who may hear of it, and then the chief.
  await until(() => park.names().join().endsWith("changed,board,board"));

  const heardByPark = park.names();
  const store = openStore(folder.path);
  setActive(store, staffByLogin(store, "park")!.staff.id, false);
  store.close();
  await chief.change();
  await until(() => park.ended);
  deepEqual(park.names(), [...heardByPark, "signed_out"]);
  await server.stop();
  await until(() => chief.ended);
});
