import { equal, ok } from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { toPem } from "../../lib/certificates/pem.ts";
import { signedIn } from "../support/browser.ts";
import { PASSWORD } from "../support/office.ts";
import { belltower, freePort, ServerProcess } from "../support/server_process.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { until } from "../support/wait.ts";

const NUMBERS = "\ufeff이름,회사,전화번호\r\n이영희,한빛상사,010-1234-5678\r\n";

/** What a morning leaves behind, and how long the stop took. */
export interface Morning {
  readonly stopMs: number;
  /** What each command printed, with its exit status. */
  readonly printed: Readonly<Record<string, string>>;
}

/** From an empty folder: accounts, a call that is answered, one that is missed, a customer registered, a note. */
export async function officeMorning(folder: string, browser: Browser): Promise<Morning> {
  const data = `${folder}/data`;
  await account(data, "kim", "agent", ["--extension", "202", "--name", "김상담"]);
  await account(data, "boss", "admin", []);
  using pbx = new TestPbx();
  const https = `localhost:${freePort()}`;
  const server = await ServerProcess.start(data, ["--line", pbx.device, "--https", https]);
  await until(async () => await server.health() === 200, 10_000, "the line is open");
  const kim = await signedIn(browser, server.origin, "kim");
  await answered(kim, pbx);
  await missed(kim, pbx);
  await kim.context().close();
  equal(await bySecure(server.origin, `https://${https}`), 200);
  const start = performance.now();
  await server.stop();
  const stopMs = performance.now() - start;
  return { stopMs, printed: await printedBy(folder, data) };
}

/** The status of the sign-in, by HTTPS, of a client that trusts the authority which the server offers. */
async function bySecure(origin: string, secure: string): Promise<number> {
  const response = await fetch(`${origin}/trust/belltower-ca.crt`);
  const der = new Uint8Array(await response.arrayBuffer());
  using client = Deno.createHttpClient({ caCerts: [toPem("CERTIFICATE", der)] });
  const page = await fetch(`${secure}/login`, { client });
  await page.body?.cancel();
  return page.status;
}

async function account(data: string, login: string, role: string, more: string[]): Promise<void> {
  const { code, err } = await belltower(
    ["staff", "add", login, "--role", role, ...more, "--password-stdin", "--data", data],
    PASSWORD,
  );
  equal(code, 0, err);
}

async function answered(kim: Page, pbx: TestPbx): Promise<void> {
  const popup = kim.locator("#popups .popup:visible");
  await pbx.tell("C", "101099998888");
  await pbx.tell("c", "120201099998888");
  await popup.filter({ hasText: "010-9999-8888" }).waitFor();
  await popup.locator("a.primary").click();
  await kim.fill("[name=name]", "새손님");
  await kim.locator("form:has([name=name]) button[type=submit]").click();
  await popup.filter({ hasText: "새손님" }).waitFor();
  await pbx.tell("N", "1202");
  await kim.locator(".call_card[data-state=talking]").waitFor();
  await kim.fill(".call_card textarea", "견적서를 보내 달라고 하심");
  await kim.locator(".call_card .note_saved").waitFor();
  await pbx.tell("F", "1202");
  await kim.locator(".call_card[data-state=ended]").waitFor();
}

async function missed(kim: Page, pbx: TestPbx): Promise<void> {
  const popup = kim.locator("#popups .popup:visible");
  await pbx.tell("c", "2202025551234");
  await popup.waitFor();
  await pbx.tell("F", "2");
  await popup.waitFor({ state: "hidden" });
}

/** What the commands say afterwards, with what the program can do as it grows. */
async function printedBy(folder: string, data: string): Promise<Record<string, string>> {
  await Deno.writeTextFile(`${folder}/customers.csv`, NUMBERS);
  const { out: overview } = await belltower(["help"]);
  const can = (command: string) => new RegExp(`^  ${command} `, "m").test(overview);
  const lines = [
    ...can("import") ? [["import", "customers", `${folder}/customers.csv`]] : [],
    ...can("backup")
      ? [["backup", `${folder}/copy.belltower`], ["restore", `${folder}/copy.belltower`]]
      : [],
    ["staff", "list"],
    ["export", "calls"],
    ["export", "calls", "--format", "csv"],
    ...can("import") ? [["export", "customers"], ["export", "consultations"]] : [],
  ];
  const printed: Record<string, string> = {};
  for (const words of lines) {
    const { code, out, err } = await belltower([...words, "--data", data]);
    equal(code, 0, `${words.join(" ")}: ${err}`);
    const name = words.slice(0, 2).join(" ") + (words[3] ?? "");
    printed[withoutTimes(name, folder)] = withoutTimes(out, folder);
  }
  ok(printed["export calls"]?.includes("01099998888"));
  return printed;
}

/** Two mornings are never at the same time, nor in the same folder. */
function withoutTimes(text: string, folder: string): string {
  return text.replaceAll(folder, "FOLDER").replace(/\d{4}-\d\d-\d\d[T ][\d:.]+Z?/g, "TIME")
    .replace(/before-restore-[\d-]+/g, "before-restore-TIME").replace(/\d+ bytes/g, "BYTES");
}
