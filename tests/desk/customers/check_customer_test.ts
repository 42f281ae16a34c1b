import { deepEqual, equal } from "node:assert/strict";
import { NO_TEXTS } from "../../../lib/domain/customer_fields.ts";
import { checkCustomer, type TypedCustomer } from "../../../lib/desk/customers/check_customer.ts";
import { createCustomer } from "../../../lib/store/customers.ts";
import { createCustomField } from "../../../lib/store/custom_fields.ts";
import type { Store } from "../../../lib/store/database.ts";
import { openStore } from "../../../lib/store/open_store.ts";
import { addWord, renameWord, wordByName } from "../../../lib/store/list_words.ts";
import { setActive } from "../../../lib/store/staff.ts";
import { NOW, someStaff } from "../../store/fixtures.ts";

const TYPED: TypedCustomer = {
  ...{ ...NO_TEXTS, name: "이영희", company: "한빛상사" },
  ...{ doNotCall: false, birthday: "", owner: "", version: "0" },
  custom: new Map(),
  numbers: [{ number: "010-1234-5678", label: "휴대" }, { number: "", label: "" }],
};

/** The codes by field, or what is to be stored. */
function outcomeOf(store: Store, change: Partial<TypedCustomer>) {
  const checked = checkCustomer({ store, now: NOW }, { ...TYPED, ...change });
  if (checked.ok) return checked.value.customer;
  return Object.fromEntries(
    Object.entries(checked.problems).map(([field, { code }]) => [field, code]),
  );
}

Deno.test("a customer is checked without language: the first problem of each field, as a code", () => {
  const store = openStore(":memory:");
  const choice = { label: "요금제", kind: "choice" as const, choices: ["기본"], required: false };
  const { id } = createCustomField(store, choice);
  deepEqual(
    outcomeOf(store, {
      ...{ name: " ", company: "가".repeat(201), email: "kim", memo: "a\u0007", owner: "99" },
      ...{ birthday: "2026-02-30", version: "x", custom: new Map([[id, "특급"]]) },
      numbers: [{ number: "02-555-1234", label: "" }, { number: "025551234", label: "" }],
    }),
    {
      name: "field.required",
      company: "field.too_long",
      email: "field.email",
      memo: "field.control",
      owner: "field.owner",
      birthday: "field.birthday",
      version: "field.version",
      "numbers.1": "field.number_twice",
      [`field_${id}`]: "fields.wrong_choice",
    },
  );
});

Deno.test("what is right is stored as it is to be: rows left blank are no numbers, a renamed grade has its new name", () => {
  const store = openStore(":memory:");
  addWord(store, "grade", "옛등급");
  renameWord(store, "grade", wordByName(store, "grade", "옛등급")!.id, "새등급");
  const { id: ownerId } = someStaff(store, "kim");
  const customer = outcomeOf(store, {
    ...{ grade: "옛등급", owner: String(ownerId), birthday: "1980. 3. 15." },
  });
  deepEqual(customer, {
    ...{ ...NO_TEXTS, name: "이영희", company: "한빛상사" },
    ...{ grade: "새등급", doNotCall: false, birthday: "1980-03-15" },
    ownerId,
    numbers: [{ number: "010-1234-5678", label: "휴대" }],
    custom: new Map(),
  });
});

Deno.test("a birthday is from 1880 on and not to come", () => {
  const store = openStore(":memory:");
  const birthdayOf = (birthday: string) => {
    const { birthday: outcome } = outcomeOf(store, { birthday }) as { birthday?: string };
    return outcome;
  };
  for (const day of ["1880-01-01", "1890-05-01", "2026-11-21"]) equal(birthdayOf(day), day);
  for (const day of ["1879-12-31", "2026-11-23", "3000-01-01", "gestern"]) {
    equal(birthdayOf(day), "field.birthday");
  }
});

Deno.test("a customer is given to no owner who has left; whose owner has left since may keep them", () => {
  const store = openStore(":memory:");
  const [kim, lee] = [someStaff(store, "kim"), someStaff(store, "lee")];
  const id = createCustomer(store, { ...NO_TEXTS, name: "박지훈", numbers: [], ownerId: kim.id }, {
    at: NOW,
    by: null,
  }).id;
  setActive(store, kim.id, false);
  setActive(store, lee.id, false);
  const problemsOf = (owner: number, of: number | null) => {
    const checked = checkCustomer({ store, now: NOW }, { ...TYPED, owner: String(owner) }, of);
    return checked.ok ? {} : checked.problems;
  };
  deepEqual(problemsOf(kim.id, null), { owner: { code: "field.owner", args: {} } });
  deepEqual(problemsOf(lee.id, id), { owner: { code: "field.owner", args: {} } });
  deepEqual(problemsOf(kim.id, id), {});
});
