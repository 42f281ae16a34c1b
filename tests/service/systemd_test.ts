import { deepEqual, equal, match, ok } from "node:assert/strict";
import { type ServiceOptions, stepText } from "../../lib/service/plan.ts";
import { systemd, systemdUnit } from "../../lib/service/systemd.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { lacks } from "../support/needs.ts";

const BARE: ServiceOptions = {
  ...{ executable: "/usr/local/bin/belltower", data: null, serve: [], writes: [] },
  ...{ lowPort: false, newOffice: false },
};

const unitOf = (options: Partial<ServiceOptions>) => systemdUnit({ ...BARE, ...options });

/** The values of a key, in order; the unit's own syntax, without sections. */
function valuesOf(unit: string, key: string): string[] {
  return unit.split("\n").filter((line) => line.startsWith(`${key}=`))
    .map((line) => line.slice(key.length + 1));
}

Deno.test("the unit runs as its own user, sees a read-only system and writes its data only", () => {
  const unit = unitOf({ serve: ["--http", "0.0.0.0:8416", "--line", "/dev/ttyUSB0"] });
  deepEqual(valuesOf(unit, "ExecStart"), [
    "/usr/local/bin/belltower serve --data /var/lib/belltower --http 0.0.0.0:8416 --line /dev/ttyUSB0",
  ]);
  const expected: [string, string][] = [
    ["Type", "notify"],
    ["User", "belltower"],
    ["SupplementaryGroups", "dialout"],
    ["ProtectSystem", "strict"],
    ["StateDirectory", "belltower"],
    ["Restart", "on-failure"],
    ["WatchdogSec", "30"],
    ["LimitNOFILE", "4096"],
    ["CapabilityBoundingSet", ""],
    ["NoNewPrivileges", "yes"],
  ];
  for (const [key, value] of expected) deepEqual(valuesOf(unit, key), [value], key);
  deepEqual(valuesOf(unit, "ReadWritePaths"), ["-/var/lib/belltower.office"]);
});

Deno.test("the server may write the one file beside its folder that remembers the office, which is made for it", () => {
  for (const data of ["/srv/office", "/srv/office/"]) {
    const unit = unitOf({ data });
    deepEqual(valuesOf(unit, "ReadWritePaths"), [`-${data}`, "-/srv/office.office"]);
    deepEqual(valuesOf(unit, "ExecStartPre"), [
      "-+/usr/bin/touch -a /srv/office.office",
      "-+/usr/bin/chown --no-dereference belltower:belltower /srv/office.office",
    ]);
  }
});

Deno.test("another data folder is the only one that can be written; a low port is allowed by itself", () => {
  const unit = unitOf({ data: "/srv/our office", lowPort: true });
  deepEqual(valuesOf(unit, "ReadWritePaths"), [
    '"-/srv/our office"',
    '"-/srv/our office.office"',
  ]);
  deepEqual(valuesOf(unit, "StateDirectory"), []);
  deepEqual(valuesOf(unit, "AmbientCapabilities"), ["CAP_NET_BIND_SERVICE"]);
});

Deno.test("what means something to systemd is written so that it means itself", () => {
  const unit = unitOf({ serve: ["--line", '/dev/100% "new" $HOME'] });
  match(unit, /--line "\/dev\/100%% \\"new\\" \$\$HOME"$/m);
});

Deno.test({
  name: "systemd itself finds nothing wrong with the unit, and little exposed",
  ignore: lacks("systemd-analyze"),
  fn: async () => {
    await using folder = await temporaryFolder();
    const unit = `${folder.path}/belltower.service`;
    // The program need not be there for the rest to be checked.
    const text = unitOf({}).replace("/usr/local/bin/belltower", "/bin/true");
    await Deno.writeTextFile(unit, text);
    const analyze = async (...args: string[]) => {
      const out = await new Deno.Command("systemd-analyze", { args }).output();
      const text = new TextDecoder();
      return text.decode(out.stdout) + text.decode(out.stderr);
    };
    equal((await analyze("verify", "--man=no", unit)).replace(/^.*network-online.*\n/gm, ""), "");
    const exposure = await analyze("security", "--offline=true", "--no-pager", unit);
    const level = Number(/exposure level for \S+: ([\d.]+)/.exec(exposure)?.[1]);
    ok(level < 3, exposure);
  },
});

Deno.test("each step can be read before it is done, the files with their content", () => {
  const told = systemd.install({ ...BARE, executable: "/root/belltower" })
    .map(stepText);
  equal(told[0], "copy /root/belltower to /usr/local/bin/belltower");
  match(told[1]!, /^write \/etc\/sysusers\.d\/belltower\.conf:\n\n {4}u belltower - "Belltower"/);
  equal(told[2], "run /usr/bin/systemd-sysusers /etc/sysusers.d/belltower.conf");
  match(told[3]!, /^write \/etc\/systemd\/system\/belltower\.service:\n\n {4}\[Unit\]\n/);
  deepEqual(told.slice(-2), [
    "run /usr/bin/systemctl enable belltower.service",
    "run /usr/bin/systemctl restart belltower.service",
  ]);
});
