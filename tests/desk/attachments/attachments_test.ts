import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { mayAttach, placeThere } from "../../../lib/desk/attachments/attachment_place.ts";
import { changeUploadLimits } from "../../../lib/desk/attachments/change_upload_limits.ts";
import { FileOnItsWay } from "../../../lib/desk/attachments/keep_file.ts";
import {
  removeAttachment,
  restoreAttachment,
} from "../../../lib/desk/attachments/remove_attachment.ts";
import { NotPermitted, NotYours, type StaffDesk } from "../../../lib/desk/desk.ts";
import type { AttachmentPlace } from "../../../lib/domain/attachment.ts";
import { CHUNK_BYTES, readChunk } from "../../../lib/store/attachment_content.ts";
import { attachmentsAt } from "../../../lib/store/attachments.ts";
import { createConsultation } from "../../../lib/store/consultations.ts";
import { NotFound } from "../../../lib/store/errors.ts";
import { uploadLimitMb } from "../../../lib/store/upload_limits.ts";
import { someCall, someCustomer } from "../../store/fixtures.ts";
import { DeskOffice, NOW } from "../desk_office.ts";

const PDF = new TextEncoder().encode("%PDF-1.7\n");

function customerOf(office: DeskOffice): AttachmentPlace {
  return { kind: "customer", id: someCustomer(office.store, "이영희", "010-1234-5678").id };
}

function noteOf(office: DeskOffice, login: string, callId: number | null): AttachmentPlace {
  const { id } = createConsultation(office.store, {
    ...{ callId, customerId: customerOf(office).id, type: "주문", text: "메모", state: "done" },
    ...{ staffId: office.staff(login).id, callbackAt: null },
  }, NOW);
  return { kind: "consultation", id };
}

function keep(desk: StaffDesk, place: AttachmentPlace, bytes = PDF): number {
  const file = new FileOnItsWay(desk, place, "견적.pdf");
  file.add(bytes);
  return file.finish()!.id;
}

Deno.test("a file is kept in pieces, with its type and size, and seen when all of it is there", () => {
  using office = new DeskOffice();
  const place = customerOf(office);
  const file = new FileOnItsWay(office.desk("kim"), place, "견적.pdf");
  equal(file.add(PDF), false);
  equal(file.add(new Uint8Array(CHUNK_BYTES)), true);
  deepEqual(attachmentsAt(office.store, place), []);
  const kept = file.finish()!;
  deepEqual([kept.type, kept.size], ["application/pdf", PDF.length + CHUNK_BYTES]);
  equal(kept.createdBy, office.staff("kim").id);
  equal(readChunk(office.store, kept.id, 1)?.length, PDF.length);
  equal(attachmentsAt(office.store, place).length, 1);
});

Deno.test("whoever sends a file, its name is a name, and it hangs where the files of its place are seen", () => {
  using office = new DeskOffice();
  const call = someCall(office.store);
  const file = new FileOnItsWay(
    office.desk("kim"),
    noteOf(office, "kim", call),
    "../\u202e견\n적.pdf",
  );
  file.add(PDF);
  equal(file.finish()?.name, "견적.pdf");
  equal(attachmentsAt(office.store, { kind: "call", id: call }).length, 1);
  const nowhere = { kind: "customer", id: 999 } as const;
  throws(() => new FileOnItsWay(office.desk("kim"), nowhere, "견적.pdf"), NotFound);
});

Deno.test("of a file that is given up nothing stays", () => {
  using office = new DeskOffice();
  const place = customerOf(office);
  const file = new FileOnItsWay(office.desk("kim"), place, "견적.pdf");
  file.add(PDF);
  file.giveUp(office.store);
  // What waits is written with the next transaction.
  office.store.transaction(() => undefined);
  equal(file.finish(), null);
});

Deno.test("files hang on any customer, on one's own calls and one's own consultations", () => {
  using office = new DeskOffice();
  const [kim, lee, chief] = [office.desk("kim"), office.desk("lee"), office.desk("super")];
  const call: AttachmentPlace = { kind: "call", id: someCall(office.store) };
  const note = noteOf(office, "lee", null);
  deepEqual([kim, lee, chief].map((desk) => mayAttach(desk, customerOf(office))), [
    true,
    true,
    true,
  ]);
  deepEqual([kim, lee, chief].map((desk) => mayAttach(desk, call)), [true, false, true]);
  deepEqual([kim, lee, chief].map((desk) => mayAttach(desk, note)), [false, true, true]);
  throws(() => new FileOnItsWay(kim, note, "견적.pdf"), NotYours);
});

Deno.test("files of a consultation on a call are those of the call", () => {
  using office = new DeskOffice();
  const callId = someCall(office.store);
  deepEqual(placeThere(office.store, noteOf(office, "kim", callId)), { kind: "call", id: callId });
  equal(placeThere(office.store, { kind: "consultation", id: 99 }), null);
  equal(placeThere(office.store, { kind: "customer", id: 99 }), null);
});

Deno.test("who loses the right while a file comes hangs it nowhere", () => {
  using office = new DeskOffice();
  const place = customerOf(office);
  const desk = office.desk("kim");
  const again = () => {
    throw new NotPermitted("kim", "files.add");
  };
  const file = new FileOnItsWay({ ...desk, again }, place, "견적.pdf");
  file.add(PDF);
  throws(() => file.finish(), NotPermitted);
  deepEqual(attachmentsAt(office.store, place), []);
});

Deno.test("whoever brought a file takes it away and brings it back; others do with the right alone", () => {
  using office = new DeskOffice();
  const place = customerOf(office);
  const id = keep(office.desk("kim"), place);
  throws(() => removeAttachment(office.desk("lee"), id), NotYours);
  ok(removeAttachment(office.desk("kim"), id).removedAt === NOW);
  deepEqual(attachmentsAt(office.store, place), []);
  throws(() => restoreAttachment(office.desk("lee"), id), NotYours);
  restoreAttachment(office.desk("super"), id);
  equal(attachmentsAt(office.store, place).length, 1);
  throws(() => removeAttachment(office.desk("super"), 99), NotFound);
});

Deno.test("how large files may be is changed all or none, within reason", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  deepEqual(changeUploadLimits(desk, { file: "0", day: "100" }), {
    ok: false,
    problems: { file: { code: "files.limit_wrong", args: { least: 1, most: 2048 } } },
  });
  const before = uploadLimitMb(office.store, "day");
  ok(changeUploadLimits(desk, { file: " 30 " }).ok);
  deepEqual([uploadLimitMb(office.store, "file"), uploadLimitMb(office.store, "day")], [
    30,
    before,
  ]);
  throws(() => changeUploadLimits(office.desk("super"), { file: "30" }), NotPermitted);
});
