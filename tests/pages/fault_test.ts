import { equal } from "node:assert/strict";
import { launchBrowser, signedIn } from "../support/browser.ts";
import { moveIn } from "../support/lived_in_office.ts";
import { lacks } from "../support/needs.ts";
import { ServerProcess } from "../support/server_process.ts";
import { smallDisk } from "../support/small_disk.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";

const LIMIT = { timeout: 5000 };

Deno.test({
  name:
    "pages that are open say within 5 s that nothing can be stored, and that it is over; administrators hear of it before",
  ignore: lacks("mount"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const data = `${folder.path}/data`;
    await using disk = await smallDisk(data, 60);
    await moveIn(data);
    const server = await ServerProcess.start(data, ["--log-file", "off"]);
    await using browser = await launchBrowser();
    const agent = await signedIn(browser, server.origin, "agent");
    const admin = await signedIn(browser, server.origin, "admin");
    const notices = admin.locator("#notices .page_notice");
    equal(await notices.filter({ hasText: "서버 디스크" }).count(), 1);
    equal(await agent.locator("#notices .page_notice").count(), 0);

    await disk.fill();
    for (const page of [agent, admin]) {
      await page.locator("#line[data-state=fault]", { hasText: "저장 안 됨" }).waitFor(LIMIT);
      await page.locator("#notices", { hasText: "아무것도 저장되지 않습니다" }).waitFor(LIMIT);
    }
    const shots = Deno.env.get("SHOTS");
    if (shots) {
      for (const [name, width, height] of [["wide", 1440, 900], ["narrow", 390, 844]] as const) {
        for (const colorScheme of ["light", "dark"] as const) {
          await admin.setViewportSize({ width, height });
          await admin.emulateMedia({ colorScheme });
          await admin.screenshot({ path: `${shots}/${name}-${colorScheme}.png` });
        }
      }
    }
    await disk.makeRoom();
    for (const page of [agent, admin]) {
      await page.locator("#line", { hasNotText: "저장 안 됨" }).waitFor(LIMIT);
      await page.locator("#notices", { hasText: "아무것도 저장되지 않습니다" })
        .waitFor({ ...LIMIT, state: "hidden" });
    }
    await server.stop();
  },
});
