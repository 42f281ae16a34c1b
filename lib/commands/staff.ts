import { defaultDataFolder } from "../config.ts";
import type { Desk } from "../desk/desk.ts";
import type { Problems } from "../desk/problem.ts";
import { createAccount } from "../desk/staff/create_account.ts";
import { givePassword } from "../desk/staff/give_password.ts";
import { passwordRule } from "../desk/staff/password_rule.ts";
import { CONSOLE } from "../domain/audit.ts";
import { extensionName } from "../domain/extension.ts";
import { isLoginName } from "../domain/login_name.ts";
import { hashPassword } from "../domain/password.ts";
import { type Role, ROLES } from "../domain/staff.ts";
import { openStore } from "../store/open_store.ts";
import { NotFound } from "../store/errors.ts";
import { officeLanguage } from "../store/office_settings.ts";
import { listStaff, staffByLogin } from "../store/staff.ts";
import { problemSentence } from "../text/problem_sentence.ts";
import { translator } from "../text/translator.ts";
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
  await atDesk(options, io, async (desk) => {
    const typed = { login, name, role, extensions, language: officeLanguage(desk.store) };
    const made = await createAccount(desk, typed, password, hashPassword);
    if (made.ok) return;
    throw new Error(`the account ${login} cannot be made: ${sentences(made.problems)}`);
  });
}

/** What the form says beside its fields. */
function sentences(problems: Problems): string {
  return Object.values(problems).map((problem) => problemSentence(problem, t)).join(" ");
}

async function password(login: string, options: StaffOptions, io: CommandIo): Promise<void> {
  const password = await readPassword(login, options, io);
  await atDesk(options, io, async (desk) => {
    const found = staffByLogin(desk.store, login);
    if (found === null) throw new NotFound("staff", login);
    const given = await givePassword(desk, found.staff.id, password, hashPassword);
    if (given.ok) return;
    throw new Error(`the password of ${login} cannot be taken: ${sentences(given.problems)}`);
  }, { existing: true });
}

/** One line each, with tabs in between: login, role, extensions by commas or `-`, active or inactive, name. */
async function list(options: StaffOptions, io: CommandIo): Promise<void> {
  await atDesk(options, io, ({ store }) => {
    for (const { login, role, extensions, active, name } of listStaff(store)) {
      const state = active ? "active" : "inactive";
      const own = extensions.map(extensionName).join(",") || "-";
      io.out(`${[login, role, own, state, name].join("\t")}\n`);
    }
  }, { existing: true });
}

/** A first account makes the office; whoever asks about accounts means one that is there (`existing`). */
async function atDesk(
  options: StaffOptions,
  io: CommandIo,
  work: (desk: Desk) => void | Promise<void>,
  { existing = false } = {},
): Promise<void> {
  const data = options.data ?? defaultDataFolder(io.env);
  if (!existing) {
    refuseMisspelt(data);
    sayNewOffice(data, io);
  }
  const store = openStore(data, { existing });
  const desk = (): Desk => ({
    store: store.as(CONSOLE),
    by: "console",
    now: Date.now(),
    again: desk,
  });
  try {
    await work(desk());
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
 * not do for this account, before an office is opened or begun for it.
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
  const problem = passwordRule(line, login);
  if (problem === null) return line;
  throw new Error(`the password of ${login} cannot be taken: ${problemSentence(problem, t)}`);
}
