import { defaultDataFolder } from "../config.ts";
import { CONSOLE } from "../domain/audit.ts";
import { extensionName, extensionPlace } from "../domain/extension.ts";
import { isLoginName } from "../domain/login_name.ts";
import { hashPassword } from "../domain/password.ts";
import { type Role, ROLES } from "../domain/staff.ts";
import { openStore, type Store } from "../store/database.ts";
import { NotFound } from "../store/errors.ts";
import { createExtension, sameExtension, setExtensionsOf } from "../store/extensions.ts";
import { lineSetting } from "../store/line_settings.ts";
import { createStaff, listStaff, setPassword, staffByLogin } from "../store/staff.ts";
import { officeLanguage } from "../store/office_settings.ts";
import { translator } from "../text/translator.ts";
import type { FieldErrors } from "../web/forms/check.ts";
import { isExtensionNumber } from "../web/forms/extension_number.ts";
import { passwordError } from "../web/forms/password_form.ts";
import { checkStaff } from "../web/forms/staff_form.ts";
import {
  type Command,
  type CommandIo,
  noPositionals,
  onePositional,
  type Parsed,
  parseOptions,
  UsageError,
} from "./command.ts";
import { refuseMisspelt, sayNewOffice } from "./new_office.ts";

const OPTIONS = {
  data: "string",
  role: "string",
  extension: "list",
  name: "string",
  "password-stdin": "boolean",
} as const;

type StaffOptions = Parsed<typeof OPTIONS>["options"];

/** The console speaks English. */
const t = translator("en");

/** `belltower staff`: accounts without the web. Works beside a running server. */
export const staff: Command = {
  usage: [
    "belltower staff add LOGIN --role agent|supervisor|admin [--extension N[,N...]] [--name NAME] --password-stdin [--data DIR]",
    "belltower staff password LOGIN --password-stdin [--data DIR]",
    "belltower staff list [--data DIR]",
  ],
  summary: "makes accounts, gives new passwords, lists who there is",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, OPTIONS, io);
    const [action, ...rest] = positionals;
    switch (action) {
      case "add":
        await add(loginOf(rest), options, io);
        return 0;
      case "password":
        await password(loginOf(rest), options, io);
        return 0;
      case "list":
        noPositionals(rest);
        await list(options, io);
        return 0;
      default:
        throw new UsageError(
          action === undefined
            ? "add, password or list is missing"
            : `there is no "${action}"; expected add, password or list`,
        );
    }
  },
};

async function add(login: string, options: StaffOptions, io: CommandIo): Promise<void> {
  const { extension: extensions = [], name = login } = options;
  const role = roleOf(options.role);
  const password = await readPassword(login, options, io);
  await withStore(options, io, async (store) => {
    const refuse = (why: string) => new Error(`the account ${login} cannot be made: ${why}`);
    const checked = () => {
      const line = extensions.map((name) => missingLine(store, name)).find((one) => one !== null);
      if (line !== undefined) throw refuse(t("staff.line_unknown", { line }));
      for (const name of extensions) layOut(store, name);
      const typed = { login, name, role, extensions, language: officeLanguage(store) };
      const account = checkStaff(typed, null, { store, t });
      if (account.ok) return account.value;
      throw refuse(sentences(account.errors));
    };
    store.transaction(checked); // before the hash, which takes its time, and behind it
    const passwordHash = await hashPassword(password);
    store.transaction(() => {
      const { extensions: names, ...account } = checked();
      const { id } = createStaff(store, { ...account, passwordHash }, Date.now());
      setExtensionsOf(store, id, names);
    });
  });
}

/** The line that an extension is said to be on and that there is not; null where there is nothing to say. */
function missingLine(store: Store, name: string): number | null {
  const line = extensionPlace(name)?.line ?? null;
  return line === null || lineSetting(store, line) !== null ? null : line;
}

/** A number that is written with its line is entered there, where nobody has done so yet. */
function layOut(store: Store, name: string): void {
  const place = extensionPlace(name);
  if (place === null || place.line === null || sameExtension(store, name) !== null) return;
  if (isExtensionNumber(store, place.number)) createExtension(store, place);
}

/** What the form says beside its fields. */
function sentences(errors: FieldErrors): string {
  return Object.values(errors).join(" ");
}

async function password(login: string, options: StaffOptions, io: CommandIo): Promise<void> {
  const passwordHash = await hashPassword(await readPassword(login, options, io));
  await withStore(options, io, (store) => {
    const found = staffByLogin(store, login);
    if (found === null) throw new NotFound("staff", login);
    setPassword(store, found.staff.id, passwordHash);
  }, { existing: true });
}

/** One line each, with tabs in between: login, role, extensions by commas or `-`, active or inactive, name. */
async function list(options: StaffOptions, io: CommandIo): Promise<void> {
  await withStore(options, io, (store) => {
    for (const { login, role, extensions, active, name } of listStaff(store)) {
      const state = active ? "active" : "inactive";
      const own = extensions.map(extensionName).join(",") || "-";
      io.out(`${[login, role, own, state, name].join("\t")}\n`);
    }
  }, { existing: true });
}

/** A first account makes the office; whoever asks about accounts means one that is there (`existing`). */
async function withStore(
  options: StaffOptions,
  io: CommandIo,
  work: (store: Store) => void | Promise<void>,
  { existing = false } = {},
): Promise<void> {
  const data = options.data ?? defaultDataFolder(io.env);
  if (!existing) {
    refuseMisspelt(data);
    sayNewOffice(data, io);
  }
  const store = openStore(data, { existing });
  try {
    await work(store.as(CONSOLE));
  } finally {
    store.close();
  }
}

function loginOf(words: readonly string[]): string {
  const login = onePositional(words, "LOGIN");
  if (isLoginName(login)) return login;
  throw new UsageError(`the login "${login}" is to be 1 to 64 characters without spaces`);
}

function roleOf(text: string | undefined): Role {
  const role = ROLES.find((known) => known === text);
  if (role !== undefined) return role;
  throw new UsageError(`--role ${text ?? "is missing"}; expected one of ${ROLES.join(", ")}`);
}

/**
 * The first line of standard input: on the command line, every user of the machine could read it. Throws where it will
 * not do for this account.
 */
async function readPassword(
  login: string,
  options: StaffOptions,
  io: CommandIo,
): Promise<string> {
  if (options["password-stdin"] !== true) {
    throw new UsageError("--password-stdin is missing: the password comes on standard input");
  }
  const [line = ""] = (await io.stdin()).split(/\r?\n/, 1);
  const error = passwordError(line, login, t);
  if (error === null) return line;
  throw new Error(`the password of ${login} cannot be taken: ${error}`);
}
