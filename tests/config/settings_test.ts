import { deepEqual, equal, throws } from "node:assert/strict";
import { fixedSettings, settle, type Sources } from "../../lib/config/settings.ts";

const nothing: Sources = { options: {}, env: () => undefined, file: null, stored: null };
const env = (values: Record<string, string>) => (name: string) => values[name];

Deno.test("an option is stronger than the environment, that than the file, that than the database", () => {
  const all: Sources = {
    options: { "time-zone": "Asia/Tokyo" },
    env: env({ BELLTOWER_TIME_ZONE: "Europe/Berlin" }),
    file: { path: "/etc/belltower.json", values: { "time-zone": "Europe/Paris" } },
    stored: (key) => key === "time_zone" ? "America/Lima" : null,
  };
  const sources = [
    all,
    { ...all, options: {} },
    { ...all, options: {}, env: () => undefined },
    { ...all, options: {}, env: () => undefined, file: null },
    nothing,
  ];
  deepEqual(sources.map((from) => settle(from)["time-zone"]), [
    { value: "Asia/Tokyo", source: "option --time-zone" },
    { value: "Europe/Berlin", source: "environment BELLTOWER_TIME_ZONE" },
    { value: "Europe/Paris", source: "file /etc/belltower.json" },
    { value: "America/Lima", source: "database" },
    { value: "Asia/Seoul", source: "default" },
  ]);
});

Deno.test("an empty variable says nothing", () => {
  const { http } = settle({ ...nothing, env: env({ BELLTOWER_HTTP: "" }) });
  deepEqual(http, { value: "127.0.0.1:8416", source: "default" });
});

Deno.test("what is needed to open the database is not read from it", () => {
  const asked: string[] = [];
  settle({ ...nothing, stored: (key) => (asked.push(key), null) });
  deepEqual(asked, ["time_zone", "raw_frame_days", "log_days", "audit_days"]);
});

Deno.test("a value that cannot be used is refused with its place and with what was expected", () => {
  const wrong: [string, string, string][] = [
    ["log-level", "loud", "debug, info, warning, error"],
    ["log-file", "yes", "on, off"],
    ["time-zone", "Mars/Olympus", "a time zone such as Asia/Seoul"],
    ["raw-frame-days", "0", "1 to 9999"],
  ];
  for (const [name, value, expected] of wrong) {
    const file = { path: "belltower.json", values: { [name]: value } };
    throws(() => settle({ ...nothing, file }), {
      name: "ConfigError",
      message: `${name} ${value} (file belltower.json): expected ${expected}`,
    });
  }
  equal(settle(nothing)["raw-frame-days"].value, "30");
});

Deno.test("what a stronger place than the database says is fixed, and the device of every start", () => {
  const settled = settle({
    ...nothing,
    options: { line: "/dev/ttyUSB0", http: "0.0.0.0:80" },
    env: env({ BELLTOWER_LOG_DAYS: "7" }),
    stored: (key) => key === "time_zone" ? "Asia/Tokyo" : null,
  });
  deepEqual(fixedSettings(settled), {
    line: { value: "/dev/ttyUSB0", source: "option --line" },
    log_days: { value: "7", source: "environment BELLTOWER_LOG_DAYS" },
  });
});
