import { deepEqual, equal, ok, rejects, throws } from "node:assert/strict";
import type { TypedCampaign } from "../../../lib/desk/campaigns/campaign_rules.ts";
import { changeState } from "../../../lib/desk/campaigns/change_state.ts";
import { createCampaign } from "../../../lib/desk/campaigns/create_campaign.ts";
import { giveNumberBack, keepNumber, nextNumber } from "../../../lib/desk/campaigns/next_number.ts";
import { type TypedResult, writeResult } from "../../../lib/desk/campaigns/write_result.ts";
import { NotPermitted } from "../../../lib/desk/desk.ts";
import { nameHoliday } from "../../../lib/desk/hours/holidays.ts";
import { setHours } from "../../../lib/desk/hours/set_hours.ts";
import { deactivateAccount } from "../../../lib/desk/staff/activate_account.ts";
import { entryById } from "../../../lib/store/campaign_entries.ts";
import { campaignById, progressOf } from "../../../lib/store/campaigns.ts";
import { askedNotToBeCalled } from "../../../lib/store/do_not_call.ts";
import { NotFound } from "../../../lib/store/errors.ts";
import { someCustomer } from "../../store/fixtures.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

/** Friday, 18:00 there: a minute later nobody is called any more. */
const SEOUL = "Asia/Seoul";
const LONDON = "Europe/London";

const LIST: TypedCampaign = {
  ...{ name: "점검 안내", script: "안녕하세요", kind: "list", q: "", grade: "", importId: "" },
  ...{ text: "010-1234-5678,이영희\n없음,메모\n02-555-1234", mostTries: "2", retryMinutes: "60" },
};
const REACHED: TypedResult = { result: "reached", at: null, remark: "", forbid: false };

async function created(office: DeskOffice, change: Partial<TypedCampaign> = {}): Promise<number> {
  const made = await createCampaign(office.desk("super"), { ...LIST, ...change });
  ok(made.ok);
  return made.value.id;
}

function given(office: DeskOffice, login: string, campaignId: number): number {
  const entry = nextNumber(office.desk(login), campaignId, LONDON);
  ok(typeof entry === "object");
  return entry.id;
}

const codes = (problems: Readonly<Record<string, { readonly code: string }>>) =>
  Object.entries(problems).map(([field, { code }]) => [field, code]);

Deno.test("a campaign runs as soon as its numbers are in it; lines without one are counted", async () => {
  using office = new DeskOffice();
  const made = await createCampaign(office.desk("super"), LIST);
  deepEqual(made, { ok: true, value: { id: 1, count: 2, withoutNumber: 1 } });
  equal(campaignById(office.store, 1)?.state, "running");
  equal(progressOf(office.store, 1).all, 2);
});

Deno.test("everything that is wrong with a campaign is told at once, and none is made", async () => {
  using office = new DeskOffice();
  const wrong = { name: " ", text: "없음", mostTries: "10", retryMinutes: "soon" };
  const made = await createCampaign(office.desk("super"), { ...LIST, ...wrong });
  ok(!made.ok);
  deepEqual(codes(made.problems), [
    ["name", "campaign.name_required"],
    ["text", "campaign.no_numbers"],
    ["mostTries", "campaign.number_between"],
    ["retryMinutes", "campaign.number_between"],
  ]);
  equal(campaignById(office.store, 1), null);
});

Deno.test("who loses the right while a campaign is filled leaves one that waits", async () => {
  using office = new DeskOffice();
  const desk = office.desk("super");
  const making = createCampaign({
    ...desk,
    again: () => {
      throw new NotPermitted("super", "campaigns.manage");
    },
  }, LIST);
  await rejects(making, NotPermitted);
  equal(campaignById(office.store, 1)?.state, "paused");
});

Deno.test("an agent makes, starts and ends no campaign, and says no hours", async () => {
  using office = new DeskOffice();
  const id = await created(office);
  const kim = office.desk("kim");
  await rejects(createCampaign(kim, LIST), NotPermitted);
  throws(() => changeState(kim, id, "ended"), NotPermitted);
  throws(() => setHours(kim, { days: [1], from: "09:00", to: "10:00" }), NotPermitted);
});

Deno.test("what has ended stays so", async () => {
  using office = new DeskOffice();
  const id = await created(office);
  const desk = office.desk("super");
  equal(changeState(desk, id, "ended"), true);
  equal(changeState(desk, id, "running"), false);
  equal(campaignById(office.store, id)?.state, "ended");
  throws(() => changeState(desk, 99, "paused"), NotFound);
});

Deno.test("a number is one agent's at a time, kept while they are there, and given back", async () => {
  using office = new DeskOffice();
  const id = await created(office, { text: "010-1234-5678" });
  const entry = given(office, "kim", id);
  equal(given(office, "kim", id), entry);
  equal(nextNumber(office.desk("lee"), id, LONDON), "none");
  equal(keepNumber(office.desk("kim")), true);
  equal(keepNumber(office.desk("lee")), false);
  equal(giveNumberBack(office.desk("kim"))?.id, entry);
  equal(giveNumberBack(office.desk("kim")), null);
  equal(given(office, "lee", id), entry);
});

Deno.test("nobody is called outside the hours, on a holiday, or without a telephone", async () => {
  using office = new DeskOffice();
  const id = await created(office);
  const [kim, admin] = [office.desk("kim"), office.desk("admin")];
  equal(nextNumber(office.desk("super"), id, LONDON), "no_extension");
  equal(nextNumber(kim, id, SEOUL), "closed");
  ok(setHours(office.desk("super"), { days: [5], from: "18:00", to: "18:01" }).ok);
  ok(typeof nextNumber(kim, id, SEOUL) === "object");
  // Who has a number calls it.
  ok(nameHoliday(admin, { day: "2026-11-27", name: "창립 기념일" }).ok);
  ok(typeof nextNumber(kim, id, SEOUL) === "object");
  equal(nextNumber(office.desk("lee"), id, SEOUL), "closed");
});

Deno.test("who does not answer is called again, as often as the campaign says", async () => {
  using office = new DeskOffice();
  const id = await created(office, { text: "010-1234-5678" });
  const entry = given(office, "kim", id);
  ok(writeResult(office.desk("kim"), entry, { ...REACHED, result: "no_answer" }).ok);
  const { state, dueAt } = entryById(office.store, entry)!;
  deepEqual([state, dueAt], ["waiting", NOW + 3_600_000]);
});

Deno.test("who asks not to be called is not called any more", async () => {
  using office = new DeskOffice();
  const desk = office.desk("kim");
  someCustomer(office.store, "이영희", "010-1234-5678");
  const id = await created(office, { text: "010-1234-5678" });
  const entry = given(office, "kim", id);
  const refuses = { ...REACHED, result: "refused", forbid: true };
  deepEqual(writeResult(desk, entry, refuses), { ok: true, value: id });
  equal(askedNotToBeCalled(office.store, "01012345678").length, 1);
});

Deno.test("a result without what it needs is not written, and says so by field", async () => {
  using office = new DeskOffice();
  const id = await created(office);
  const entry = given(office, "kim", id);
  const write = (change: Partial<TypedResult>) => {
    const written = writeResult(office.desk("kim"), entry, { ...REACHED, ...change });
    return written.ok ? "written" : codes(written.problems);
  };
  deepEqual(write({ result: "" }), [["result", "campaign.result_required"]]);
  deepEqual(write({ result: "later" }), [["at", "field.callback_required"]]);
  deepEqual(write({ result: "later", at: NOW - 301_000 }), [["at", "field.callback_past"]]);
  deepEqual(write({ remark: "가".repeat(301) }), [["remark", "field.too_long"]]);
  equal(entryById(office.store, entry)?.state, "claimed");
  // A time that was typed before another result was chosen does not count.
  equal(write({ result: "reached", at: NOW }), "written");
});

Deno.test("what somebody writes whose number was given to another is not written", async () => {
  using office = new DeskOffice();
  const id = await created(office, { text: "010-1234-5678" });
  const entry = given(office, "kim", id);
  giveNumberBack(office.desk("kim"));
  given(office, "lee", id);
  deepEqual(writeResult(office.desk("kim"), entry, REACHED), { ok: true, value: null });
  equal(entryById(office.store, entry)?.claimedBy, office.staff("lee").id);
});

Deno.test("the number of an agent who leaves the office is anybody's at once", async () => {
  using office = new DeskOffice();
  const id = await created(office, { text: "010-1234-5678" });
  const entry = given(office, "kim", id);
  ok(deactivateAccount(office.desk("admin"), office.staff("kim").id).ok);
  equal(given(office, "lee", id), entry);
});
