import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { staff } from "../../lib/commands/staff.ts";
import { verifyPassword } from "../../lib/domain/password.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { staffByLogin } from "../../lib/store/staff.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { fakeIo } from "./fake_io.ts";

const PASSWORD = "correct horse";
const ADD = ["add", "kim", "--role", "agent", "--password-stdin"];

function accountOf(data: string, login: string) {
  const store = openStore(data);
  const found = staffByLogin(store, login);
  store.close();
  return found;
}

async function listOf(data: string): Promise<string> {
  const io = fakeIo();
  equal(await staff.run(["list", "--data", data], io), 0);
  return io.written;
}

Deno.test("staff add makes an account that the password opens", async () => {
  await using folder = await temporaryFolder();
  const words = [...ADD, "--extension", "202", "--name", "김상담", "--data", folder.path];
  equal(await staff.run(words, fakeIo({ stdin: `${PASSWORD}\n` })), 0);
  const account = accountOf(folder.path, "kim");
  deepEqual(
    [
      account?.staff.name,
      account?.staff.role,
      account?.staff.extensions.map(({ number }) => number),
    ],
    ["김상담", "agent", ["202"]],
  );
  ok(await verifyPassword(PASSWORD, account!.passwordHash));
  equal(await listOf(folder.path), "kim\tagent\t202\tactive\t김상담\n");
});

Deno.test("staff password gives a new password", async () => {
  await using folder = await temporaryFolder();
  const data = ["--data", folder.path];
  await staff.run([...ADD, ...data], fakeIo({ stdin: PASSWORD }));
  const words = ["password", "kim", "--password-stdin", ...data];
  equal(await staff.run(words, fakeIo({ stdin: "another one\r\n" })), 0);
  const { passwordHash } = accountOf(folder.path, "kim")!;
  ok(await verifyPassword("another one", passwordHash));
  await rejects(
    () => staff.run(["password", "lee", "--password-stdin", ...data], fakeIo({ stdin: PASSWORD })),
    { name: "NotFound", message: "there is no staff lee" },
  );
});

Deno.test("staff works beside a running server", async () => {
  await using folder = await temporaryFolder();
  const server = openStore(folder.path, { exclusive: true });
  await staff.run([...ADD, "--data", folder.path], fakeIo({ stdin: PASSWORD }));
  equal(staffByLogin(server, "kim")?.staff.role, "agent");
  server.close();
});

Deno.test("every option of staff can come from the environment", async () => {
  await using folder = await temporaryFolder();
  const env = {
    BELLTOWER_DATA: folder.path,
    BELLTOWER_ROLE: "admin",
    BELLTOWER_PASSWORD_STDIN: "1",
  };
  equal(await staff.run(["add", "root"], fakeIo({ stdin: PASSWORD, env })), 0);
  equal(accountOf(folder.path, "root")?.staff.role, "admin");
});

Deno.test("an account is not made where anything of it cannot be", async () => {
  await using folder = await temporaryFolder();
  const data = ["--data", folder.path];
  const add = (words: string[], stdin = PASSWORD) =>
    staff.run(["add", ...words, "--role", "agent", "--password-stdin", ...data], fakeIo({ stdin }));
  await add(["kim", "--extension", "202"]);
  const refused: [string[], string, string][] = [
    [["KIM"], PASSWORD, "the account KIM cannot be made: kim has this login already."],
    [
      ["lee", "--extension", "202"],
      PASSWORD,
      "the account lee cannot be made: Extension 202 is somebody else’s.",
    ],
    [
      ["lee", "--extension", "0202"],
      PASSWORD,
      "the account lee cannot be made: Extension 202 is somebody else’s.",
    ],
    [
      ["lee", "--extension", "999"],
      PASSWORD,
      "the account lee cannot be made: There is no extension 999.",
    ],
    [
      ["lee", "--name", "x".repeat(61)],
      PASSWORD,
      "the account lee cannot be made: Name: at most 60 characters. There are 61 now.",
    ],
    [
      ["lee", "--name", "  "],
      PASSWORD,
      "the account lee cannot be made: Name: this cannot be left empty.",
    ],
    [
      ["lee", "--name", "a\u0007b"],
      PASSWORD,
      "the account lee cannot be made: Name: there are invisible control characters in it. " +
      "Please remove them and save again.",
    ],
    [
      ["lee"],
      "short",
      "the password of lee cannot be taken: A password has at least 8 characters. There are 5 now.",
    ],
    [
      ["lee"],
      "x".repeat(201),
      "the password of lee cannot be taken: A password has at most 200 characters. There are 201 now.",
    ],
    [
      ["lee"],
      "password1234",
      "the password of lee cannot be taken: " +
      "This password is among the first that anybody tries. Choose another one.",
    ],
    [
      ["lee.younghee"],
      "Lee.Younghee2026",
      "the password of lee.younghee cannot be taken: The password cannot be the login.",
    ],
  ];
  for (const [words, stdin, message] of refused) {
    await rejects(() => add(words, stdin), { name: "Error", message });
  }
  equal(await listOf(folder.path), "kim\tagent\t202\tactive\tkim\n");
});

Deno.test("a new password keeps the rules that the form has, too", async () => {
  await using folder = await temporaryFolder();
  const data = ["--data", folder.path];
  await staff.run([...ADD, ...data], fakeIo({ stdin: PASSWORD }));
  await rejects(
    () =>
      staff.run(["password", "kim", "--password-stdin", ...data], fakeIo({ stdin: "qwertyui" })),
    /^Error: the password of kim cannot be taken: This password is among the first/,
  );
  ok(await verifyPassword(PASSWORD, accountOf(folder.path, "kim")!.passwordHash));
});

Deno.test("an extension is found with zeros in front, and stays the same one", async () => {
  await using folder = await temporaryFolder();
  const words = [...ADD, "--extension", "0202", "--data", folder.path];
  equal(await staff.run(words, fakeIo({ stdin: PASSWORD })), 0);
  equal(await listOf(folder.path), "kim\tagent\t202\tactive\tkim\n");
});

for (
  const [words, told] of [
    [[], "add, password or list is missing"],
    [["remove", "kim"], 'there is no "remove"; expected add, password or list'],
    [["add", "--role", "agent", "--password-stdin"], "LOGIN is missing"],
    [["add", "kim", "lee"], 'unexpected "lee" behind "kim"'],
    [["add", "a b", "--role", "agent"], /^the login "a b" is to be/],
    [["add", "kim", "--password-stdin"], /^--role is missing; expected one of agent/],
    [["add", "kim", "--role", "boss"], "--role boss; expected one of agent, supervisor, admin"],
    [["add", "kim", "--role", "agent"], /^--password-stdin is missing/],
    [["list", "kim"], 'unexpected "kim"'],
    [["list", "--dat", "x"], "there is no option --dat; did you mean --data?"],
  ] as const
) {
  Deno.test(`wrong usage, nothing opened: staff ${words.join(" ")}`, async () => {
    const env = { BELLTOWER_DATA: "/nowhere/that/can/be/made" };
    await rejects(() => staff.run(words, fakeIo({ env })), { name: "UsageError", message: told });
  });
}

Deno.test("staff add gives several extensions, by commas or one each time, and those of a line where they are written so", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  ensureLine(store, "/dev/ttyS0", "416");
  ensureLine(store, "/dev/ttyS1", "416");
  store.close();
  const data = ["--data", folder.path];
  const add = (login: string, ...words: string[]) =>
    staff.run(
      ["add", login, "--role", "agent", "--password-stdin", ...words, ...data],
      fakeIo({ stdin: PASSWORD }),
    );
  await add("kim", "--extension", "202, 2:301", "--extension", "0205", "--extension", "0202");
  await add("lee", "--extension", "2:202");
  equal(
    await listOf(folder.path),
    "kim\tagent\t202,205,2:301\tactive\tkim\nlee\tagent\t2:202\tactive\tlee\n",
  );
  for (
    const [extension, why] of [
      ["203,202", "Extension 202 is somebody else’s."],
      ["2:0301", "Extension 2:301 is somebody else’s."],
      ["9:202", "There is no line 9."],
      ["2:3O1", "There is no extension 2:3O1."],
      ["2:", "There is no extension 2:."],
      ["2:0302", "There is no extension 2:0302."],
      ["0:203", "There is no extension 0:203."],
    ] as const
  ) {
    await rejects(() => add("park", "--extension", extension), {
      message: `the account park cannot be made: ${why}`,
    }, extension);
  }
  equal(accountOf(folder.path, "park"), null);
});

Deno.test("several extensions can come from the environment", async () => {
  await using folder = await temporaryFolder();
  const env = { BELLTOWER_EXTENSION: "203, 202" };
  await staff.run([...ADD, "--data", folder.path], fakeIo({ stdin: PASSWORD, env }));
  equal(await listOf(folder.path), "kim\tagent\t202,203\tactive\tkim\n");
});
