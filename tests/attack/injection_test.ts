import { deepEqual, equal, ok } from "node:assert/strict";
import { formsIn, type FoundForm, parametersIn, paths, readPages } from "./pages.ts";
import { Attacker } from "./target.ts";

const SCRIPT = "<script src=x data-attack></script>";
const BREAK_OUT = '" onattack="1';
const HOSTILE = `x'${BREAK_OUT}>${SCRIPT}{{7907*7919}}<%=7907*7919%>\${7907*7919}' OR '1'='1`;
/** As a browser would have it in a page: text that runs. */
const RUNS = ["<script src=x data-attack", ` onattack="1`, " onattack='1", "62615533"];

/** What a field takes that takes no free text. */
const FITTING: Readonly<Record<string, string>> = {
  number: "010-9999-0001",
  from: "09:00",
  to: "18:00",
  mostTries: "3",
  retryMinutes: "60",
  limit: "20",
  email: "a@b.example",
  callbackAt: "",
  birthday: "",
  login: "attacker",
  password: "a long password 4711",
};

const SHORT = `"><script src=x data-attack>`;

const WAYS: readonly ((name: string) => string)[] = [
  () => HOSTILE,
  (name) => FITTING[name] ?? HOSTILE,
  (name) => FITTING[name] ?? SHORT,
];

/** Forms that end the attack or bring the line into disorder. */
const LEFT_OUT =
  /logout|restore|password|sign-out|sessions|staff\/\d+|language|lines|presence|undo|backup|screens\/\d+/;

function runsIn(pages: ReadonlyMap<string, string>): string[] {
  return [...pages].flatMap(([path, html]) =>
    RUNS.filter((part) => html.includes(part)).map((part) => `${path}: ${part}`)
  );
}

Deno.test("what is typed into every field of every form is shown as text on every page", async () => {
  const admin = await Attacker.signedIn("admin");
  const before = await readPages(admin);
  deepEqual(runsIn(before), []);
  const forms = new Map<string, FoundForm>();
  for (const [page, html] of before) {
    for (const form of formsIn(html)) {
      const action = form.action || page.split("?")[0]!;
      if (form.method !== "post" || LEFT_OUT.test(action)) continue;
      forms.set(`${action} ${form.fields.map(({ name }) => name).join()}`, { ...form, action });
    }
  }
  ok(forms.size > 15, `only ${forms.size} forms were found`);
  for (const { action, fields } of forms.values()) {
    // First wherever somebody types; then with what the other fields want, so that it is stored; then a short one.
    for (const write of WAYS) {
      const values = fields.map(({ name, kind, value }) => [
        name,
        kind === "given" ? value : write(name),
      ]);
      const { status, text } = await admin.post(action, values);
      ok(status < 500, `${action} was answered ${status}`);
      deepEqual(runsIn(new Map([[action, text]])), []);
    }
  }
  const found = await admin.send("/customers?q=attack");
  const made = [...found.text.matchAll(/\/customers\/(\d+)"/g)].map(([, id]) => id!).slice(0, 3);
  const cards = made.flatMap((
    id,
  ) => [`/customers/${id}`, `/customers/${id}/edit`, `/detail?customer=${id}`]);
  const after = await readPages(admin, ["/customers?q=attack", "/search?q=attack", ...cards]);
  deepEqual(runsIn(after), []);
  const shown = [...after.values()].filter((html) => html.includes("&lt;script src=x data-attack"));
  ok(shown.length >= 15, `the hostile text is stored and shown on ${shown.length} pages only`);
});

const AT_ONCE = 4;

const QUERIES = [
  HOSTILE,
  "' OR 1=1 --",
  "1; DROP TABLE customers --",
  "1 UNION SELECT password_hash FROM staff",
  "%",
  "\0",
  "-1",
  "9".repeat(30),
  "../../../../etc/passwd",
  "a\r\nSet-Cookie: x=1",
  '*" NEAR(',
  "\ud800",
];

Deno.test("nothing said in any parameter of any page breaks it, runs in it or gets into a header", async () => {
  const admin = await Attacker.signedIn("admin");
  const pages = await readPages(admin);
  const seen = new Map<string, [string, string]>();
  for (const html of pages.values()) {
    for (const [path, name] of parametersIn(html)) {
      const kind = path.replace(/\d+/g, "1");
      if (!/logout|live|restore/.test(path)) seen.set(`${kind} ${name}`, [path, name]);
    }
  }
  for (const path of paths("GET")) {
    for (const name of ["q", "next", "id", "sort"]) seen.set(`${path} ${name}`, [path, name]);
  }
  ok(seen.size > 60, `only ${seen.size} parameters were found`);
  // Each parameter meets a third of the list, and each of the list many parameters.
  const asked = [...seen.values()].flatMap(([path, name], turn) =>
    QUERIES.filter((_, index) => (index + turn) % 3 === 0).map((value) => ({ path, name, value }))
  );
  const broken: string[] = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let next = asked.pop(); next !== undefined; next = asked.pop()) {
      const { path, name, value } = next;
      const what = `${path} ${name}=${value}`;
      const { status, headers, text } = await admin.send(
        `${path}?${new URLSearchParams({ [name]: value })}`,
      );
      if (status >= 500) broken.push(`${what}: ${status}`);
      if (headers.get("set-cookie") !== null) broken.push(`${what}: a cookie`);
      if (/SQLITE|syntax error|no such column|at .*\.ts:\d+/.test(text)) {
        broken.push(`${what}: says too much`);
      }
      const isPage = headers.get("content-type")?.startsWith("text/html") ?? false;
      if (isPage) broken.push(...runsIn(new Map([[what, text]])));
    }
  }));
  deepEqual(broken, []);
});

Deno.test("identifiers that are none, or of somebody who is not there, find nothing and break nothing", async () => {
  const admin = await Attacker.signedIn("admin");
  for (
    const id of [
      "0",
      "-1",
      "1e3",
      "999999999",
      "1'--",
      "%00",
      "9".repeat(40),
      "%F0%9F%98%80",
      "..",
      "NaN",
    ]
  ) {
    for (const path of paths("GET", [id])) {
      if (!path.includes(id)) continue;
      const { status } = await admin.send(path);
      ok(status < 500, `${path} was answered ${status}`);
    }
  }
  for (const id of ["0", "999999999", "x"]) {
    for (const path of paths("POST", [id])) {
      if (!path.includes(`/${id}`)) continue;
      const { status } = await admin.post(path, { name: "x", version: "x", do: "x" });
      ok(status < 500, `POST ${path} was answered ${status}`);
    }
  }
});

Deno.test("forms with fields twice, of the wrong kind or far too many break nothing", async () => {
  const admin = await Attacker.signedIn("admin");
  const many = Array.from({ length: 5000 }, (_, i) => [`f${i % 50}`, "x"]);
  const odd = [
    ["name", "a"],
    ["name", "b"],
    ["version", "NaN"],
    ["number", ""],
    ["__proto__", "x"],
    ["constructor", "x"],
  ];
  for (const path of paths("POST")) {
    for (const fields of [many, odd]) {
      const { status } = await admin.post(path, fields);
      ok(status < 500, `${path} was answered ${status}`);
    }
  }
  equal(({} as Record<string, unknown>)["x"], undefined);
});
