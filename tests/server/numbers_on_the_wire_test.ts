import { deepEqual, equal } from "node:assert/strict";
import { KOREA } from "../../lib/domain/numbering.ts";
import { startServer } from "../../lib/server/server.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { setNumbering } from "../../lib/store/numbering.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { exportedCalls, freePort } from "../support/server_process.ts";
import { waitingMissed } from "../support/missed_callers.ts";
import { someCustomer } from "../store/fixtures.ts";
import { TestPbx } from "../support/test_pbx.ts";
import { isRereading } from "../../lib/store/reread_numbers.ts";
import { until } from "../support/wait.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

Deno.test("calls back without the area code, behind the outside digit or a feature code find their customers and settle what was missed", async () => {
  await using folder = await temporaryFolder();
  using pbx = new TestPbx();
  const store = openStore(folder.path, { exclusive: true });
  someCustomer(store, "박가람", "02-2000-0100");
  someCustomer(store, "이나래", "010-2000-0011");
  ensureLine(store, pbx.device, "416");
  const server = await startServer({
    config: {
      data: folder.path,
      http: { hostname: "127.0.0.1", port: freePort() },
      plainHttp: "loopback",
      https: null,
      line: null,
    },
    store,
  });
  const tell = async (frames: readonly string[]) => {
    for (const frame of frames) {
      const [mi = "", ...data] = frame.split(" ");
      await pbx.tell(mi, data.join(""));
    }
  };
  await tell(["C 10220000100", "F 1", "C 201020000011", "F 2", "C 120000100", "F 1"]);
  equal(waitingMissed(store).length, 3);
  // Said while the line is open: it counts from the next call on.
  setNumbering(store, { ...KOREA, areaCode: "02", outsideDigit: "9", featurePrefixes: ["*23#"] });
  await tell(["C 120000100", "F 1"]);
  for (const dialled of ["20000100", "901020000011", "*23#01020000011"]) {
    await tell(["n 1202", `J 1202${dialled}`, "F 1202"]);
  }
  // After phone-two-lines-middle-dot.csv it was 박가람's.
  await tell(["C 10220000034", "c 12020220000034", "N 1202", "F 1202"]);
  // The first of these callers is found when what is stored was read anew.
  await until(() => !isRereading(store), 30_000, "the numbers are read anew");
  await server.stop();
  const calls = (await exportedCalls(folder.path)).filter(({ id }) => id > 3);
  deepEqual(
    calls.map((
      call,
    ) => [call.number, call.customerId, (call as unknown as { match: string | null }).match]),
    [
      ["20000100", "C-000001", "number"],
      ["20000100", "C-000001", "number"],
      ["901020000011", "C-000002", "number"],
      ["*23#01020000011", "C-000002", "number"],
      ["0220000034", null, null],
    ],
  );
  const after = openStore(folder.path, { exclusive: true });
  try {
    deepEqual(waitingMissed(after).map(({ normal }) => normal), []);
  } finally {
    after.close();
  }
});
