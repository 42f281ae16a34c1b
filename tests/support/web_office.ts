import type { Hono } from "hono";
import { NO_TEXTS } from "../../lib/domain/customer_fields.ts";
import { LineAtWork } from "../../lib/switchboard/line_at_work.ts";
import { reportOf } from "../../lib/switches/pbx416/report.ts";
import type { Call } from "../../lib/domain/call.ts";
import { newestCall } from "./newest_call.ts";
import { committedOf } from "../../lib/server/office_events.ts";
import type { CallEvent } from "../../lib/domain/call_event.ts";
import type { TrunkEvent } from "../../lib/switches/pbx416/frames/trunk_event.ts";
import type { Customer } from "../../lib/domain/customer.ts";
import type { Role, Staff } from "../../lib/domain/staff.ts";
import { exportRows } from "../../lib/jobs/export/export_rows.ts";
import type { StreamRequest } from "../../lib/jobs/export/request.ts";
import { Jobs } from "../../lib/jobs/jobs.ts";
import type { HubLimits } from "../../lib/live/browsers.ts";
import { LiveHub } from "../../lib/live/hub.ts";
import type { BackupsSeen } from "../../lib/store/backup/backup_trouble.ts";
import { createCustomer, type CustomerInput } from "../../lib/store/customers.ts";
import { ProgramMetrics } from "../../lib/metrics/program_metrics.ts";
import type { Store } from "../../lib/store/database.ts";
import { OfficeNews } from "../../lib/server/office_news.ts";
import { keepAttendance } from "../../lib/server/keep_attendance.ts";
import { Health } from "../../lib/server/health.ts";
import { assignExtension } from "../../lib/store/extensions.ts";
import { type FixedSettings, OfficeSettings } from "../../lib/store/office_settings.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { rightsState } from "../../lib/store/rights_state.ts";
import { createSession } from "../../lib/store/sessions.ts";
import { createStaff, staffByLogin } from "../../lib/store/staff.ts";
import { createApp } from "../../lib/web/app.ts";
import type { CommandName, CommandOutcome, SwitchCommand } from "../../lib/domain/call_command.ts";
import { DialRate } from "../../lib/desk/telephony/dial_rate.ts";
import type { Telephony } from "../../lib/desk/telephony/telephony.ts";
import type { WebDeps } from "../../lib/web/deps.ts";
import type { WebParts } from "../../lib/web/services.ts";
import { newToken, tokenHash } from "../../lib/web/guard/session_token.ts";
import { loadStaticFiles } from "../../lib/web/static_files.ts";
import { loadViews } from "../../lib/web/views.ts";
import type { WebEnv } from "../../lib/web/visit.ts";
import { PLENTY } from "./all_well.ts";
import type { PasswordCheck } from "../../lib/web/guard/password_check.ts";
import { cheapPasswords } from "./cheap_password.ts";
import { TestSwitch } from "./test_switch.ts";
import { passingStore } from "./passing_store.ts";
import { outsideDev } from "./temporary_folder.ts";

/** Opens the setup of an office without an administrator. */
export const SETUP_CODE = "7K4M-Q9TX";

export const ORIGIN = "http://office.test";

/** 2026-11-21, a Saturday, 14:00 in Seoul. */
export const NOON = Date.UTC(2026, 10, 21, 5, 0, 0);

const LAPSE = { ringLapseMs: 60_000, talkLapseMs: 14_400_000 };

const STAFF: readonly (readonly [string, string, Role, string | null])[] = [
  ["kim", "김상담", "agent", "202"],
  ["lee", "이응대", "agent", "203"],
  ["oper", "오교환", "agent", "200"],
  ["super", "서감독", "supervisor", "210"],
  ["admin", "안관리", "admin", null],
];

const NOBODY: CustomerInput = { ...NO_TEXTS, numbers: [] };

/** An office in memory with the web in front of it and a faked clock: what tests of pages stand on. */
export class WebOffice {
  now = NOON;
  readonly store: Store = passingStore();
  readonly hub: LiveHub;
  readonly office: OfficeSettings;
  readonly metrics = new ProgramMetrics();
  /** What lies in the folder of the backups. */
  backups: BackupsSeen = { reachable: true, last: null, at: NOON, passphraseLost: false };
  /** What goes round in the server. */
  keepers: ReturnType<WebDeps["keepers"]["states"]> = [];
  readonly app: Hono<WebEnv>;
  readonly lines: {
    states: ReturnType<Telephony["status"]>;
    dialled: string[];
    /** The lines on which those telephones are. */
    dialledOn: (readonly number[])[];
    /** IDs of lines that are not open. */
    closed: number[];
    ports: ReturnType<WebDeps["ports"]>;
    /** What the lines' switches can be asked, and what came of it. */
    commands: readonly CommandName[];
    performed: [line: number, SwitchCommand][];
    outcome: CommandOutcome;
    /** How often the web asked for the lines to be read again. */
    reloads: number;
  };
  /** What pages write beside the database, which is in memory. */
  readonly #data = Deno.makeTempDirSync({ prefix: "belltower-test-", ...outsideDev() });
  readonly #switches = new Map<number, TestSwitch>();
  readonly #news: OfficeNews;
  readonly #line: number;

  /** `staff` is empty for an office that nobody has set up. */
  constructor(
    limits?: HubLimits,
    more: Partial<Pick<WebDeps, "https" | "hsts" | "health" | "space" | "data" | "jobs">> = {},
    staff = STAFF,
    fixed: FixedSettings = {},
    passwords: PasswordCheck = cheapPasswords(),
  ) {
    this.office = new OfficeSettings(this.store, fixed);
    const now = () => this.now;
    this.hub = new LiveHub(limits, now, {
      committed: committedOf(this.store),
      rights: () => rightsState(this.store),
      attended: keepAttendance(this.store, now),
    });
    this.store.onCommit(() => this.hub.read());
    this.lines = {
      states: [],
      dialled: [],
      dialledOn: [],
      closed: [],
      ports: [],
      reloads: 0,
      commands: ["dial"],
      performed: [],
      outcome: { outcome: "done" },
    };
    for (const [login, name, role, extension] of staff) {
      const staff = createStaff(this.store, { login, name, role, passwordHash: "" }, this.now);
      if (extension !== null) assignExtension(this.store, extension, staff.id);
    }
    const news = new OfficeNews(this.hub, this.metrics, () => undefined);
    this.#news = news;
    this.#line = this.addLine("test");
    const health = new Health(this.store, () => undefined, () => this.now);
    health.check();
    this.app = createApp({
      store: this.store,
      data: this.#data,
      jobs: new ExportsOnly(this.store),
      keepers: { states: () => this.keepers },
      backups: { seen: () => this.backups, look: () => Promise.resolve(this.backups) },
      hub: this.hub,
      metrics: this.metrics,
      telephony: {
        status: () => this.lines.states,
        statusOf: () => null,
        commandsOf: () => new Set(this.lines.commands),
        reaches: ({ lines }) => lines.some((line) => !this.lines.closed.includes(line)),
        dial: ({ number, lines }, digits) => {
          this.lines.dialled.push(`${number} ${digits}`);
          this.lines.dialledOn.push(lines);
          return Promise.resolve({ outcome: "done" });
        },
        perform: (line, command) => {
          this.lines.performed.push([line, command]);
          return Promise.resolve(this.lines.outcome);
        },
        reload: () => {
          this.lines.reloads++;
          return Promise.resolve();
        },
      },
      dialRate: new DialRate(),
      ports: () => this.lines.ports,
      health,
      space: PLENTY,
      clock: () => this.now,
      version: "0.0.0",
      office: this.office,
      setupCode: SETUP_CODE,
      demo: false,
      https: null,
      linkOrigin: (host) => `http://${host}`,
      hsts: false,
      ...more,
      restore: () => undefined,
    }, { ...filesOfProgram(), passwords });
  }

  staff(login: string): Staff {
    return staffByLogin(this.store, login)!.staff;
  }

  customer(
    input: Partial<Omit<CustomerInput, "numbers">> & { readonly numbers?: readonly string[] },
  ): Customer {
    const numbers = (input.numbers ?? []).map((number) => ({ number, label: "" }));
    return createCustomer(this.store, { ...NOBODY, ...input, numbers }, { by: null, at: this.now });
  }

  /** A line more; returns its ID. */
  addLine(device: string): number {
    const line = ensureLine(this.store, device, "416");
    const theSwitch = new TestSwitch({ lapse: LAPSE });
    new LineAtWork(this.store, line, theSwitch, {
      onEvents: () => this.#news.onEvents(),
      onHeard: () => undefined,
      onStatus: () => undefined,
    }).start();
    this.#switches.set(line.id, theSwitch);
    return line.id;
  }

  /** What the wire says, one second after the last, on the first line or on `line`; stored and told as the server does it. */
  wire(event: TrunkEvent, line = this.#line): Call {
    this.now += 1000;
    const frame = { at: this.now, bytes: new Uint8Array(), event, remark: null };
    this.#switches.get(line)!.tell(reportOf(frame));
    return newestCall(this.store);
  }

  /** What a switch that tells connections itself says, an event a second; stored and told as the server does it. */
  tells(...events: CallEvent[]): Call {
    for (const event of events) {
      this.now += 1000;
      this.#switches.get(this.#line)!.tell({ at: this.now, events: () => [event], raw: null });
    }
    return newestCall(this.store);
  }

  /** A trunk rings, with the number of the caller; null for a withheld one. */
  rings(trunk: string, extension: string | null, number: string | null, line?: number): Call {
    const caller = number === null
      ? { number: null, reason: "withheld" as const }
      : { number, reason: null };
    return this.wire({ type: "Delivered", trunk, extension, caller }, line);
  }

  answers(trunk: string, extension: string, line?: number): Call {
    return this.wire({ type: "Established", trunk, extension }, line);
  }

  ends(trunk: string, line?: number): Call {
    return this.wire({ type: "ConnectionCleared", trunk, extension: null }, line);
  }

  /** A browser in which this person is signed in. */
  browser(login: string): Browser {
    const token = newToken();
    createSession(this.store, {
      tokenHash: tokenHash(token)!,
      staffId: this.staff(login).id,
      address: "",
      userAgent: "",
    }, this.now);
    return new Browser(this.app, `belltower_session=${token}`);
  }

  stranger(): Browser {
    return new Browser(this.app, "");
  }

  [Symbol.dispose](): void {
    this.hub.close();
    this.store.close();
    Deno.removeSync(this.#data, { recursive: true });
  }
}

let made: Pick<WebParts, "views" | "files"> | null = null;

/** Compiled and read once for all offices of a test file. */
function filesOfProgram(): Pick<WebParts, "views" | "files"> {
  return made ??= { views: loadViews(), files: loadStaticFiles() };
}

/** A worker could not see a database in memory: exports are written where it is, and jobs wait for ever. */
class ExportsOnly extends Jobs {
  constructor(private readonly from: Store) {
    super(from, ":memory:");
  }

  override look(): void {}

  override exportStream(request: StreamRequest): ReadableStream<Uint8Array> {
    return exportRows(this.from, request);
  }
}

/** One browser: sends what a browser would send by itself. */
export class Browser {
  constructor(private readonly app: Hono<WebEnv>, public cookie: string) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return await this.app.request(ORIGIN + path, { headers: { cookie: this.cookie, ...headers } });
  }

  /** As htmx asks for a part of the page `from`. */
  async part(path: string, from = "/desk"): Promise<Response> {
    return await this.get(path, { "HX-Request": "true", "HX-Current-URL": ORIGIN + from });
  }

  async post(
    path: string,
    fields: Record<string, string> | string[][],
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return await this.app.request(ORIGIN + path, {
      method: "POST",
      headers: { cookie: this.cookie, origin: ORIGIN, host: "office.test", ...headers },
      body: new URLSearchParams(fields),
    });
  }

  /** As htmx sends a form of the page `from`. */
  async send(path: string, fields: Record<string, string> | string[][], from = "/desk") {
    return await this.post(path, fields, {
      "HX-Request": "true",
      "HX-Current-URL": ORIGIN + from,
    });
  }
}
