import { getLogger } from "@logtape/logtape";
import { guarded } from "../base/guarded.ts";
import { type Actor, PROGRAM } from "../domain/audit.ts";
import type { Permission } from "../domain/permission.ts";
import { may } from "../domain/role_permissions.ts";
import type { Config } from "../config.ts";
import { DialRate } from "../desk/telephony/dial_rate.ts";
import { Jobs } from "../jobs/jobs.ts";
import { HUB_LIMITS, LiveHub } from "../live/hub.ts";
import { ProgramMetrics } from "../metrics/program_metrics.ts";
import type { Store } from "../store/database.ts";
import type { StoreGone } from "../store/errors.ts";
import { ensureLine, type Line } from "../store/lines.ts";
import { databaseBytes, lastHeard, logBytes } from "../store/health.ts";
import { endAttendance } from "../store/agent_states.ts";
import { hasAdministrator } from "../store/first_start.ts";
import { OfficeSettings } from "../store/office_settings.ts";
import { rightsState } from "../store/rights_state.ts";
import type { SwitchboardListener, WorkingLine } from "../switchboard/line_at_work.ts";
import { LineThread } from "../switchboard/line_thread.ts";
import { switchOf } from "../switchboard/switch_of.ts";
import type { PlayedDay } from "../switches/switch_kind.ts";
import { Switchboard } from "../switchboard/switchboard.ts";
import { listPorts } from "../switches/serial/ports.ts";
import { VERSION } from "../version.ts";
import { newSetupCode } from "../web/guard/setup_code.ts";
import { createApp } from "../web/app.ts";
import { lineNews } from "../web/frame/line_view.ts";
import { BackupWatch } from "./backup_watch.ts";
import { keepAttendance } from "./keep_attendance.ts";
import { openFront } from "./front.ts";
import { FreeSpace } from "./free_space.ts";
import { serverKeepers } from "./keeper_list.ts";
import { Keepers } from "./keepers.ts";
import { headAnswer } from "./head_answer.ts";
import { Health } from "./health.ts";
import { committedOf } from "./office_events.ts";
import { OfficeNews } from "./office_news.ts";

const log = getLogger(["belltower", "server"]);

/** How long a stop waits for requests that are being answered. */
const LAST_ANSWERS_MS = 1000;

export interface ServerOptions {
  readonly config: Config;
  /** Opened by the caller; closed by `stop`. */
  readonly store: Store;
  /** Without it, what the database says. */
  readonly office?: OfficeSettings;
  readonly demo?: boolean;
  /** What happens at a virtual PBX. */
  readonly virtualDay?: PlayedDay;
  /** Without it, each line on a thread of its own, with a switch of the kinds that this program knows. */
  readonly lineFor?: (line: Line, listener: SwitchboardListener) => WorkingLine;
  /** Puts the checked backup in place, whoever stops this server for it. */
  readonly restore?: (by: Actor) => void;
}

export interface RunningServer {
  /** `http://127.0.0.1:8416` */
  readonly origin: string;
  /** `https://office.local:8443`, and by which other URLs browsers may come over TLS; none without. */
  readonly secure: readonly string[];
  /** What opens the setup of this start; null where the office has an administrator. */
  readonly setupCode: string | null;
  /** Resolves when nothing is stored from then on: the database's files are not in their place, or locked for good. */
  readonly gone: Promise<StoreGone>;
  /** Ends the streams, then the lines, then the database; within 3 s. */
  stop(): Promise<void>;
}

/**
 * Wires everything in the order of the flow: store, live hub, web, lines. Resolves when requests are answered;
 * the lines open meanwhile. Throws when an address is taken, a template broken or a dialect wrong.
 */
export async function startServer(
  { config, store, office = new OfficeSettings(store), demo = false, virtualDay, lineFor, restore }:
    ServerOptions,
): Promise<RunningServer> {
  if (config.line !== null) {
    ensureLine(store.as(PROGRAM), config.line.device, config.line.dialect.stored);
  }
  const hub = new LiveHub(HUB_LIMITS, Date.now, {
    committed: committedOf(store),
    rights: () => rightsState(store),
    attended: keepAttendance(store),
  });
  store.onCommit(() => hub.read());
  const metrics = new ProgramMetrics();
  const tellThose = (permission: Permission) =>
    hub.publish(({ role }) => may(role, permission) ? { name: "notices", data: {} } : null);
  const health = new Health(store, () => {
    // What is told of the disk beside the fault is not to be from before it.
    guarded("a look at the free space", () => space.look(), null);
    hub.announce(lineNews({ telephony, health }));
  });
  const space = new FreeSpace({
    directory: config.data,
    database: () => databaseBytes(store),
    log: () => logBytes(config.data),
    changed: () => tellThose("server.look_after"),
  });
  const tellStatus = () => hub.publish(lineNews({ telephony, health }));
  const news = new OfficeNews(hub, metrics, tellStatus);
  const onThread = (line: Line) =>
    new LineThread(line, switchOf(line, store), news, {
      data: config.data,
      claims: store.claims,
      virtualDay: virtualDay ?? null,
      onLeftWriting: () => health.leftWriting(),
    });
  const telephony = new Switchboard(
    store,
    news,
    (line) => lineFor?.(line, news) ?? onThread(line),
  );
  const jobs = new Jobs(store, config.data);
  const keepers = new Keepers();
  const keeping = new AbortController();
  const { signal } = keeping;
  const told = () => tellThose("backups.manage");
  const backups = new BackupWatch(store, config.data, told, signal);
  const front = await openFront(
    config,
    async (request, connection) => headAnswer(request.method, await app.fetch(request, connection)),
  );
  const setupCode = newSetupCode();
  const app = createApp({
    store,
    data: config.data,
    jobs,
    keepers,
    backups,
    hub,
    telephony,
    dialRate: new DialRate(),
    ports: listPorts,
    health,
    space,
    metrics,
    clock: Date.now,
    version: VERSION,
    office,
    setupCode,
    demo,
    https: front.https,
    linkOrigin: front.linkOrigin,
    hsts: config.https?.hsts ?? false,
    restore: restore ?? (() => log.error("This server cannot be stopped for a restore")),
  });
  // Whoever was at a browser of the server before this one was so until that was last heard of.
  endAttendance(store, lastHeard(store) ?? Date.now());
  hub.start();
  telephony.start();
  const renewal = front.https === null ? null : front.https.renewal;
  const work = {
    store,
    office,
    jobs,
    hub,
    health,
    space,
    backups,
    renewal,
    program: VERSION,
    signal,
  };
  keepers.start(serverKeepers(work), signal);
  const { origin } = front;
  const secure = front.https?.origins ?? [];
  const addresses = [origin, ...secure].join(", ");
  log.info("Belltower {version} answers at {addresses}", { version: VERSION, addresses });
  return {
    origin,
    secure,
    gone: health.gone,
    setupCode: hasAdministrator(store) ? null : setupCode,
    async stop() {
      hub.close();
      guarded("the end of everybody's attendance", () => endAttendance(store, Date.now()), null);
      try {
        await Promise.race([front.gate.finish(), passed(LAST_ANSWERS_MS)]);
        front.close();
        await Promise.all([telephony.stop(), jobs.stop()]);
      } finally {
        keeping.abort();
        store.close();
      }
    },
  };
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => Deno.unrefTimer(setTimeout(resolve, ms)));
}
