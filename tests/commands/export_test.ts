import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { reportOf } from "../../lib/switches/pbx416/report.ts";
import { CallTracker } from "../../lib/switchboard/tracker.ts";
import { exportRows } from "../../lib/commands/export.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { assignExtension } from "../../lib/store/extensions.ts";
import { setSetting } from "../../lib/store/settings.ts";
import { workbookRows } from "../support/workbook_rows.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { eventOf } from "../switchboard/wire.ts";
import { NOW, someCall, someCustomer, someStaff } from "../store/fixtures.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { fakeIo } from "./fake_io.ts";

/** A data folder in which a group call of a known customer is over and a withheld one rings. */
function twoCalls(data: string): void {
  const store = openStore(data);
  someCustomer(store, "이영희", "010-1234-5678");
  assignExtension(store, "202", someStaff(store, "kim").id);
  const limits = { ringLapseMs: 1, talkLapseMs: 1 };
  const tracker = new CallTracker(store, ensureLine(store, "COM3", "416").id, limits);
  const who = "01012345678";
  const frames = `C(${who}) c(202,${who}) c(203,${who}) N(203) F(203) C(withheld)`;
  frames.split(" ").forEach((frame, index) => {
    const at = NOW + index * 1204;
    const bytes = new Uint8Array([2]);
    tracker.handle(reportOf({ at, bytes, event: eventOf(frame, "2"), remark: null }));
  });
  store.close();
}

const PARTIES =
  '[{"device":"202","kind":"telephone","staff":"kim","rangAt":"2026-11-21T09:00:01.204Z","joinedAt":null,' +
  '"heldMs":0,"leftAt":"2026-11-21T09:00:03.612Z"},' +
  '{"device":"203","kind":"telephone","staff":null,"rangAt":"2026-11-21T09:00:02.408Z",' +
  '"joinedAt":"2026-11-21T09:00:03.612Z","heldMs":0,"leftAt":"2026-11-21T09:00:04.816Z"}]';

const LINES = [
  '{"id":1,"line":1,"trunk":"2","direction":"in","number":"01012345678","reason":null,' +
  '"startedAt":"2026-11-21T09:00:00.000Z","answeredAt":"2026-11-21T09:00:03.612Z",' +
  '"endedAt":"2026-11-21T09:00:04.816Z","outcome":"answered","rang":["202","203"],' +
  '"answeredBy":["203"],"extension":"203","customerId":"C-000001","match":"number",' +
  `"switchCall":"2-1","called":null,"queue":null,"cause":null,"parties":${PARTIES}}`,
  '{"id":2,"line":1,"trunk":"2","direction":"in","number":null,"reason":"withheld",' +
  '"startedAt":"2026-11-21T09:00:06.020Z","answeredAt":null,"endedAt":null,"outcome":null,' +
  '"rang":[],"answeredBy":[],"extension":null,"customerId":null,"match":null,' +
  '"switchCall":"2-2","called":null,"queue":null,"cause":null,"parties":[]}',
];

async function exported(...words: string[]): Promise<string> {
  const io = fakeIo();
  equal(await exportRows.run(words, io), 0);
  return io.written;
}

Deno.test("exported calls are a JSON object a line, exactly as scripts expect them", async () => {
  await using folder = await temporaryFolder();
  twoCalls(folder.path);
  equal(await exported("calls", "--data", folder.path), LINES.map((line) => `${line}\n`).join(""));
});

Deno.test("exported calls as CSV have the same columns, for Excel too", async () => {
  await using folder = await temporaryFolder();
  twoCalls(folder.path);
  const csv = await exported("calls", "--format", "csv", "--data", folder.path);
  deepEqual(csv.split("\n"), [
    "\uFEFFid,line,trunk,direction,number,reason,startedAt,answeredAt,endedAt,outcome,rang," +
    "answeredBy,extension,customerId,match,switchCall,called,queue,cause,parties",
    "1,1,2,in,01012345678,,2026-11-21T09:00:00.000Z,2026-11-21T09:00:03.612Z," +
    "2026-11-21T09:00:04.816Z,answered,202 203,203,203,C-000001,number,2-1,,,," +
    `"${PARTIES.replaceAll('"', '""')}"`,
    "2,1,2,in,,withheld,2026-11-21T09:00:06.020Z,,,,,,,,,2-2,,,,",
    "",
  ]);
});

Deno.test("an export into a file replaces it as a whole", async () => {
  await using folder = await temporaryFolder();
  twoCalls(folder.path);
  const file = `${folder.path}/calls.jsonl`;
  Deno.writeTextFileSync(file, "old");
  equal(await exported("calls", "--out", file, "--data", folder.path), "");
  equal(Deno.readTextFileSync(file), LINES.map((line) => `${line}\n`).join(""));
});

Deno.test("a workbook has the office's time: the database's zone, or the one that the environment fixes", async () => {
  await using folder = await temporaryFolder();
  twoCalls(folder.path);
  const store = openStore(folder.path);
  setSetting(store, "time_zone", "America/New_York");
  store.close();
  const file = `${folder.path}/calls.xlsx`;
  const began = async (env: Record<string, string>) => {
    const words = ["calls", "--format", "xlsx", "--out", file, "--data", folder.path];
    equal(await exportRows.run(words, fakeIo({ env })), 0);
    const [, first] = await Array.fromAsync(workbookRows(await Deno.readFile(file)));
    return JSON.stringify(first!.cells);
  };
  match(await began({}), /2026-11-21T04:00:00/);
  match(await began({ BELLTOWER_TIME_ZONE: "Asia/Seoul" }), /2026-11-21T18:00:00/);
});

Deno.test("an export that is stopped leaves the file as it was", async () => {
  await using folder = await temporaryFolder();
  twoCalls(folder.path);
  const file = `${folder.path}/calls.jsonl`;
  Deno.writeTextFileSync(file, "old");
  const words = ["calls", "--out", file, "--data", folder.path];
  const stopped = fakeIo({ signal: AbortSignal.abort(new Error("stopped")) });
  await rejects(() => exportRows.run(words, stopped), /stopped/);
  equal(Deno.readTextFileSync(file), "old");
  const names = [...Deno.readDirSync(folder.path)].map((entry) => entry.name);
  deepEqual(names.filter((name) => name.startsWith("calls")), ["calls.jsonl"]);
});

Deno.test("an export of thousands of calls beside a running server has each once, in order", async () => {
  await using folder = await temporaryFolder();
  const server = openStore(folder.path, { exclusive: true });
  const ids = server.transaction(() =>
    Array.from({ length: 2500 }, (_, i) => someCall(server, { startedAt: NOW - i }))
  );
  const lines = (await exported("calls", "--data", folder.path)).trimEnd().split("\n");
  deepEqual(lines.map((line) => JSON.parse(line).id), ids);
  server.close();
});

Deno.test("an export where there is no database says so", async () => {
  await using folder = await temporaryFolder();
  await rejects(() => exported("calls", "--data", folder.path), {
    name: "StoreError",
    message: /^there is no database .*\/belltower\.sqlite; expected the folder of an office/,
  });
});

for (
  const [words, told] of [
    [[], "what to export is missing"],
    [["songs"], '"songs" cannot be exported; expected calls, customers or consultations'],
    [["calls", "--format", "xml"], "--format xml: expected jsonl, csv or xlsx"],
    [["calls", "--language", "fr"], "--language fr: expected ko or en"],
    [["calls", "--out"], "--out needs a value"],
  ] as const
) {
  Deno.test(`wrong usage: export ${words.join(" ")}`, async () => {
    const io = fakeIo();
    await rejects(() => exportRows.run(words, io), { name: "UsageError", message: told });
    equal(io.written, "");
  });
}
