import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { linkCall } from "../../../lib/desk/calls/link_call.ts";
import { deactivateAccount } from "../../../lib/desk/staff/activate_account.ts";
import { arrangeWork } from "../../../lib/desk/work/arrange_work.ts";
import {
  changeWork,
  isWorkChange,
  type WorkChangeName,
} from "../../../lib/desk/work/change_work.ts";
import { createTask } from "../../../lib/desk/work/create_task.ts";
import { putReminderAway } from "../../../lib/desk/work/put_reminder_away.ts";
import type { TypedWork } from "../../../lib/desk/work/work_rules.ts";
import type { Work } from "../../../lib/domain/work.ts";
import { callById } from "../../../lib/store/calls.ts";
import { createConsultation, requireConsultation } from "../../../lib/store/consultations.ts";
import { settle } from "../../../lib/store/consultation_changes.ts";
import { dueReminders } from "../../../lib/store/reminders.ts";
import { followMissed } from "../../../lib/store/work/missed_callers.ts";
import { doneWork, openWork } from "../../../lib/store/work/work_list.ts";
import { workById } from "../../../lib/store/work/work_row.ts";
import { stepsOf } from "../../../lib/store/work/work_steps.ts";
import { someCall, someCustomer } from "../../store/fixtures.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

const HOUR_MS = 3_600_000;
const TOO_LATE = { ok: false, problems: { form: { code: "work.too_late", args: {} } } };
const NOT_YOURS = { name: "NotYours", code: "work.not_yours" };

/** A caller whom nobody answered; the ID of the work. */
function missed(office: DeskOffice): number {
  const id = someCall(office.store, { outcome: "missed", answeredAt: null });
  followMissed(office.store, callById(office.store, id)!);
  return openWork(office.store, { kind: "missed", whose: null }, 1)[0]!.id;
}

/** A call that kim has promised in an hour; the IDs of the note and of the work. */
function promised(office: DeskOffice): { readonly note: number; readonly id: number } {
  const { id: note } = createConsultation(office.store, {
    ...{
      callId: null,
      customerId: someCustomer(office.store, "이영희").id,
      type: "",
      text: "납기",
    },
    ...{ staffId: office.staff("kim").id, state: "callback", callbackAt: NOW + HOUR_MS },
  }, NOW);
  return { note, id: openWork(office.store, { kind: "callback", whose: null }, 1)[0]!.id };
}

function task(office: DeskOffice, by: string, change: Partial<TypedWork> = {}): Work {
  const typed = { subject: "견적서", text: "", staff: "", dueAt: NOW + HOUR_MS, ...change };
  const made = createTask(office.desk(by), typed, { customerId: null, callId: null });
  ok(made.ok);
  return made.value;
}

const idOf = (office: DeskOffice, login: string) => String(office.staff(login).id);

Deno.test("a missed caller is taken, given back, done and taken back, by anybody: they wait for the whole office", () => {
  using office = new DeskOffice();
  const id = missed(office);
  const change = (login: string, what: WorkChangeName) => {
    const changed = changeWork(office.desk(login), id, what);
    ok(changed.ok);
    return [changed.value.state, changed.value.staffName];
  };
  deepEqual(change("kim", "take"), ["held", "kim-name"]);
  deepEqual(change("lee", "take"), ["held", "lee-name"]);
  deepEqual(change("kim", "release"), ["waiting", null]);
  deepEqual(change("kim", "finish"), ["done", "kim-name"]);
  deepEqual(change("lee", "reopen"), ["waiting", null]);
});

Deno.test("who comes too late is told so, and nothing changes", () => {
  using office = new DeskOffice();
  const id = missed(office);
  deepEqual(changeWork(office.desk("kim"), id, "release"), TOO_LATE);
  deepEqual(changeWork(office.desk("kim"), id, "reopen"), TOO_LATE);
  deepEqual(changeWork(office.desk("kim"), id, "finish", 7), TOO_LATE);
  changeWork(office.desk("lee"), id, "finish", 1);
  deepEqual(changeWork(office.desk("kim"), id, "take"), TOO_LATE);
  deepEqual(changeWork(office.desk("kim"), id, "finish"), TOO_LATE);
  throws(() => changeWork(office.desk("kim"), 99, "take"), { name: "NotFound" });
  deepEqual(["take", "reopen", "constructor", ""].map(isWorkChange), [true, true, false, false]);
  equal(openWork(office.store, { kind: null, whose: null }, 1).length, 0);
});

Deno.test("a task is for oneself, a colleague or anybody, about a customer, or about a call and whoever called", () => {
  using office = new DeskOffice();
  const { store } = office;
  const customer = someCustomer(store, "이영희");
  const call = someCall(store, {});
  linkCall(office.desk("kim"), call, customer.id);
  const make = (staff: string, about: Parameters<typeof createTask>[2]) => {
    const typed = { subject: " 견적서 ", text: "두 부", staff, dueAt: NOW + HOUR_MS };
    const made = createTask(office.desk("kim"), typed, about);
    ok(made.ok);
    const { subject, state, staffName, createdByName, callId } = made.value;
    return [subject, state, staffName, createdByName, made.value.customer?.id ?? null, callId];
  };
  deepEqual(make("", { customerId: null, callId: null }), [
    ...["견적서", "waiting", null, "kim-name", null, null],
  ]);
  deepEqual(make(idOf(office, "lee"), { customerId: customer.id, callId: null }), [
    ...["견적서", "held", "lee-name", "kim-name", customer.id, null],
  ]);
  deepEqual(make(idOf(office, "kim"), { customerId: null, callId: call }), [
    ...["견적서", "held", "kim-name", "kim-name", customer.id, call],
  ]);
  throws(() => make("", { customerId: 99, callId: null }), { name: "NotFound" });
});

Deno.test("what is wrong with a task stands beside its field, and nothing is stored", () => {
  using office = new DeskOffice();
  const problems = (change: Partial<TypedWork>) => {
    const typed = { subject: "견적서", text: "", staff: "", dueAt: NOW + HOUR_MS, ...change };
    const made = createTask(office.desk("kim"), typed, { customerId: null, callId: null });
    return made.ok ? [] : Object.entries(made.problems).map(([field, { code }]) => [field, code]);
  };
  deepEqual(problems({ subject: " " }), [["subject", "field.required"]]);
  deepEqual(problems({ subject: "x".repeat(201) }), [["subject", "field.too_long"]]);
  deepEqual(problems({ staff: "99" }), [["staff", "work.staff_unknown"]]);
  deepEqual(problems({ staff: "kim" }), [["staff", "work.staff_unknown"]]);
  deepEqual(problems({ dueAt: null }), [["dueAt", "work.due_required"]]);
  deepEqual(problems({ dueAt: "wrong" }), [["dueAt", "work.due_invalid"]]);
  deepEqual(problems({ dueAt: NOW - HOUR_MS }), [["dueAt", "work.due_past"]]);
  equal(openWork(office.store, { kind: null, whose: null }, 9).length, 0);
});

Deno.test("what a colleague has is theirs, its maker's, and the supervisors'; what waits is anybody's", () => {
  using office = new DeskOffice();
  const held = task(office, "super", { staff: idOf(office, "lee") });
  throws(() => changeWork(office.desk("kim"), held.id, "finish"), NOT_YOURS);
  throws(() => changeWork(office.desk("kim"), held.id, "take"), NOT_YOURS);
  ok(changeWork(office.desk("super"), held.id, "release").ok);
  ok(changeWork(office.desk("kim"), held.id, "take").ok);
  throws(() => changeWork(office.desk("lee"), held.id, "take"), NOT_YOURS);
  ok(changeWork(office.desk("admin"), held.id, "finish").ok);
  const own = task(office, "kim", { staff: idOf(office, "lee") });
  ok(changeWork(office.desk("kim"), own.id, "finish").ok, "who made it may change it");
});

Deno.test("who loses the race for work is told that somebody was quicker, not that it is none of theirs", () => {
  using office = new DeskOffice();
  const { id, version } = task(office, "super");
  ok(changeWork(office.desk("lee"), id, "take", version).ok);
  deepEqual(changeWork(office.desk("kim"), id, "take", version), TOO_LATE);
  const typed = { subject: "견적서", text: "", staff: "", dueAt: NOW + HOUR_MS };
  deepEqual(arrangeWork(office.desk("kim"), id, typed, version), TOO_LATE);
  // By now kim has seen whose it is.
  throws(() => changeWork(office.desk("kim"), id, "take", version + 1), NOT_YOURS);
  throws(() => arrangeWork(office.desk("kim"), id, typed, version + 1), NOT_YOURS);
});

Deno.test("who takes work a second time has it, and no step says so again", () => {
  using office = new DeskOffice();
  const { id, version } = task(office, "super");
  const first = changeWork(office.desk("kim"), id, "take", version);
  for (const seen of [null, version]) {
    deepEqual(changeWork(office.desk("kim"), id, "take", seen), first);
  }
  deepEqual(stepsOf(office.store, id).map(({ kind }) => kind), ["created", "taken"]);
  ok(changeWork(office.desk("kim"), id, "finish").ok);
  deepEqual(changeWork(office.desk("kim"), id, "take", version), TOO_LATE);
});

Deno.test("whoever does the same twice, by a double click or in another tab, gets what came of it, and no step says so again", () => {
  using office = new DeskOffice();
  const held = task(office, "super", { staff: idOf(office, "kim") });
  for (const what of ["release", "take", "finish", "reopen", "finish"] as const) {
    const { version } = workById(office.store, held.id)!;
    const first = changeWork(office.desk("kim"), held.id, what, version);
    ok(first.ok);
    const steps = stepsOf(office.store, held.id).length;
    for (const seen of [version, null]) {
      deepEqual(changeWork(office.desk("kim"), held.id, what, seen), first, what);
    }
    equal(stepsOf(office.store, held.id).length, steps, what);
    // What kim has done lee has not.
    deepEqual(changeWork(office.desk("lee"), held.id, what, version), TOO_LATE, what);
  }
  // In between somebody was quicker.
  const { version } = workById(office.store, held.id)!;
  ok(changeWork(office.desk("super"), held.id, "reopen").ok);
  deepEqual(changeWork(office.desk("kim"), held.id, "finish", version), TOO_LATE);
});

Deno.test("a form that is sent twice arranges work once, also where it is not theirs to change any more", () => {
  using office = new DeskOffice();
  const { id, version } = task(office, "super", { staff: idOf(office, "kim") });
  const typed = {
    subject: "견적서 둘",
    text: "",
    staff: idOf(office, "lee"),
    dueAt: NOW + HOUR_MS,
  };
  const first = arrangeWork(office.desk("kim"), id, typed, version);
  ok(first.ok);
  const steps = stepsOf(office.store, id).length;
  deepEqual(arrangeWork(office.desk("kim"), id, typed, version), first);
  equal(stepsOf(office.store, id).length, steps);
  for (const other of [{ subject: "견적서" }, { staff: "" }, { dueAt: NOW + 2 * HOUR_MS }]) {
    deepEqual(arrangeWork(office.desk("kim"), id, { ...typed, ...other }, version), TOO_LATE);
  }
  deepEqual(arrangeWork(office.desk("super"), id, typed, version), TOO_LATE);
});

Deno.test("work is handed on and put off in one go, each a step of its own; who has seen an older one is told", () => {
  using office = new DeskOffice();
  const { id, version } = task(office, "kim", { staff: idOf(office, "kim") });
  const typed = {
    subject: "견적서 둘",
    text: "급함",
    staff: idOf(office, "lee"),
    dueAt: NOW + 2 * HOUR_MS,
  };
  office.now += 60_000;
  const arranged = arrangeWork(office.desk("kim"), id, typed, version);
  ok(arranged.ok);
  const { subject, text, staffName, dueAt } = arranged.value;
  deepEqual([subject, text, staffName, dueAt], [
    "견적서 둘",
    "급함",
    "lee-name",
    NOW + 2 * HOUR_MS,
  ]);
  deepEqual(
    stepsOf(office.store, id).map((
      step,
    ) => [step.kind, step.staffName, step.holderName, step.waitedMs]),
    [
      ["created", "kim-name", "kim-name", 0],
      ["changed", "kim-name", "kim-name", 60_000],
      ["moved", "kim-name", "kim-name", 60_000],
      ["handed", "kim-name", "lee-name", 60_000],
    ],
  );
  deepEqual(arrangeWork(office.desk("super"), id, typed, version), TOO_LATE);
  const steps = stepsOf(office.store, id).length;
  ok(arrangeWork(office.desk("lee"), id, typed, arranged.value.version).ok);
  equal(stepsOf(office.store, id).length, steps, "the same again is no step");
  throws(() => office.store.run("UPDATE work_steps SET kind = 'x'"), /stays as it is/);
});

Deno.test("a task that is late is handed on without another time", () => {
  using office = new DeskOffice();
  const { id, version, dueAt } = task(office, "kim", { dueAt: NOW + 30_000 });
  office.now += HOUR_MS;
  // A form knows no seconds.
  const typed = { subject: "견적서", text: "", staff: idOf(office, "lee"), dueAt: NOW };
  const arranged = arrangeWork(office.desk("kim"), id, typed, version);
  ok(arranged.ok);
  deepEqual([arranged.value.staffName, arranged.value.dueAt], ["lee-name", dueAt]);
});

Deno.test("a promised call is one thing: its note says what the work says, whoever changes it, and the other way round", () => {
  using office = new DeskOffice();
  const { note, id } = promised(office);
  const shown = () => {
    const { state, callbackAt } = requireConsultation(office.store, note);
    return [state, callbackAt];
  };
  const kim = office.staff("kim").id;
  const promise = () => workById(office.store, id)!;
  deepEqual([promise().subject, promise().dueAt, promise().staffId], ["납기", NOW + HOUR_MS, kim]);
  const later = { subject: "", text: "", staff: idOf(office, "lee"), dueAt: NOW + 2 * HOUR_MS };
  ok(arrangeWork(office.desk("kim"), id, later, promise().version).ok);
  deepEqual(shown(), ["callback", NOW + 2 * HOUR_MS]);
  equal(dueReminders(office.store, kim, NOW + 3 * HOUR_MS, 9).length, 0);
  equal(dueReminders(office.store, office.staff("lee").id, NOW + 3 * HOUR_MS, 9).length, 1);
  ok(changeWork(office.desk("lee"), id, "finish").ok);
  deepEqual(shown(), ["done", null]);
  ok(changeWork(office.desk("lee"), id, "reopen").ok);
  deepEqual(shown(), ["callback", NOW + 2 * HOUR_MS]);
  const saved = (completion: Parameters<typeof settle>[3]) => {
    const { version } = requireConsultation(office.store, note);
    settle(office.store, note, { type: "", text: "납기", version }, completion, {
      by: kim,
      at: NOW,
    });
  };
  saved({ state: "callback", callbackAt: NOW + 5 * HOUR_MS });
  equal(promise().dueAt, NOW + 5 * HOUR_MS);
  saved({ state: "done", callbackAt: null });
  equal(promise().state, "done");
  saved({ state: "callback", callbackAt: NOW + HOUR_MS });
  const [next] = openWork(office.store, { kind: "callback", whose: null }, 9);
  ok(next !== undefined && next.id !== id, "another promise is other work");
  deepEqual(changeWork(office.desk("kim"), id, "reopen"), TOO_LATE);
});

Deno.test("whoever leaves leaves nothing behind: their work and their promised calls are anybody's, with a step that says so", () => {
  using office = new DeskOffice();
  const { note, id: promise } = promised(office);
  const caller = missed(office);
  ok(changeWork(office.desk("kim"), caller, "take").ok);
  const own = task(office, "super", { staff: idOf(office, "kim") });
  const [done, others] = [task(office, "kim"), task(office, "lee", { staff: idOf(office, "lee") })];
  ok(changeWork(office.desk("kim"), done.id, "finish").ok);
  ok(deactivateAccount(office.desk("admin"), office.staff("kim").id).ok);
  for (const id of [promise, caller, own.id]) {
    const { state, staffId, dueAt } = workById(office.store, id)!;
    deepEqual([state, staffId], ["waiting", null]);
    const { kind, staffName, holderName } = stepsOf(office.store, id).at(-1)!;
    deepEqual([kind, staffName, holderName], ["released", "admin-name", null]);
    if (id === promise) equal(requireConsultation(office.store, note).callbackAt, dueAt);
  }
  equal(workById(office.store, done.id)!.staffName, "kim-name", "whoever has done it has done it");
  equal(workById(office.store, others.id)!.staffName, "lee-name");
  // Any colleague goes on with it.
  ok(changeWork(office.desk("lee"), promise, "take").ok);
});

Deno.test("nobody who has left is given work: not by a form, not by what they had done, not by a note of theirs", () => {
  using office = new DeskOffice();
  const kim = office.staff("kim").id;
  const { note, id: promise } = promised(office);
  const own = task(office, "super");
  ok(changeWork(office.desk("kim"), own.id, "finish").ok);
  ok(changeWork(office.desk("kim"), promise, "finish").ok);
  ok(deactivateAccount(office.desk("admin"), kim).ok);
  const typed = { subject: "견적서", text: "", staff: String(kim), dueAt: NOW + HOUR_MS };
  const refused = { ok: false, problems: { staff: { code: "work.staff_unknown", args: {} } } };
  deepEqual(
    createTask(office.desk("super"), typed, { customerId: null, callId: null }),
    refused,
  );
  const reopened = changeWork(office.desk("super"), own.id, "reopen");
  ok(reopened.ok);
  deepEqual([reopened.value.state, reopened.value.staffId], ["waiting", null]);
  deepEqual(arrangeWork(office.desk("super"), own.id, typed, reopened.value.version), refused);
  const { version } = requireConsultation(office.store, note);
  settle(office.store, note, { type: "", text: "납기", version }, {
    state: "callback",
    callbackAt: NOW + HOUR_MS,
  }, { by: office.staff("super").id, at: NOW });
  const [again] = openWork(office.store, { kind: "callback", whose: null }, 9);
  deepEqual([again?.state, again?.staffId], ["waiting", null]);
});

Deno.test("work that was done is listed by when, what was done last first", () => {
  using office = new DeskOffice();
  const ids = [1, 2, 3].map(() => task(office, "kim").id);
  for (const id of [ids[2]!, ids[0]!]) {
    office.now += 1000;
    ok(changeWork(office.desk("kim"), id, "finish").ok);
  }
  const done = (doneAt: number, id: number) =>
    doneWork(office.store, "task", { doneAt, id }, 9).map((work) => work.id);
  deepEqual(done(Infinity, 0), [ids[0], ids[2]]);
  deepEqual(done(NOW + 2000, ids[0]!), [ids[2]]);
});

Deno.test("a reminder is put away by whoever has the work, once it is due: one that was put off reminds all the same", () => {
  using office = new DeskOffice();
  const { id, version } = task(office, "super", { staff: idOf(office, "kim"), dueAt: NOW });
  const due = () => dueReminders(office.store, office.staff("kim").id, office.now, 9).length;
  equal(due(), 1);
  throws(() => putReminderAway(office.desk("super"), id), {
    name: "NotYours",
    code: "reminder.not_yours",
  });
  // Another tab has put it off while the first one still shows it.
  const typed = { subject: "견적서", text: "", staff: idOf(office, "kim"), dueAt: NOW + 60_000 };
  ok(arrangeWork(office.desk("kim"), id, typed, version).ok);
  putReminderAway(office.desk("kim"), id);
  equal(due(), 0);
  office.now += 60_000;
  equal(due(), 1);
  putReminderAway(office.desk("kim"), id);
  equal(due(), 0);
  equal(workById(office.store, id)!.state, "held");
  throws(() => putReminderAway(office.desk("kim"), 99), { name: "NotFound" });
});
