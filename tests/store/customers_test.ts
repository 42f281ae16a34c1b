import { deepEqual, equal, throws } from "node:assert/strict";
import { chosenCustomer, customersByNumber } from "../../lib/store/customer_match.ts";
import { searchCustomers } from "../../lib/store/customer_search.ts";
import { createCustomer, customerById, updateCustomer } from "../../lib/store/customers.ts";
import { linkCall } from "../../lib/store/call_customer.ts";
import { VersionConflict } from "../../lib/store/errors.ts";
import type { Customer } from "../../lib/domain/customer.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOBODY, NOW, planOf, someCall, someCustomer, someStaff } from "./fixtures.ts";

const names = (customers: Customer[]) => customers.map((customer) => customer.name);

Deno.test("a customer comes back as it was made, numbers in their order and normal form", () => {
  const store = passingStore();
  const by = someStaff(store, "kim").id;
  const input = {
    name: "이영희",
    company: "한빛상사",
    department: "구매팀",
    jobTitle: "과장",
    email: "lee@hanbit.example",
    address: "서울 중구",
    grade: "VIP",
    memo: "점심 이후",
    warning: "미수금 확인",
    numbers: [
      { number: "010-1234-5678", label: "휴대" },
      { number: "+82 2 555 1234", label: "회사" },
    ],
  };
  const made = createCustomer(store, input, { by, at: NOW });
  deepEqual(made, {
    ...input,
    id: made.id,
    numbers: [
      { number: "010-1234-5678", normal: "01012345678", label: "휴대" },
      { number: "+82 2 555 1234", normal: "025551234", label: "회사" },
    ],
    doNotCall: false,
    birthday: "",
    ownerId: null,
    createdAt: NOW,
    changedAt: NOW,
    version: 1,
  });
  deepEqual(customerById(store, made.id), made);
  equal(customerById(store, made.id + 1), null);
});

Deno.test("the same number twice is one number of a customer", () => {
  const store = passingStore();
  const { numbers } = someCustomer(store, "이영희", "010-1234-5678", "+82-10-1234-5678");
  deepEqual(numbers.map((n) => n.number), ["010-1234-5678"]);
});

Deno.test("what is no telephone number is refused, and nothing of the customer stays", () => {
  const store = passingStore();
  throws(() => someCustomer(store, "이영희", "010-1234-5678", "없음"), {
    name: "RangeError",
    message: /"없음" is no phone number/,
  });
  deepEqual(searchCustomers(store, "이영희", 10), []);
});

Deno.test("a change replaces everything and makes the version grow", () => {
  const store = passingStore();
  const { id } = someCustomer(store, "이영희", "010-1234-5678", "02-555-1234");
  const input = { ...NOBODY, name: "이영희", numbers: [{ number: "0255512345", label: "" }] };
  const changed = updateCustomer(store, id, input, 1, { by: null, at: NOW + 1 });
  deepEqual([changed.version, changed.createdAt, changed.changedAt], [2, NOW, NOW + 1]);
  deepEqual(changed.numbers.map((n) => n.normal), ["0255512345"]);
});

Deno.test("who edits an old version is shown the new one, and changes nothing", () => {
  const store = passingStore();
  const { id } = someCustomer(store, "이영희");
  const first = updateCustomer(store, id, { ...NOBODY, name: "이영" }, 1, { by: null, at: NOW });
  throws(
    () => updateCustomer(store, id, { ...NOBODY, name: "이희" }, 1, { by: null, at: NOW }),
    (error: VersionConflict<Customer>) => {
      deepEqual(error.stored, first);
      return error instanceof VersionConflict;
    },
  );
  equal(customerById(store, id)?.name, "이영");
});

Deno.test("a change of nobody says that there is nobody", () => {
  const store = passingStore();
  throws(() => updateCustomer(store, 9, NOBODY, 1, { by: null, at: NOW }), {
    name: "NotFound",
    message: "there is no customer 9",
  });
});

Deno.test("a number finds exactly those who have it, never those whose last digits are the same", () => {
  const store = passingStore();
  someCustomer(store, "가", "010-1234-5678");
  someCustomer(store, "나", "031-234-5678", "010-1234-5678");
  someCustomer(store, "다", "011-1234-5678");
  deepEqual(names(customersByNumber(store, "01012345678")), ["가", "나"]);
  deepEqual(names(customersByNumber(store, "12345678")), []);
});

Deno.test("the customer whom an agent chose for a shared number comes first next time", () => {
  const store = passingStore();
  const by = someStaff(store, "kim").id;
  someCustomer(store, "가", "010-1234-5678");
  const chosen = someCustomer(store, "나", "010-1234-5678");
  equal(chosenCustomer(store, "01012345678"), null);
  linkCall(store, someCall(store), chosen.id, { by, at: NOW });
  equal(chosenCustomer(store, "01012345678"), chosen.id);
  deepEqual(names(customersByNumber(store, "01012345678")), ["나", "가"]);
});

Deno.test("a search finds numbers by their whole, their end and their beginning", () => {
  const store = passingStore();
  someCustomer(store, "휴대", "010-1234-5678");
  someCustomer(store, "회사", "02-555-1234");
  deepEqual(names(searchCustomers(store, "010-1234-5678", 10)), ["휴대"]);
  deepEqual(names(searchCustomers(store, "5678", 10)), ["휴대"]);
  deepEqual(names(searchCustomers(store, "02-555", 10)), ["회사"]);
  deepEqual(names(searchCustomers(store, "9999", 10)), []);
});

Deno.test("a search finds names and companies by any part, the beginnings of names first", () => {
  const store = passingStore();
  someCustomer(store, "박한빛");
  someCustomer(store, "한빛나");
  createCustomer(store, { ...NOBODY, name: "이영희", company: "한빛상사" }, { by: null, at: NOW });
  deepEqual(names(searchCustomers(store, "한빛", 10)), ["한빛나", "이영희", "박한빛"]);
  deepEqual(names(searchCustomers(store, "한빛", 2)), ["한빛나", "이영희"]);
});

Deno.test("signs and blanks make no difference to a search, and alone they find nothing", () => {
  const store = passingStore();
  someCustomer(store, "100%_\\할인");
  someCustomer(store, "1000원");
  for (const typed of ["100%_할", "0_할", "\\할 인", '"할인"']) {
    deepEqual(names(searchCustomers(store, typed, 10)), ["100%_\\할인"], typed);
  }
  for (const typed of ["%", "_", '"', "  ", "* OR ("]) {
    deepEqual(searchCustomers(store, typed, 10), [], typed);
  }
});

Deno.test("a caller is looked up by index alone", () => {
  const store = passingStore();
  const plan = planOf(store, (spy) => customersByNumber(spy, "01012345678"));
  // The imports that are not finished are few, and have an index of their own.
  const scans = plan.filter((step) => step.startsWith("SCAN") && !step.includes("imports_hidden"));
  deepEqual(scans, []);
  equal(plan.some((step) => step.includes("customer_numbers_by_normal")), true);
});
