import { deepEqual } from "node:assert/strict";
import { type Permission, PERMISSIONS } from "../../lib/domain/permission.ts";
import { may, permissionsOf, rolesThatMay } from "../../lib/domain/role_permissions.ts";
import { type Role, ROLES } from "../../lib/domain/staff.ts";

const ALL: readonly Role[] = ["agent", "supervisor", "admin"];
const ABOVE: readonly Role[] = ["supervisor", "admin"];
const ADMIN: readonly Role[] = ["admin"];

/** Every permission, and who has it: whoever changes the table says so here too. */
const WHO: Readonly<Record<Permission, readonly Role[]>> = {
  "desk.use": ALL,
  "account.use": ALL,
  "account.sign_in_anywhere": ADMIN,
  "calls.see": ALL,
  "calls.export": ALL,
  "calls.link": ALL,
  "calls.hear_all": ABOVE,
  "calls.control": ["agent", "supervisor", "admin"],
  "calls.listen": ["supervisor", "admin"],
  "calls.dial": ALL,
  "calls.dial_from_any_extension": ABOVE,
  "work.do": ALL,
  "work.change_any": ABOVE,
  "customers.see": ALL,
  "customers.edit": ALL,
  "customers.merge": ABOVE,
  "customers.import": ABOVE,
  "customers.export": ABOVE,
  "consultations.see": ALL,
  "consultations.write": ALL,
  "consultations.correct": ABOVE,
  "consultations.export": ABOVE,
  "files.see": ALL,
  "files.add": ALL,
  "files.add_to_any_call": ABOVE,
  "files.remove_any": ABOVE,
  "files.limit": ADMIN,
  "board.see": ALL,
  "wall.manage": ABOVE,
  "campaigns.call": ALL,
  "campaigns.manage": ABOVE,
  "reports.see": ABOVE,
  "settings.see": ADMIN,
  "office.manage": ADMIN,
  "words.manage": ADMIN,
  "fields.manage": ADMIN,
  "dialling.manage": ADMIN,
  "retention.manage": ADMIN,
  "staff.manage": ADMIN,
  "extensions.manage": ADMIN,
  "lines.manage": ADMIN,
  "lines.watch": ADMIN,
  "audit.see": ADMIN,
  "backups.manage": ADMIN,
  "backups.restore": ADMIN,
  "jobs.manage": ADMIN,
  "server.look_after": ADMIN,
  "metrics.read": ADMIN,
};

Deno.test("every permission is of the roles that are listed, and of no other", () => {
  const having = (has: (role: Role, permission: Permission) => boolean) =>
    Object.fromEntries(PERMISSIONS.map((one) => [one, ROLES.filter((role) => has(role, one))]));
  deepEqual(having(may), WHO);
  deepEqual(having((role, one) => permissionsOf(role)[one]), WHO);
  deepEqual(having((role, one) => rolesThatMay(one).includes(role)), WHO);
});

Deno.test("a stranger may nothing at all", () => {
  deepEqual(Object.entries(permissionsOf(null)).filter(([, has]) => has), []);
});

function* files(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* files(path);
    else if (/\.(ts|eta)$/.test(entry.name)) yield path;
  }
}

const SOURCES = [...files("lib"), ...files("views")].map((path) =>
  [path, Deno.readTextFileSync(path)] as const
);

Deno.test("roles are compared where the permissions stand, and nowhere else", () => {
  const compared =
    /\brole\s*[!=]==?\s*"|[!=]==?\s*"(supervisor|admin)"|ROLES\.indexOf|\brole = '|\brole IN \('/;
  // The demo gives those who sit at phones something to have said: what a role is, not what it may.
  const elsewhere = SOURCES.filter(([path]) =>
    !path.startsWith("lib/domain/") && !path.startsWith("lib/demo/")
  );
  deepEqual(elsewhere.filter(([, text]) => compared.test(text)).map(([path]) => path), []);
});

Deno.test("views ask for permissions by names that there are, and every permission is asked for", () => {
  const known: readonly string[] = PERMISSIONS;
  const asked = /\bmay(?:\.(\w+)|\["([^"]*)"\])/g;
  const wrong = SOURCES.filter(([path]) => path.endsWith(".eta")).flatMap(([path, text]) =>
    [...text.matchAll(asked)].map(([, dotted, name]) => name ?? dotted ?? "")
      .filter((name) => !known.includes(name)).map((name) => `${path}: ${name}`)
  );
  deepEqual(wrong, []);
  const code = SOURCES.filter(([path]) => !/domain\/(role_)?permissions?\.ts$/.test(path))
    .map(([, text]) => text).join("\n");
  deepEqual(known.filter((name) => !code.includes(`"${name}"`)), []);
});
