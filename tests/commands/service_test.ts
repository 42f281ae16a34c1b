import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { UsageError } from "../../lib/commands/command.ts";
import { service } from "../../lib/commands/service.ts";
import { SETTINGS } from "../../lib/config/settings.ts";
import { backupPlan, setBackupPlan } from "../../lib/store/backup/backup_settings.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { fakeIo } from "./fake_io.ts";
import { lacks } from "../support/needs.ts";

/** What `service install` would write and do on a machine with systemd. */
async function installed(...args: string[]): Promise<string> {
  const io = fakeIo();
  equal(await service.run(["install", "--dry-run", ...args], io), 0);
  return io.written;
}

/** Folders of tests lie in /tmp, which a service does not see. */
async function visibleFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await Deno.makeTempDir({ dir: "/srv", prefix: "belltower-test-" });
  return { path, [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }) };
}

Deno.test({
  name: "a service takes every option that the server takes, files by their whole path",
  ignore: lacks("linux"),
  fn: async () => {
    await using folder = await visibleFolder();
    const files = ["cert", "key", "config", "dialect"].map((name) => `${folder.path}/${name}.file`);
    for (const file of files) await Deno.writeTextFile(file, '{"extends": "416"}');
    await Deno.writeTextFile(files[2]!, '{"log-days": 7}');
    const values: Record<string, string> = {
      ...{ data: `${folder.path}/data`, http: "127.0.0.1:80", https: "0.0.0.0:8443" },
      ...{ cert: files[0]!, key: files[1]!, dialect: files[3]!, config: files[2]! },
      ...{ "plain-http": "network", hsts: "on", line: "/dev/ttyUSB0", "log-level": "debug" },
      ...{ "log-file": "off", "time-zone": "Asia/Seoul", "trusted-proxy": "10.0.0.1" },
    };
    for (const { name } of SETTINGS) {
      values[name] ??= name.endsWith("-days") ? "9" : "https://belltower.example";
    }
    const args = Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);
    const told = await installed(...args);
    const line = /ExecStart=(.*)/.exec(told)?.[1] ?? "";
    for (const [name, value] of Object.entries(values)) {
      ok(line.includes(`--${name} ${value}`), `--${name} ${value}: ${line}`);
    }
    match(told, /AmbientCapabilities=CAP_NET_BIND_SERVICE/);
  },
});

Deno.test({
  name: "a place that the service would not see is refused with the reason, through a link too",
  ignore: lacks("linux"),
  fn: async () => {
    await using folder = await visibleFolder();
    await Deno.symlink("/tmp", `${folder.path}/link`);
    const hidden: [string[], RegExp][] = [
      [
        ["--data", "/home/kim/belltower"],
        /--data \/home\/kim\/belltower: the service sees nothing in \/home/,
      ],
      [["--data", "/root"], /nothing in \/root/],
      [["--data", `${folder.path}/link`], /a \/tmp of its own/],
      [
        ["--cert", "/root/a.crt", "--key", "/srv/a.key"],
        /--cert \/root\/a\.crt: the service sees nothing/,
      ],
      [["--cert", "/srv/a.crt", "--key", "/run/user/0/a.key"], /--key \/run\/user\/0/],
    ];
    for (const [args, text] of hidden) {
      await rejects(installed(...args), (error: Error) => {
        ok(error instanceof UsageError, String(error));
        match(error.message, text);
        return true;
      });
    }
  },
});

Deno.test({
  name: "the folder that the office has chosen for its backups can be written by the service",
  ignore: lacks("linux"),
  fn: async () => {
    await using folder = await visibleFolder();
    const data = `${folder.path}/data`;
    const store = openStore(data);
    setBackupPlan(store, { ...backupPlan(store), folder: "/mnt/share 1/belltower" });
    store.close();
    const told = await installed("--data", data);
    const writable = [...told.matchAll(/^\s+ReadWritePaths=(.*)$/gm)].map(([, path]) => path);
    deepEqual(writable, [`-${data}`, `-${data}.office`, '"-/mnt/share 1/belltower"']);
  },
});

Deno.test({
  name: "a new office is said once, at the installation, and not again at every start",
  ignore: lacks("linux"),
  fn: async () => {
    const told = await installed("--new-office");
    match(told, /^remove \/var\/lib\/belltower\.office$/m);
    equal(told.includes("--new-office"), false);
    equal((await installed()).includes("remove "), false);
  },
});
