import { type Config, ConfigError, loadDialect } from "../config.ts";
import { fixedSettings, type SettingName, type Settled } from "../config/settings.ts";
import { transportOf } from "../config/transport.ts";
import { LOG_LEVELS, startLog } from "../log.ts";
import { surviveErrors } from "../server/last_resort.ts";
import { startServer } from "../server/server.ts";
import { serveData } from "../server/serve_data.ts";
import { serviceWatch } from "../service/service_watch.ts";
import { OfficeSettings } from "../store/office_settings.ts";
import { setting } from "../store/settings.ts";
import type { UpdateStep } from "../store/migrate.ts";
import type { Command } from "./command.ts";
import { readSettings, saysNewOffice, SERVE_USAGE } from "./serve_settings.ts";

/** `belltower serve`: the server, until it is told to stop. */
export const serve: Command = {
  usage: [`belltower serve ${SERVE_USAGE}`],
  summary: "runs the server",
  async run(args, io) {
    const ask = await readSettings(args, io);
    const config = await configOf(ask(null));
    const watch = serviceWatch(io.env);
    let told = false;
    const newOffice = saysNewOffice(args, io);
    let said = "";
    const onUpdate = (step: UpdateStep) => {
      const words = inWords(step);
      if (words === said) return;
      said = words;
      io.out(`${words}\n`);
      watch?.working(words);
    };
    await serveData(
      { data: config.data, newOffice, onUpdate },
      io.signal,
      async (store, restore) => {
        const settings = ask((key) => setting(store, key));
        const office = new OfficeSettings(store, fixedSettings(settings));
        const folder = logFolder(settings);
        startLog(
          logLevel(settings),
          folder === null ? null : { folder, days: () => office.days("log_days") },
        );
        const server = await startServer({ config, store, office, restore });
        const { origin, secure, setupCode } = server;
        if (!told) {
          io.out(`Belltower: ${origin}\n`);
          if (secure.length > 0) io.out(`by HTTPS: ${secure.join(", ")}\n`);
        }
        if (setupCode !== null) io.out(invitation([origin, ...secure.slice(0, 1)], setupCode));
        watch?.ready();
        if (told) return server;
        told = true;
        surviveErrors();
        return server;
      },
      () => watch?.stopping(),
    );
    return 0;
  },
};

function inWords(step: UpdateStep): string {
  const what = "Updating the database, which can take minutes";
  switch (step.kind) {
    case "copy":
      return `${what}: a copy of it is made first`;
    case "check":
      return `${what}: every reference is checked`;
    case "step":
      return `${what}: step ${step.step} of ${step.of}${percent(step.done)}`;
  }
}

/** In steps of ten: it is a line each time. */
function percent(done: number): string {
  const tenth = Math.floor(done * 10);
  return tenth === 0 ? "" : `, ${tenth}0 %`;
}

/** Only here: the log is read by more people than the console. */
function invitation(origins: readonly string[], code: string): string {
  const where = origins.map((origin) => `${origin}/setup`).join(" or ");
  return [
    "",
    `  This office has no administrator yet. Set it up at ${where}`,
    `  with this code, which holds until the server stops (설정 코드):`,
    "",
    `      ${code}`,
    "",
    "",
  ].join("\n");
}

type Settings = Readonly<Record<SettingName, Settled>>;

async function configOf(settings: Settings): Promise<Config> {
  const { data, line, dialect } = settings;
  if (line.value === null && dialect.value !== null) {
    throw new ConfigError("--dialect needs --line: it says how that device speaks");
  }
  return {
    data: data.value!,
    ...transportOf(settings),
    line: line.value === null
      ? null
      : { device: line.value, dialect: await loadDialect(dialect.value ?? "416") },
  };
}

function logLevel(settings: Settings): typeof LOG_LEVELS[number] {
  return LOG_LEVELS.find((level) => level === settings["log-level"].value) ?? "info";
}

/** Null where there is to be no file. */
function logFolder({ data, "log-file": file }: Settings): string | null {
  return file.value === "off" ? null : `${data.value}/log`;
}
