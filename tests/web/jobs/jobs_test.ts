import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import type { JobStatus } from "../../../lib/domain/job.ts";
import { listAudit } from "../../../lib/store/audit/audit_list.ts";
import { addJob, jobById, keepJob } from "../../../lib/store/jobs.ts";
import { createImport } from "../../../lib/store/imports.ts";
import { NOON, WebOffice } from "../../support/web_office.ts";
import { WHOLE_AUDIT } from "../../support/whole_audit.ts";

const BY = { kind: "staff", staffId: 4, name: "서감독", address: "10.0.0.4" } as const;

/** A job as it is kept. */
function job(office: WebOffice, kind: string, change: Partial<JobStatus>, subject = kind): number {
  const id = addJob(office.store, {
    ...{ kind, lane: "heavy", subject, input: {}, actor: BY, createdAt: NOON - 60_000 },
  });
  keepJob(office.store, { ...jobById(office.store, id)!, ...change });
  return id;
}

/** The text of a row of the list. */
function rowOf(page: string, id: number): string {
  const row = new RegExp(`<li[^>]* id="job-${id}">([^]*?)</li>`).exec(page)?.[1];
  return (row ?? "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim();
}

Deno.test("an administrator sees of each job what it is about, who wants it, how it is and why it failed", async () => {
  using office = new WebOffice();
  const importId = createImport(office.store, "고객 목록.csv", { by: null, at: NOON });
  const over = { attempts: 1, endedAt: NOON };
  const read = job(office, "read_import", {
    ...{ state: "failed", ...over, failure: { code: "quote_open", limit: 12 } },
  }, `import:${importId}`);
  const again = job(office, "make_backup", {
    ...{ state: "waiting", attempts: 2, nextAt: NOON + 120_000 },
    failure: { code: "unreadable", limit: 0 },
  });
  const running = job(office, "undo_import", {
    state: "running",
    attempts: 1,
    done: 5,
    total: 2000,
  });
  const done = job(office, "tidy_imports", { state: "done", ...over });
  const older = job(office, "of_another_program", { state: "cancelled", ...over });
  const browser = office.browser("admin");
  const page = await (await browser.get("/settings/jobs")).text();
  match(rowOf(page, read), /가져올 파일 읽기 고객 목록\.csv .*서감독 .*12행.* 실패 .*다시 시도/);
  match(page, new RegExp(`href="/imports/${importId}"`));
  match(
    rowOf(page, again),
    /백업 .*읽거나 쓸 수 없습니다.*다시 시도 대기 다음 시도 .*2번 시도 다시 시도 취소/,
  );
  match(rowOf(page, running), /가져오기 되돌리기 .*진행 중 5 \/ 2,000$/);
  match(rowOf(page, done), /끝나지 않은 가져오기 정리 .*완료/);
  match(rowOf(page, older), /of_another_program .*취소됨/);
  const rows = async (show: string) =>
    [...(await (await browser.part(`/settings/jobs?show=${show}`)).text()).matchAll(
      / id="job-(\d+)"/g,
    )]
      .map((found) => Number(found[1]));
  deepEqual(await rows("all"), [older, done, running, again, read]);
  deepEqual(await rows("unfinished"), [running, again]);
  deepEqual(await rows("failed"), [read]);
});

Deno.test("a job whose state or failure is none that the program knows stands on the list as one that failed", async () => {
  using office = new WebOffice();
  const failures = ["5", "null", "[]", "{}", '{"code":"__proto__","limit":0}', '{"code":"held"}'];
  const ids = failures.map((failure) => {
    const id = job(office, "make_backup", { attempts: 1, endedAt: NOON }, failure);
    office.store.run("UPDATE jobs SET state = 'lost', failure = ? WHERE id = ?", failure, id);
    return id;
  });
  const browser = office.browser("admin");
  const page = await browser.get("/settings/jobs");
  equal(page.status, 200);
  const text = await page.text();
  for (const id of ids) match(rowOf(text, id), /백업 .*서감독 실패 .*다시 시도/);
  await browser.post(`/settings/jobs/${ids[0]}`, { do: "redo" });
  equal(jobById(office.store, ids[0]!)!.state, "waiting");
});

Deno.test("a job is cancelled or tried again from the page, which the audit says, and one that cannot be is left as it is", async () => {
  using office = new WebOffice();
  const browser = office.browser("admin");
  const failed = job(office, "make_backup", { state: "failed", attempts: 4, endedAt: NOON });
  const waits = job(office, "read_import", {});
  const written = job(office, "write_import", { state: "failed", attempts: 1, endedAt: NOON });
  const act = async (id: number, what: string) =>
    (await browser.post(`/settings/jobs/${id}`, { do: what, show: "failed" })).status;
  deepEqual([await act(failed, "redo"), await act(waits, "cancel")], [303, 303]);
  const { state, attempts, endedAt } = jobById(office.store, failed)!;
  deepEqual([state, attempts, endedAt], ["waiting", 0, null]);
  equal(jobById(office.store, waits)?.state, "cancelled");
  const entries = listAudit(office.store, WHOLE_AUDIT, null, 100).rows;
  deepEqual(entries.map(({ actor, act }) => [actor.name, act]), [
    ["안관리", "did"],
    ["안관리", "did"],
  ]);
  equal(await act(written, "redo"), 303);
  equal(jobById(office.store, written)?.state, "failed");
  equal(await act(written, "explode"), 400);
  equal(await act(999, "cancel"), 404);
});

Deno.test("the list has fifty jobs, and the older ones behind a link", async () => {
  using office = new WebOffice();
  const ids = Array.from({ length: 51 }, () => job(office, "make_backup", {}));
  const browser = office.browser("admin");
  const page = await (await browser.get("/settings/jobs")).text();
  match(page, new RegExp(`href="/settings/jobs\\?show=all&(amp;)?before=${ids[1]}"`));
  const older = await (await browser.get(`/settings/jobs?before=${ids[1]}`)).text();
  deepEqual([...older.matchAll(/ id="job-(\d+)"/g)].map((found) => Number(found[1])), [ids[0]]);
});

Deno.test("the page says of each thing that goes round when it went well, or since when it fails", async () => {
  using office = new WebOffice();
  office.keepers = [
    { name: "search", ranAt: NOON - 1000, failingSince: null },
    { name: "backups", ranAt: NOON - 90_000_000, failingSince: NOON - 3_600_000 },
    { name: "old_jobs", ranAt: null, failingSince: null },
  ];
  const page = await (await office.browser("admin").get("/settings/jobs")).text();
  const list = /<ul class="field_rows keeper_rows">([^]*?)<\/ul>/.exec(page)![1]!;
  const rows = list.split("</li>").map((row) =>
    row.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim()
  );
  deepEqual(rows, [
    "검색 색인 오늘 13:59 정상",
    "백업 일정 실패 시작 오늘 13:00 실패",
    "오래된 작업 삭제 아직 없음 대기",
    "",
  ]);
  match(
    await (await office.browser("admin").get("/settings")).text(),
    /실패하고 있습니다: 백업 일정</,
  );
});

Deno.test("supervisors and agents do not see jobs, and change none", async () => {
  using office = new WebOffice();
  const id = job(office, "make_backup", {});
  for (const login of ["super", "kim"]) {
    const browser = office.browser(login);
    for (
      const answer of [
        await browser.get("/settings/jobs"),
        await browser.post(`/settings/jobs/${id}`, { do: "cancel" }),
      ]
    ) {
      equal(answer.status, 403);
      doesNotMatch(await answer.text(), /job-/);
    }
  }
  equal(jobById(office.store, id)?.state, "waiting");
});
