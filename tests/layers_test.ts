import { deepEqual, ok } from "node:assert/strict";
import { circles } from "./support/circles.ts";

/** What each room may import from, besides itself and packages. Imports point one way. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  base: [],
  domain: [],
  log: [],
  version: [],
  switches: ["base", "domain"],
  store: ["base", "domain", "switches"],
  desk: ["base", "domain", "switches", "store"],
  switchboard: ["base", "domain", "switches", "store", "desk"],
  live: ["base", "domain"],
  jobs: ["base", "domain", "store", "desk", "text"],
  metrics: [],
  certificates: ["base", "domain"],
  gate: ["base", "domain"],
  service: ["base"],
  text: ["domain"],
  demo: ["domain", "switches", "store"],
  web: [
    ...["base", "domain", "switches", "store", "desk", "live", "text", "jobs", "metrics"],
    "certificates",
  ],
  server: [
    ...["base", "domain", "switches", "store", "desk", "switchboard", "live", "text", "jobs"],
    ...["metrics", "web", "config", "certificates", "gate", "version"],
  ],
  config: ["domain", "switches"],
  commands: [
    ...["base", "domain", "switches", "store", "desk", "switchboard", "live", "text", "jobs"],
    ...["demo", "server", "service", "config", "certificates", "log", "version"],
  ],
};

/** Modules that do something with the world; the pure rooms may not have them. */
const WORLD = /\bDeno\.|node:(?!assert)|Date\.now\(|new Date\(\)|performance\.now\(|setTimeout\(/;

function* sources(folder: string, end = ".ts"): Generator<string> {
  for (const entry of Deno.readDirSync(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sources(path, end);
    else if (entry.name.endsWith(end)) yield path;
  }
}

const roomOf = (path: string) => /^lib\/([a-z_]+)/.exec(path)?.[1] ?? "main";

function importsOf(path: string): string[] {
  const text = Deno.readTextFileSync(path);
  const found = text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  return [...found].map(([, target]) => new URL(target!, `file:///${path}`).pathname.slice(1));
}

Deno.test("imports point one way, from the web down to the domain", () => {
  const wrong: string[] = [];
  for (const path of sources("lib")) {
    const room = roomOf(path);
    ok(MAY_IMPORT[room] !== undefined, `${path}: no room of that name is known here`);
    for (const target of importsOf(path)) {
      const into = roomOf(target);
      if (into !== room && !MAY_IMPORT[room].includes(into)) wrong.push(`${path} -> ${target}`);
    }
  }
  deepEqual(wrong, []);
});

Deno.test("no file of lib and no script of the pages imports itself by way of others, types included", () => {
  deepEqual(circles(new Map([["a", ["b"]], ["b", ["c"]], ["c", ["b"]]])), ["b -> c -> b"]);
  const files = [...sources("lib"), ...sources("static", ".js")];
  deepEqual(circles(new Map(files.map((path) => [path, importsOf(path)]))), []);
});

/** The folders in the rooms: what lies in a room or a folder itself holds those in it together, from above and from below. */
function foldersInRooms(): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/"));
  const isIn = (folder: string) => folder.split("/").length > 2;
  const holds = (one: string, other: string) => `${other}/`.startsWith(`${one}/`);
  for (const path of sources("lib")) {
    const folder = folderOf(path);
    const others = importsOf(path).map(folderOf)
      .filter((other) => isIn(other) && !holds(folder, other) && !holds(other, folder));
    if (isIn(folder)) folders.set(folder, [...new Set([...folders.get(folder) ?? [], ...others])]);
  }
  return folders;
}

Deno.test("the folders in a room go round in no circle", () => {
  deepEqual(circles(foldersInRooms()), []);
});

const WEB = "lib/web/";
const isFeature = (folder: string) => folder !== "" && exists(`${WEB}${folder}/routes.ts`);

function exists(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** How high a file of the web stands: the mechanism, the frame of every page, the features, what joins these. */
function heightInWeb(path: string): number {
  const [folder, file] = path.slice(WEB.length).split("/");
  if (file === undefined) return ["app.ts", "routes.ts"].includes(folder!) ? 3 : 0;
  if (isFeature(folder!)) return 2;
  return folder === "frame" ? 1 : 0;
}

Deno.test("in the web, features stand on the frame of every page, and the frame on the mechanism", () => {
  const up: string[] = [];
  for (const path of sources("lib/web")) {
    for (const target of importsOf(path).filter((one) => one.startsWith(WEB))) {
      if (heightInWeb(path) < heightInWeb(target)) up.push(`${path} -> ${target}`);
    }
  }
  // The list of what all views are given has no code (as the next test has it).
  deepEqual(up.filter((arrow) => !/^lib\/web\/view_data\.ts -> .*\/views\.ts$/.test(arrow)), []);
  const heights = new Set([...sources("lib/web")].map(heightInWeb));
  deepEqual([...heights].sort(), [0, 1, 2, 3]);
});

Deno.test("what views are given is said in types and lists of words alone, without code of the web", () => {
  const reached = new Set(["lib/web/view_data.ts"]);
  for (const path of reached) {
    for (const target of importsOf(path)) if (target.startsWith(WEB)) reached.add(target);
  }
  ok(reached.size > 50);
  const code = /^import (?!type )|\b(?:function|class)\b|=>/m;
  deepEqual([...reached].filter((path) => code.test(Deno.readTextFileSync(path))), []);
});

Deno.test("the wire's rules and the call state know neither clock nor system", () => {
  const pure = [
    ...sources("lib/switches/pbx416/frames"),
    ...sources("lib/switches/pbx416/dialect"),
    "lib/switches/pbx416/reconstruct.ts",
    "lib/domain/call_course.ts",
    "lib/domain/call_connections.ts",
    "lib/domain/call_end.ts",
    "lib/domain/united_calls.ts",
    "lib/domain/call_book.ts",
    "lib/switches/pbx416/link/link.ts",
  ];
  deepEqual(pure.filter((path) => WORLD.test(Deno.readTextFileSync(path))), []);
});

/** Who knows a kind of switch by its folder and not by its row in switch_kinds.ts, and why. */
const KNOWS_A_SWITCH: Readonly<Record<string, string>> = {
  "lib/config.ts": "takes --dialect, which is the 416's",
  "lib/commands/replay.ts": "plays captures of a 416",
  "lib/commands/demo.ts": "plays a virtual PBX",
  "lib/demo/sample_customers.ts": "makes those who call the virtual PBX",
  "lib/demo/sample_words.ts": "makes those who call the virtual PBX",
  "lib/desk/first_start/setup_rules.ts": "offers the virtual PBX beside the ports",
  "lib/web/first_start/setup_view.ts": "offers the virtual PBX beside the ports",
  "lib/web/lines/line_form_view.ts": "offers the virtual PBX beside the ports",
  "lib/web/lines/frame_view.ts": "shows what bytes say of a trunk",
};

Deno.test("a kind of switch is known by its row alone, but where it is told why not", () => {
  const kinds = /^lib\/switches\/(?!serial\/)\w+\//;
  const knowing = [...sources("lib")].filter((path) =>
    roomOf(path) !== "switches" && importsOf(path).some((target) => kinds.test(target))
  );
  deepEqual(knowing.sort(), Object.keys(KNOWS_A_SWITCH).sort());
});

Deno.test("SQL stands in the store only", () => {
  const sql = /\b(SELECT\s.+\sFROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b/;
  const elsewhere = [...sources("lib")].filter((path) => !path.startsWith("lib/store/"));
  deepEqual(elsewhere.filter((path) => sql.test(Deno.readTextFileSync(path))), []);
});

/** What the store writes of a subject whose rules are in lib/desk. */
const WRITERS = [
  ...["createStaff", "updateStaff", "setPassword", "setActive", "setExtensionsOf", "setUpOffice"],
  ...["createCustomer", "updateCustomer", "mergeCustomers", "undoMerge", "sayDifferent"],
  ...["createCustomField", "updateCustomField", "retireCustomField", "moveCustomField"],
  ...["saveDraft", "completeConsultation", "typeInto", "settle", "openDraft", "discardDraft"],
  ...["putReminderAway", "linkCall", "setDialsFrom"],
  ...["createLine", "updateLine", "enableLine", "knowAddresses", "createSession", "noteSignIn"],
  ...["createImport", "setBackupPlan", "setPassphrase", "createTask", "rewriteTask", "holdWork"],
  ...["releaseWork", "releaseAllWork", "moveWork", "finishWork", "reopenWork", "setSkill"],
];

Deno.test("accounts, customers, calls, imports and lines are written by the use cases of the desk, past no rule of theirs", () => {
  const used = new Set<string>();
  const past: string[] = [];
  for (const path of sources("lib")) {
    const text = Deno.readTextFileSync(path);
    for (const [, names] of text.matchAll(/import \{([^}]*)\} from "[^"]*\/store\/[^"]+"/g)) {
      for (const name of names!.split(",").map((one) => one.trim().split(" ")[0]!)) {
        if (!WRITERS.includes(name)) continue;
        used.add(name);
        // The demo makes its office of nothing.
        if (!["desk", "demo"].includes(roomOf(path))) past.push(`${path} imports ${name}`);
      }
    }
  }
  deepEqual(past, []);
  deepEqual([...used].sort(), WRITERS.toSorted());
});

/** What pages and commands write without a use case, and why there is no rule to be passed by. */
const WRITTEN_WITHOUT_RULES: Readonly<Record<string, string>> = {
  chooseColumns: "is how somebody looks at the log",
  saveFilter: "is how somebody looks at the log",
  removeFilter: "is how somebody looks at the log",
  setLanguage: "is how somebody reads the pages",
  endSession: "is the session of whoever signs out",
  touchSession: "is that a browser was here",
  touchWallScreen: "is that a screen was here",
  ensureLine: "is an option of the command line",
  noteAct: "is an entry of the audit",
  openStore: "begins an office, or brings one up to date",
  ...{ prepareRestore: "has no server", putInPlace: "has no server" },
  ...{ catchUpForQuestion: "brings an index up to date", logPage: "brings an index up to date" },
  ...{ findCustomers: "brings an index up to date", listDuplicates: "brings an index up to date" },
};

/** The exported functions of the store that write, by themselves or by another. */
function writersOfStore(): Set<string> {
  const bodies = new Map<string, string>();
  for (const path of sources("lib/store")) {
    const functions = Deno.readTextFileSync(path).matchAll(
      /^(?:export )?(?:async )?function (\w+)[^]*?^}/gm,
    );
    for (const [body, name] of functions) bodies.set(name!, (bodies.get(name!) ?? "") + body);
  }
  const writes = /\b(INSERT INTO|INSERT OR|UPDATE \w+ SET|DELETE FROM)\b/;
  const found = new Set([...bodies].filter(([, body]) => writes.test(body)).map(([name]) => name));
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const [name, body] of bodies) {
      const calls = [...body.matchAll(/\b(\w+)\(/g)].slice(1);
      if (calls.some(([, called]) => found.has(called!))) found.add(name);
    }
  }
  return found;
}

Deno.test("pages and commands write by the use cases of the desk, but for what has no rule", () => {
  const writers = writersOfStore();
  ok(writers.has("createCustomer") && writers.has("setBackupPlan"));
  const past: string[] = [];
  for (const path of sources("lib")) {
    if (!["web", "commands", "live"].includes(roomOf(path))) continue;
    const text = Deno.readTextFileSync(path);
    for (const [, names] of text.matchAll(/import \{([^}]*)\} from "[^"]*\/store\/[^"]+"/g)) {
      for (const name of names!.split(",").map((one) => one.trim().split(" ")[0]!)) {
        if (writers.has(name)) past.push(name);
      }
    }
  }
  deepEqual([...new Set(past)].sort(), Object.keys(WRITTEN_WITHOUT_RULES).sort());
});

Deno.test("a switch is asked for something by the use cases of the desk, past no rule of theirs", () => {
  const asks = /\btelephony\b[^;]*\.(dial|perform|reload)\(/;
  const asking = [...sources("lib")].filter((path) => asks.test(Deno.readTextFileSync(path)));
  deepEqual(asking.filter((path) => roomOf(path) !== "desk"), []);
  ok(asking.length > 0);
});

Deno.test("a file is put in place in one way, which survives a power cut", () => {
  const renaming = /Deno\.rename(Sync)?\(/;
  deepEqual(
    [...sources("lib")].filter((path) => renaming.test(Deno.readTextFileSync(path))).sort(),
    [
      "lib/base/durable.ts",
      // puts a full log aside
      "lib/log/rotating_file.ts",
    ],
  );
});

Deno.test("the environment is read in one place", () => {
  const readers = [...sources("lib")].filter((path) =>
    Deno.readTextFileSync(path).includes("Deno.env")
  );
  deepEqual(readers, []);
});

/** Timers that do more than wake somebody who waits, outside of the one guarded place; and why that ends nothing. */
const OTHER_TIMERS: Record<string, string> = {
  "lib/base/keep.ts": "is the guarded place",
  "lib/gate/gated_connection.ts": "closes a descriptor, and one that is closed already is none",
  "lib/switches/serial/port_driver.ts":
    "lives in a line's thread: an error ends it, and the switchboard starts another",
  "lib/switchboard/line_thread.ts": "starts a worker, which is caught",
  "lib/service/service_watch.ts": "tells systemd that the program lives, until it ends",
};

Deno.test("every timer of the program goes round in one guarded place", () => {
  const wakes = /setTimeout\(\s*(resolve|\w+\.resolve|\(\) => (resolve|reject|this\.#\w+\?\.)\()/;
  const timers = [...sources("lib")].filter((path) =>
    Deno.readTextFileSync(path).split("\n").some((line) =>
      /set(Interval|Timeout)\(/.test(line) && !wakes.test(line)
    )
  );
  deepEqual(timers.sort(), Object.keys(OTHER_TIMERS).sort());
});
