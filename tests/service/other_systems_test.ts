import { deepEqual, equal, match, ok, throws } from "node:assert/strict";
import { launchd, launchdPlist } from "../../lib/service/launchd.ts";
import { scheduledTask, taskXml } from "../../lib/service/scheduled_task.ts";
import { stepText } from "../../lib/service/plan.ts";
import { xmlText } from "../../lib/service/xml.ts";

const BARE = { data: null, serve: [], writes: [], lowPort: false, newOffice: false };

/** Whether every tag is closed by its own name. */
function isBalanced(xml: string): boolean {
  const open: string[] = [];
  for (const [tag, slash, name, self] of xml.matchAll(/<(\/?)([A-Za-z]+)[^>]*?(\/?)>/g)) {
    if (tag.startsWith("<!") || self === "/") continue;
    if (slash === "") open.push(name!);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}

Deno.test("launchd starts the server with the system, and again when it fails", () => {
  const plist = launchdPlist("/Users/a & b", ["--line", "/dev/cu.usbserial"]);
  ok(isBalanced(plist));
  match(plist, /<string>\/Users\/a &amp; b<\/string>\n {4}<string>--line<\/string>/);
  match(plist, /<key>SuccessfulExit<\/key>\n {4}<false\/>/);
  const last = launchd.install({ ...BARE, executable: "/tmp/b" }).at(-1)!;
  equal(
    stepText(last),
    "run /bin/launchctl bootstrap system /Library/LaunchDaemons/belltower.plist",
  );
});

Deno.test("the Windows task starts with the system, without end, as nobody in particular", () => {
  const xml = taskXml("C:\\Program Files\\belltower.exe", "C:\\Our Data\\", ["--line", "COM3"]);
  ok(isBalanced(xml));
  match(xml, /<BootTrigger><Enabled>true/);
  match(xml, /<UserId>S-1-5-19</);
  match(xml, /<ExecutionTimeLimit>PT0S</);
  match(xml, /<Command>C:\\Program Files\\belltower\.exe</);
  // A backslash before the closing quote would escape it.
  match(xml, /<Arguments>serve --data "C:\\Our Data\\\\" --line COM3</);
});

Deno.test("the task's file is in the encoding that the Task Scheduler writes", () => {
  const [, write] = scheduledTask(() => "D:\\PD").install({ ...BARE, executable: "C:\\b.exe" });
  ok(write?.kind === "write");
  equal(write.path, "D:\\PD\\Belltower\\belltower-task.xml");
  deepEqual([...write.bytes.slice(0, 4)], [0xff, 0xfe, 0x3c, 0]);
  match(stepText(write), /<Arguments>serve --data D:\\PD\\Belltower<\/Arguments>/);
});

Deno.test("a control character cannot be written to XML", () => {
  throws(() => xmlText("a\u0000"), RangeError);
  equal(xmlText("<a & b>"), "&lt;a &amp; b&gt;");
});
