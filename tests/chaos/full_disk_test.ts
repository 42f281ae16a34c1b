import { equal, match } from "node:assert/strict";
import { furnishOffice, PASSWORD } from "../support/office.ts";
import { ServerProcess } from "../support/server_process.ts";
import { signIn } from "../support/sign_in.ts";
import { lacks } from "../support/needs.ts";
import { smallDisk } from "../support/small_disk.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { until } from "../support/wait.ts";

/** What a page that stays open is told by the event stream. */
class OpenPage {
  #heard = "";
  readonly #stop = new AbortController();
  readonly #done: Promise<void>;

  constructor(origin: string, cookie: string) {
    this.#done = this.#listen(origin, cookie).catch((error) => {
      if (!this.#stop.signal.aborted) throw error;
    });
  }

  async hears(words: RegExp, limitMs: number): Promise<void> {
    await until(() => words.test(this.#heard), limitMs, `${words} is heard`);
  }

  forget(): void {
    this.#heard = "";
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#done;
  }

  async #listen(origin: string, cookie: string): Promise<void> {
    const response = await fetch(`${origin}/live`, {
      headers: { cookie },
      signal: this.#stop.signal,
    });
    const decoder = new TextDecoder();
    for await (const part of response.body!) this.#heard += decoder.decode(part, { stream: true });
  }
}

Deno.test({
  name:
    "a full disk is told on open pages and to watchdogs within 5 s, administrators hear of it before, and it passes by itself",
  ignore: lacks("mount"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const data = `${folder.path}/data`;
    // Full, it is still written to in the pages that its log has already.
    await using disk = await smallDisk(data, 50);
    await furnishOffice(data);
    const server = await ServerProcess.start(data, ["--log-file", "off"]);
    const { origin } = server;
    const cookie = await signIn(origin, "chief", PASSWORD);
    const page = new OpenPage(origin, cookie);
    await page.hears(/event: hello/, 5000);
    // 50 MB are less than anybody should have.
    await until(() => server.log.includes("is almost full"), 5000, "the log tells of the room");

    await disk.fill();
    await page.hears(/event: line\n.*"state":"fault","text":"저장 안 됨"/, 5000);
    const health = await fetch(`${origin}/healthz`);
    equal(health.status, 503);
    match(await health.text(), /"database: does not take writes .*full/);
    const desk = await fetch(`${origin}/desk`, { headers: { cookie } });
    equal(desk.status, 200);
    match(await desk.text(), /id="line"[^>]*data-state="fault"/);

    page.forget();
    await disk.makeRoom();
    await page.hears(/event: line\n.*"state":"none"/, 5000);
    equal(await server.health(), 200);
    await page.close();
    await server.stop();
  },
});
