import { deepEqual, equal, ok, throws } from "node:assert/strict";
import type { Desk } from "../../../lib/desk/desk.ts";
import { NotPermitted } from "../../../lib/desk/desk.ts";
import { changeDialPolicy } from "../../../lib/desk/telephony/change_dial_policy.ts";
import { addPublicHolidays, nameHoliday, removeHoliday } from "../../../lib/desk/hours/holidays.ts";
import { setHours } from "../../../lib/desk/hours/set_hours.ts";
import { changeOffice } from "../../../lib/desk/office/change_office.ts";
import { changeRetention } from "../../../lib/desk/office/change_retention.ts";
import { changeRing } from "../../../lib/desk/office/change_ring.ts";
import type { Outcome } from "../../../lib/desk/problem.ts";
import { addWallScreen, endWallScreen } from "../../../lib/desk/wall_screens/wall_screens.ts";
import { addWord, moveWord, renameWord, retireWord } from "../../../lib/desk/words/change_words.ts";
import { MOST_WORDS } from "../../../lib/domain/list_word.ts";
import { dialPolicy } from "../../../lib/store/dial_policy.ts";
import { NotFound } from "../../../lib/store/errors.ts";
import { holidayOn } from "../../../lib/store/holidays.ts";
import { listWords, offeredWords, wordByName } from "../../../lib/store/list_words.ts";
import { officeHours } from "../../../lib/store/office_hours.ts";
import { OfficeSettings } from "../../../lib/store/office_settings.ts";
import { ringSound } from "../../../lib/store/ring_sound.ts";
import { listWallScreens } from "../../../lib/store/wall_screens.ts";
import { DeskOffice } from "../desk_office.ts";

/** `ok`, or what is wrong by field. */
function said(outcome: Outcome<unknown>): unknown {
  if (outcome.ok) return "ok";
  return Object.entries(outcome.problems).map(([field, { code }]) => [field, code]);
}

const idOf = (office: DeskOffice, name: string) => wordByName(office.store, "grade", name)!.id;

Deno.test("a word is added, renamed, moved, and offered no more or again", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  const before = offeredWords(office.store, "grade");
  equal(said(addWord(desk, "grade", " 단골 ")), "ok");
  equal(said(renameWord(desk, "grade", idOf(office, "단골"), "오랜 단골")), "ok");
  deepEqual(offeredWords(office.store, "grade"), [...before, "오랜 단골"]);
  moveWord(desk, "grade", idOf(office, "오랜 단골"), -1);
  equal(offeredWords(office.store, "grade").at(-2), "오랜 단골");
  retireWord(desk, "grade", idOf(office, "오랜 단골"), true);
  deepEqual(offeredWords(office.store, "grade"), before);
  retireWord(desk, "grade", idOf(office, "오랜 단골"), false);
  equal(offeredWords(office.store, "grade").includes("오랜 단골"), true);
});

Deno.test("a word that is there, empty, too long or one too many is refused and says why", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  equal(said(addWord(desk, "grade", "단골")), "ok");
  deepEqual(said(addWord(desk, "grade", "단골")), [["name", "words.taken"]]);
  deepEqual(said(addWord(desk, "grade", " ")), [["name", "field.required"]]);
  deepEqual(said(addWord(desk, "grade", "가".repeat(200))), [["name", "field.too_long"]]);
  equal(said(renameWord(desk, "grade", idOf(office, "단골"), "단골")), "ok");
  retireWord(desk, "grade", idOf(office, "단골"), true);
  deepEqual(said(addWord(desk, "grade", "단골")), [["name", "words.taken_retired"]]);
  for (let left = MOST_WORDS - listWords(office.store, "grade").length; left > 0; left--) {
    equal(said(addWord(desk, "grade", `등급 ${left}`)), "ok");
  }
  deepEqual(said(addWord(desk, "grade", "하나 더")), [["name", "words.too_many"]]);
});

Deno.test("a word of another list, or one that is gone, is not there", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  addWord(desk, "grade", "단골");
  throws(() => moveWord(desk, "type", 9999, 1), NotFound);
  throws(() => retireWord(desk, "type", 9999, true), NotFound);
  throws(() => renameWord(desk, "type", 9999, "단골"), NotFound);
});

Deno.test("the office has a name, a language and a zone; where it is started with a zone that stays", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  const settings = new OfficeSettings(office.store);
  const typed = { name: "한빛", language: "en", zone: "Asia/Tokyo" };
  equal(said(changeOffice(desk, settings, typed)), "ok");
  deepEqual([settings.name, settings.language, settings.timeZone], ["한빛", "en", "Asia/Tokyo"]);
  const wrong = { name: "가".repeat(41), language: "fr", zone: "Asia/Nowhere" };
  deepEqual(said(changeOffice(desk, settings, wrong)), [
    ["name", "field.too_long"],
    ["language", "staff.language_wrong"],
    ["zone", "office.zone_wrong"],
  ]);
  const fixed = new OfficeSettings(office.store, {
    time_zone: { value: "Europe/London", source: "option" },
  });
  equal(said(changeOffice(desk, fixed, { ...typed, zone: "Asia/Nowhere" })), "ok");
  equal(fixed.timeZone, "Europe/London");
  equal(new OfficeSettings(office.store).timeZone, "Asia/Tokyo");
});

Deno.test("how long things are kept is changed all or none, and not where it is fixed", () => {
  using office = new DeskOffice();
  const settings = new OfficeSettings(office.store, {
    log_days: { value: "7", source: "option" },
  });
  const typed = { raw_frame_days: "10", log_days: "never", audit_days: "0" };
  const desk = office.desk("admin");
  deepEqual(said(changeRetention(desk, settings, typed)), [["audit_days", "retention.wrong"]]);
  equal(settings.days("raw_frame_days"), 30);
  equal(said(changeRetention(desk, settings, { ...typed, audit_days: " 9999 " })), "ok");
  deepEqual([settings.days("raw_frame_days"), settings.days("audit_days")], [10, 9999]);
});

Deno.test("how browsers ring is one of what there is", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  const loud = { on: false, tune: "bell", volume: "loud" } as const;
  equal(said(changeRing(desk, loud)), "ok");
  deepEqual(ringSound(office.store), loud);
  deepEqual(said(changeRing(desk, { ...loud, tune: "siren" })), [["tune", "sounds.unknown"]]);
});

Deno.test("what may be dialled is changed with a limit that a person can reach", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  const { allowed } = dialPolicy(office.store);
  const abroad = { ...allowed, international: true };
  equal(said(changeDialPolicy(desk, { allowed: abroad, perMinute: " 60 " })), "ok");
  deepEqual(dialPolicy(office.store), { allowed: abroad, perMinute: 60 });
  for (const perMinute of ["0", "61", "", "1.5", "many"]) {
    deepEqual(said(changeDialPolicy(desk, { allowed, perMinute })), [
      ["perMinute", "dialling.per_minute_wrong"],
    ]);
  }
});

Deno.test("the office is closed on holidays that somebody names, or that are public", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  const nameOf = (holiday: string) => `공휴일 ${holiday}`;
  equal(said(nameHoliday(desk, { day: "2026-12-25", name: "쉬는 날" })), "ok");
  const added = addPublicHolidays(desk, 2026, "Asia/Seoul", nameOf);
  ok(added.ok && added.value > 5);
  equal(holidayOn(office.store, "2026-12-25"), "쉬는 날");
  deepEqual(addPublicHolidays(desk, 2026, "Asia/Seoul", nameOf), { ok: true, value: 0 });
  deepEqual(said(addPublicHolidays(desk, 2029, "Asia/Seoul", nameOf)), [
    ["form", "hours.year_wrong"],
  ]);
  removeHoliday(desk, "2026-12-25");
  equal(holidayOn(office.store, "2026-12-25"), null);
  deepEqual(said(nameHoliday(desk, { day: "2026-02-30", name: "" })), [
    ["day", "hours.day_wrong"],
    ["name", "field.required"],
  ]);
});

Deno.test("hours without a day, or that end before they begin, are none", () => {
  using office = new DeskOffice();
  const desk = office.desk("super");
  equal(said(setHours(desk, { days: [6, 1, 1], from: "10:00", to: "12:00" })), "ok");
  deepEqual(officeHours(office.store), { days: [1, 6], from: "10:00", to: "12:00" });
  for (
    const wrong of [{ days: [] as number[] }, { from: "12:00" }, { to: "24:00" }]
  ) {
    const typed = { days: [1], from: "10:00", to: "12:00", ...wrong };
    deepEqual(said(setHours(desk, typed)), [["form", "campaign.hours_wrong"]]);
  }
});

Deno.test("a screen on the wall has a link, which ends once", () => {
  using office = new DeskOffice();
  const desk = office.desk("super");
  const tokenHash = new Uint8Array(32).fill(7);
  const screen = { label: "", usual: "벽 화면", language: "ko", tokenHash } as const;
  deepEqual(addWallScreen(desk, screen), { ok: true, value: { label: "벽 화면" } });
  const long = { ...screen, label: "가".repeat(61), tokenHash: new Uint8Array(32) };
  deepEqual(said(addWallScreen(desk, long)), [["label", "field.too_long"]]);
  const [made, ...others] = listWallScreens(office.store);
  equal(others.length, 0);
  deepEqual(endWallScreen(desk, made!.id), tokenHash);
  throws(() => endWallScreen(desk, made!.id), NotFound);
});

Deno.test("the settings are the work of those who may change them, by whichever way they ask", () => {
  using office = new DeskOffice();
  const settings = new OfficeSettings(office.store);
  const { allowed } = dialPolicy(office.store);
  const asked: ((desk: Desk) => unknown)[] = [
    (desk) => addWord(desk, "type", "문의"),
    (desk) => renameWord(desk, "type", 1, "문의"),
    (desk) => moveWord(desk, "type", 1, 1),
    (desk) => retireWord(desk, "type", 1, true),
    (desk) => changeOffice(desk, settings, { name: "", language: "ko", zone: "Asia/Seoul" }),
    (desk) =>
      changeRetention(desk, settings, { raw_frame_days: "1", log_days: "1", audit_days: "1" }),
    (desk) => changeRing(desk, { on: true, tune: "bell", volume: "loud" }),
    (desk) => changeDialPolicy(desk, { allowed, perMinute: "1" }),
    (desk) => nameHoliday(desk, { day: "2026-12-25", name: "쉬는 날" }),
    (desk) => addPublicHolidays(desk, 2026, "Asia/Seoul", String),
    (desk) => removeHoliday(desk, "2026-12-25"),
  ];
  for (const ask of asked) throws(() => ask(office.desk("super")), NotPermitted);
  throws(() => endWallScreen(office.desk("kim"), 1), NotPermitted);
});
