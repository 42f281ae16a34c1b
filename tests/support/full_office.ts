import { PROGRAM } from "../../lib/domain/audit.ts";
import { NO_TEXTS } from "../../lib/domain/customer_fields.ts";
import type { AttachmentPlace } from "../../lib/domain/attachment.ts";
import type { Call } from "../../lib/domain/call.ts";
import type { ConsultationState } from "../../lib/domain/consultation.ts";
import { beginAttachment, finishAttachment } from "../../lib/store/attachment_content.ts";
import { catchUp, unmarkedCalls } from "../../lib/store/call_log/catch_up.ts";
import { indexWaiting, isWaiting } from "../../lib/store/search_index.ts";
import { saveFilter } from "../../lib/store/call_choices.ts";
import { claimNext } from "../../lib/store/campaign_claims.ts";
import { addEntries } from "../../lib/store/campaign_entries.ts";
import { createCampaign, setCampaignState } from "../../lib/store/campaigns.ts";
import { typeInto } from "../../lib/store/consultation_changes.ts";
import { createConsultation } from "../../lib/store/consultations.ts";
import { createCustomField, setFieldValue } from "../../lib/store/custom_fields.ts";
import { updateCustomer } from "../../lib/store/customers.ts";
import { createGroup, setGroupsOf } from "../../lib/store/extension_groups.ts";
import { assignExtension, createExtension } from "../../lib/store/extensions.ts";
import { setHoliday } from "../../lib/store/holidays.ts";
import { createImport } from "../../lib/store/imports.ts";
import { addJob } from "../../lib/store/jobs.ts";
import { addWord } from "../../lib/store/list_words.ts";
import { mergeCustomers } from "../../lib/store/merge/merge_customers.ts";
import { noteSignIn } from "../../lib/store/sign_ins.ts";
import { createStaff } from "../../lib/store/staff.ts";
import { describeTrunk } from "../../lib/store/trunks.ts";
import { createWallScreen } from "../../lib/store/wall_screens.ts";
import { tokenHash } from "../../lib/web/guard/session_token.ts";
import { WebOffice } from "./web_office.ts";
import { waitingMissed } from "./missed_callers.ts";
import { holdWork } from "../../lib/store/work/change_work.ts";

/** Many customers have it, and whoever rings at this moment. */
const SHARED = "025550000";
const UNFINISHED: readonly ConsultationState[] = ["draft", "open", "callback"];

/**
 * An office with `rows` of everything that a page lists: the first customer has so many calls, notes and files, the
 * agent kim (202) so many calls of that day, callers to call back, unfinished notes, and so on. The link of one screen on
 * the wall has `token`.
 */
export function fullOffice(rows: number, token: string): WebOffice {
  const office = new WebOffice();
  for (let row = 1; row <= rows; row++) {
    furnish(office, row, row === 1 ? token : null);
    bringCustomers(office, row);
    bringCalls(office, row);
  }
  for (let row = 1; row <= rows; row++) {
    merge(office, row);
    bringCampaign(office, row, rows);
    ring(office, row);
  }
  // What the server does beside its pages.
  while (isWaiting(office.store)) indexWaiting(office.store, 1000);
  while (unmarkedCalls(office.store) > 0) catchUp(office.store, 1000);
  return office;
}

/** The number of the customer of this row. */
function numberOf(row: number): string {
  return `0311${String(row).padStart(6, "0")}`;
}

/** What an administrator enters. */
function furnish(office: WebOffice, row: number, token: string | null): void {
  const { store, now } = office;
  const line = office.addLine(`/dev/line-${row}`);
  describeTrunk(store, { lineId: line, trunk: "1", label: `국선 ${row}`, number: "025550416" });
  const person = { login: `agent${row}`, name: `상담원 ${row}`, role: "agent" as const };
  const { id } = createStaff(store, { ...person, passwordHash: "" }, now);
  const extension = { line, number: String(300 + row) };
  createExtension(store, extension);
  assignExtension(store, `${line}:${extension.number}`, id);
  createGroup(store, `그룹 ${row}`);
  setGroupsOf(store, `${line}:${extension.number}`, [row]);
  addWord(store, "type", `유형 ${row}`);
  addWord(store, "grade", `등급 ${row}`);
  addWord(store, "break", `휴식 ${row}`);
  createCustomField(store, {
    ...{ label: `항목 ${row}`, kind: "text" as const, choices: [], required: false },
  });
  setHoliday(store, { day: `2026-12-${String(1 + row % 28).padStart(2, "0")}`, name: "휴일" });
  const importId = createImport(store, `customers-${row}.csv`, { by: id, at: now });
  const job = { kind: "read_import", lane: "files", subject: `import:${importId}` } as const;
  addJob(store, { ...job, input: { importId }, actor: PROGRAM, createdAt: now });
  const hash = token === null ? new Uint8Array(32).fill(row) : tokenHash(token)!;
  const screen = { tokenHash: hash, label: `화면 ${row}`, language: "ko" as const };
  createWallScreen(store, screen, office.staff("admin").id, now);
  for (const login of ["kim", "admin"]) {
    office.browser(login);
    noteSignIn(store, office.staff(login).id, `192.0.2.${row}`, now);
    saveFilter(store, office.staff(login).id, `거르기 ${row}`, `number=${row}`);
  }
}

/** Two who are likely one, the number of each row and the one that all share. */
function bringCustomers(office: WebOffice, row: number): void {
  const numbers = [numberOf(row), SHARED];
  const email = `one${row}@example.com`;
  const { id } = office.customer({ name: `고객 ${row}`, email, numbers });
  office.customer({ name: `고객 ${row}`, company: "둘째", email, numbers: [SHARED] });
  const { store, now } = office;
  const person = office.staff(`agent${row}`);
  const actor = { kind: "staff" as const, staffId: person.id, name: person.name, address: "" };
  const changes = store.as(actor, () => now);
  setFieldValue(changes, 1, row, `값 ${row}`);
  const more = { name: `고객 ${row}`, company: "첫째", ownerId: person.id };
  const rest = { ...NO_TEXTS, email: `one${row}@example.com` };
  const said = { numbers: numbers.map((number) => ({ number, label: "" })) };
  updateCustomer(changes, id, { ...rest, ...said, ...more }, 1, { by: person.id, at: now });
}

/** A call of each agent, of the first customer and of that of the row, and what is left to do of others. */
function bringCalls(office: WebOffice, row: number): void {
  const [kim, lee] = [office.staff("kim").id, office.staff("lee").id];
  for (const [staffId, extension] of [[kim, "202"], [lee, "203"]] as const) {
    for (const number of [numberOf(1), numberOf(row)]) {
      const { id, customerId } = answered(office, extension, number);
      write(office, staffId, { callId: id, customerId: customerId!, state: "done" });
      attach(office, { kind: "call", id });
    }
  }
  for (const state of UNFINISHED) {
    const { id, customerId } = answered(office, "202", numberOf(row));
    write(office, kim, { callId: id, customerId: customerId!, state });
    attach(office, {
      kind: "consultation",
      id: write(office, kim, { callId: null, customerId: 1, state }),
    });
  }
  attach(office, { kind: "customer", id: 1 });
  office.rings("2", "202", numberOf(row));
  office.ends("2");
  if (row % 2 === 0) {
    const { id } = waitingMissed(office.store).at(-1)!;
    holdWork(office.store, id, kim, { by: kim, at: office.now });
  }
}

function answered(office: WebOffice, extension: string, number: string): Call {
  office.rings("1", extension, number);
  office.answers("1", extension);
  return office.ends("1");
}

function write(
  { store, now }: WebOffice,
  staffId: number,
  note: {
    readonly callId: number | null;
    readonly customerId: number;
    readonly state: ConsultationState;
  },
): number {
  const callbackAt = note.state === "callback" ? now : null;
  const { id, version } = createConsultation(
    store,
    { ...note, staffId, type: "문의", text: "납기를 물었다", callbackAt },
    now,
  );
  typeInto(store, id, { type: "문의", text: "견적", version, callbackAt }, {
    by: staffId,
    at: now,
  });
  return id;
}

function attach({ store, now }: WebOffice, place: AttachmentPlace): void {
  const id = beginAttachment(store, place, "quote.pdf", { by: 1, at: now });
  finishAttachment(store, id, { type: "application/pdf", size: 9, sha256: new Uint8Array(32) });
}

/** Two more become one with the first customer. */
function merge(office: WebOffice, row: number): void {
  const { id, version } = office.customer({ name: `넷째 ${row}`, numbers: [`05111${row}0000`] });
  const survivor = office.customer({ name: `셋째 ${row}`, numbers: [`05112${row}0000`] });
  mergeCustomers(
    office.store,
    { survivor, others: [{ id, version }], from: {} },
    { by: null, at: office.now },
  );
}

/** A campaign; the first one has so many numbers, and kim is at one of them. */
function bringCampaign(office: WebOffice, row: number, rows: number): void {
  const { store, now } = office;
  const plan = { name: `안부 ${row}`, script: "", mostTries: 3, retryAfter: 60_000 };
  const id = createCampaign(store, plan, office.staff("admin").id, now);
  if (row !== 1) return;
  addEntries(
    store,
    id,
    Array.from({ length: rows }, (_, entry) => {
      const number = `0311${String(entry + 1).padStart(6, "0")}`;
      return { customerId: 1 + 2 * entry, number, normal: number, name: "", company: "" };
    }),
  );
  setCampaignState(store, id, "running");
  claimNext(store, { campaignId: id, staffId: office.staff("kim").id, now });
}

/** A call that kim holds, and one that rings there: of somebody who is not known surely. */
function ring(office: WebOffice, row: number): void {
  const device = { number: "202", kind: "telephone" as const };
  const begins = (call: string) => ({
    ...{ call, trunk: `sip-${row}`, direction: "in" as const, consultationOf: null },
  });
  const [held, ringing] = [`held-${row}`, `ringing-${row}`];
  const caller = { number: numberOf(row), reason: null };
  const shared = { number: SHARED, reason: null };
  office.tells(
    { type: "Delivered", ...begins(held), device, caller, called: "025550416" },
    { type: "Established", ...begins(held), device },
    { type: "Held", call: held, device },
    { type: "Delivered", ...begins(ringing), device, caller: shared, called: "025550416" },
  );
}
