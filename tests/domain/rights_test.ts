import { deepEqual, equal } from "node:assert/strict";
import { may, reaches, type Right, RIGHTS, rightsOf } from "../../lib/domain/rights.ts";
import { type Role, ROLES } from "../../lib/domain/staff.ts";

/** Every right, and who has it: whoever changes the table says so here too. */
const WHO: Readonly<Record<Right, readonly Role[]>> = {
  hear_every_call: ["supervisor", "admin"],
  dial_from_any_extension: ["supervisor", "admin"],
  correct_consultations: ["supervisor", "admin"],
  attach_to_any_call: ["supervisor", "admin"],
  remove_any_file: ["supervisor", "admin"],
  supervise: ["supervisor", "admin"],
  administer: ["admin"],
  hear_of_backups: ["admin"],
  hear_of_free_space: ["admin"],
  hear_of_certificates: ["admin"],
  watch_lines: ["admin"],
  read_metrics: ["admin"],
  sign_in_from_anywhere: ["admin"],
};

Deno.test("every right is of the roles that are listed, and of no other", () => {
  const rights = Object.keys(RIGHTS) as Right[];
  const having = rights.map((right) => [right, ROLES.filter((role) => may(role, right))]);
  deepEqual(Object.fromEntries(having), WHO);
});

Deno.test("a stranger has no right at all, and a role has those of the ones below it", () => {
  deepEqual(Object.values(rightsOf(null)).filter((has) => has), []);
  equal(reaches("supervisor", "agent"), true);
  equal(reaches("supervisor", "supervisor"), true);
  equal(reaches("supervisor", "admin"), false);
});

function* files(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* files(path);
    else if (/\.(ts|eta)$/.test(entry.name)) yield path;
  }
}

Deno.test("roles are compared where the rights stand, and nowhere else", () => {
  const compared = /\brole\s*[!=]==?\s*"|[!=]==?\s*"(supervisor|admin)"|ROLES\.indexOf/;
  // The demo gives those who sit at phones something to have said: what a role is, not what it may.
  const elsewhere = [...files("lib"), ...files("views")].filter((path) =>
    !path.startsWith("lib/domain/") && !path.startsWith("lib/demo/")
  );
  deepEqual(elsewhere.filter((path) => compared.test(Deno.readTextFileSync(path))), []);
});
