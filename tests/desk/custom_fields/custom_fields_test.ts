import { deepEqual, equal, ok, throws } from "node:assert/strict";
import { createField } from "../../../lib/desk/custom_fields/create_field.ts";
import { moveField } from "../../../lib/desk/custom_fields/move_field.ts";
import { restoreField, retireField } from "../../../lib/desk/custom_fields/retire_field.ts";
import { updateField } from "../../../lib/desk/custom_fields/update_field.ts";
import { customFields } from "../../../lib/store/custom_fields.ts";
import { DeskOffice } from "../desk_office.ts";

const PLAN = { label: "요금제", kind: "choice", choices: "기본\r\n고급\n\n기본", required: false };

function create(office: DeskOffice, label: string): number {
  const made = createField(office.desk("admin"), { ...PLAN, label });
  ok(made.ok);
  return made.value.id;
}

const labelsOf = (office: DeskOffice) => customFields(office.store).map(({ label }) => label);

Deno.test("an administrator defines a field, renames it, moves it, and takes it out of use and back", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  const [plan] = [create(office, "요금제"), create(office, "담당")];
  deepEqual(customFields(office.store)[0]?.choices, ["기본", "고급"]);
  ok(updateField(desk, plan, { ...PLAN, label: "상품" }).ok);
  moveField(desk, plan, 1);
  deepEqual(labelsOf(office), ["담당", "상품"]);
  retireField(desk, plan);
  deepEqual(labelsOf(office), ["담당"]);
  ok(restoreField(desk, plan).ok);
  ok(restoreField(desk, plan).ok);
  deepEqual(labelsOf(office), ["담당", "상품"]);
});

Deno.test("what is wrong with a field is told all at once, by code, and nothing is stored", () => {
  using office = new DeskOffice();
  create(office, "요금제");
  const made = createField(office.desk("admin"), { ...PLAN, kind: "colour" });
  deepEqual(made, {
    ok: false,
    problems: {
      label: { code: "fields.label_in_use", args: { label: "요금제" } },
      kind: { code: "fields.kind_wrong", args: {} },
    },
  });
  const empty = createField(office.desk("admin"), { ...PLAN, label: "", choices: " " });
  deepEqual(empty.ok || Object.values(empty.problems).map(({ code }) => code), [
    "field.required",
    "fields.choices_wrong",
  ]);
  equal(labelsOf(office).length, 1);
});

Deno.test("there are no more fields than anybody fills in, however they come into the forms", () => {
  using office = new DeskOffice();
  const desk = office.desk("admin");
  const first = create(office, "0");
  retireField(desk, first);
  for (let index = 1; index <= 50; index++) create(office, String(index));
  const full = { code: "fields.too_many", args: { max: 50 } };
  deepEqual(createField(desk, { ...PLAN, label: "51" }), { ok: false, problems: { label: full } });
  deepEqual(restoreField(desk, first), { ok: false, problems: { form: full } });
  equal(labelsOf(office).length, 50);
});

Deno.test("a field comes back under a label that nobody else has, and fields are the administrators' work", () => {
  using office = new DeskOffice();
  const admin = office.desk("admin");
  const id = create(office, "요금제");
  retireField(admin, id);
  create(office, "요금제");
  deepEqual(restoreField(admin, id), {
    ok: false,
    problems: { form: { code: "fields.label_in_use", args: { label: "요금제" } } },
  });
  const desk = office.desk("super");
  const refused = { name: "NotPermitted", message: /expected the permission fields\.manage$/ };
  throws(() => createField(desk, PLAN), refused);
  throws(() => updateField(desk, id, PLAN), refused);
  throws(() => moveField(desk, id, 1), refused);
  throws(() => retireField(desk, id), refused);
  throws(() => restoreField(desk, id), refused);
  throws(() => updateField(admin, 99, PLAN), { name: "NotFound" });
});
