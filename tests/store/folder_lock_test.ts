import { throws } from "node:assert/strict";
import { lockFolder } from "../../lib/store/folder_lock.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

/** Starts programs, one after another, until it is told to stop. */
const STARTER = `
  let on = true;
  self.onmessage = () => { on = false; };
  const turn = () => {
    for (let i = 0; i < 5; i++) new Deno.Command("true").outputSync();
    self.postMessage(on);
    if (on) setTimeout(turn); else self.close();
  };
  turn();
`;

Deno.test("a folder that was let go is free at once, also while other programs are being started", async () => {
  await using folder = await temporaryFolder();
  const starter = new Worker(`data:text/javascript,${encodeURIComponent(STARTER)}`, {
    type: "module",
  });
  let turns = 0;
  const ended = new Promise<void>((resolve) => {
    starter.onmessage = ({ data }) => data ? turns++ : resolve();
  });
  while (turns < 20) {
    for (let i = 0; i < 200; i++) lockFolder(folder.path).release();
    await new Promise((resolve) => setTimeout(resolve));
  }
  const held = lockFolder(folder.path);
  throws(() => lockFolder(folder.path), /in use by another/);
  held.release();
  starter.postMessage(null);
  await ended;
});
