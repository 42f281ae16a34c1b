import { deepEqual, equal, throws } from "node:assert/strict";
import {
  abandonAttachment,
  abandonUnfinished,
  appendChunk,
  beginAttachment,
  finishAttachment,
  purgeAttachments,
  readChunk,
} from "../../lib/store/attachment_content.ts";
import { setUploadLimit, uploadLimitMb } from "../../lib/store/upload_limits.ts";
import {
  attachmentById,
  attachmentsAt,
  attachmentsOfCustomer,
  removeAttachment,
  restoreAttachment,
} from "../../lib/store/attachments.ts";
import { linkCall } from "../../lib/store/call_customer.ts";
import { settle } from "../../lib/store/consultation_changes.ts";
import { discardDraft, openDraft } from "../../lib/store/consultation_drafts.ts";
import type { Store } from "../../lib/store/database.ts";
import type { AttachmentPlace } from "../../lib/domain/attachment.ts";
import { passingStore } from "../support/passing_store.ts";
import { NOW, planOf, someCall, someCustomer, someStaff } from "./fixtures.ts";

const ALL_BYTES = { type: "image/png", size: 6, sha256: new Uint8Array(32) };

function attach(store: Store, place: AttachmentPlace, name: string, pieces = 2): number {
  const id = beginAttachment(store, place, name, { by: null, at: NOW });
  for (let position = 0; position < pieces; position++) {
    appendChunk(store, id, position, new Uint8Array([1, 2, 3]));
  }
  finishAttachment(store, id, ALL_BYTES);
  return id;
}

function count(store: Store, table: "attachment_chunks" | "attachment_leftovers"): number {
  const sql = table === "attachment_chunks"
    ? "SELECT count(*) AS n FROM attachment_chunks"
    : "SELECT count(*) AS n FROM attachment_leftovers";
  return store.get<{ n: number }>(sql)!.n;
}

function purgeAll(store: Store, removedBefore = 0): void {
  for (let round = 0; purgeAttachments(store, removedBefore); round++) {
    if (round > 100) throw new Error("purging does not end");
  }
}

Deno.test("a file is seen when it is whole, and not before", () => {
  const store = passingStore();
  const place = { kind: "customer", id: someCustomer(store, "이영희").id } as const;
  const id = beginAttachment(store, place, "견적서.png", { by: null, at: NOW });
  appendChunk(store, id, 0, new Uint8Array([1, 2, 3]));
  equal(attachmentById(store, id), null);
  deepEqual(attachmentsAt(store, place), []);
  appendChunk(store, id, 1, new Uint8Array([4, 5, 6]));
  const whole = finishAttachment(store, id, ALL_BYTES);
  deepEqual(attachmentsAt(store, place), [whole]);
  deepEqual([whole?.name, whole?.type, whole?.size], ["견적서.png", "image/png", 6]);
  deepEqual([...readChunk(store, id, 1)!], [4, 5, 6]);
  equal(readChunk(store, id, 2), null);
});

Deno.test("the pieces of a file that did not come whole are deleted, a few at a time", () => {
  const store = passingStore();
  const place = { kind: "customer", id: someCustomer(store, "이영희").id } as const;
  const id = beginAttachment(store, place, "a", { by: null, at: NOW });
  for (let position = 0; position < 20; position++) {
    appendChunk(store, id, position, new Uint8Array([position]));
  }
  abandonAttachment(store, id);
  equal(purgeAttachments(store, 0), true);
  equal(count(store, "attachment_chunks"), 12);
  purgeAll(store);
  equal(count(store, "attachment_chunks"), 0);
  equal(count(store, "attachment_leftovers"), 0);
});

Deno.test("what a server that ended had begun to receive is given up at the next start", () => {
  const store = passingStore();
  const place = { kind: "customer", id: someCustomer(store, "이영희").id } as const;
  const whole = attach(store, place, "whole");
  const broken = beginAttachment(store, place, "broken", { by: null, at: NOW });
  appendChunk(store, broken, 0, new Uint8Array([1]));
  abandonUnfinished(store, Date.now() + 1000);
  purgeAll(store);
  equal(count(store, "attachment_chunks"), 2);
  equal(attachmentById(store, whole)?.name, "whole");
  throws(() => abandonAttachmentTwice(store, whole), /still there/);
});

function abandonAttachmentTwice(store: Store, id: number): void {
  abandonAttachment(store, id);
  if (attachmentById(store, id) !== null) throw new Error("still there");
}

Deno.test("a file that is taken away can be brought back, until its time is over", () => {
  const store = passingStore();
  const by = someStaff(store, "kim").id;
  const place = { kind: "customer", id: someCustomer(store, "이영희").id } as const;
  const id = attach(store, place, "a");
  equal(removeAttachment(store, id, { by, at: NOW }).removedAt, NOW);
  deepEqual(attachmentsAt(store, place), []);
  purgeAll(store, NOW);
  restoreAttachment(store, id);
  deepEqual(attachmentsAt(store, place).map((one) => one.id), [id]);
  removeAttachment(store, id, { by, at: NOW });
  purgeAll(store, NOW + 1);
  equal(attachmentById(store, id), null);
  equal(count(store, "attachment_chunks"), 0);
  throws(() => restoreAttachment(store, id), { name: "NotFound" });
});

Deno.test("a customer has the files of their calls and consultations too, and a call takes them along", () => {
  const store = passingStore();
  const kim = someStaff(store, "kim").id;
  const [one, other] = [someCustomer(store, "이영희").id, someCustomer(store, "박지훈").id];
  const call = someCall(store);
  const draft = openDraft(store, one, kim, NOW);
  attach(store, { kind: "customer", id: one }, "customer");
  attach(store, { kind: "consultation", id: draft.id }, "consultation");
  attach(store, { kind: "call", id: call }, "call");
  const names = (id: number) => attachmentsOfCustomer(store, id, 10).map((file) => file.name);
  deepEqual(names(one), ["consultation", "customer"]);
  linkCall(store, call, other, { by: kim, at: NOW });
  deepEqual(names(other), ["call"]);
  linkCall(store, call, one, { by: kim, at: NOW });
  deepEqual([names(one), names(other)], [["call", "consultation", "customer"], []]);
  discardDraft(store, draft.id, Date.now());
  deepEqual(names(one), ["call", "consultation", "customer"]);
});

Deno.test("a consultation that cannot be thrown away keeps its files", () => {
  const store = passingStore();
  const kim = someStaff(store, "kim").id;
  const { id, version } = openDraft(store, someCustomer(store, "이영희").id, kim, NOW);
  attach(store, { kind: "consultation", id }, "files");
  const done = { state: "done", callbackAt: null } as const;
  settle(store, id, { type: "", text: "글", version }, done, { by: kim, at: NOW });
  equal(discardDraft(store, id, Date.now()), false);
  deepEqual(attachmentsAt(store, { kind: "consultation", id }).map(({ name }) => name), ["files"]);
});

Deno.test("a customer's files are found by index", () => {
  const store = passingStore();
  const plan = planOf(store, (spy) => attachmentsOfCustomer(spy, 1, 10));
  equal(plan.filter((step) => step.startsWith("SCAN")).join(), "");
});

Deno.test("the limit is 25 MB until somebody sets another", () => {
  const store = passingStore();
  equal(uploadLimitMb(store, "file"), 25);
  setUploadLimit(store, "file", 100);
  equal(uploadLimitMb(store, "file"), 100);
});
