import { deepEqual, equal } from "node:assert/strict";
import type { Customer } from "../../lib/domain/customer.ts";
import type { ImportField } from "../../lib/domain/customer_import.ts";
import { everyCustomer } from "../../lib/store/export_rows.ts";
import { keepChoices, requireImport } from "../../lib/store/imports.ts";
import { countsOf, ImportOffice } from "./import_office.ts";

function customers(office: ImportOffice): Customer[] {
  return [...everyCustomer(office.store)].flat() as unknown as Customer[];
}

const numbers = (one: Customer | undefined) =>
  one?.numbers.map(({ number, label }) => `${label} ${number}`);

Deno.test("Google Contacts, the classic export: one customer with each number under the label beside it", async () => {
  await using office = await ImportOffice.open();
  const { outcome } = await office.import(
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value," +
      "Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Organization 1 - Department\n" +
      "박가람,가람,,박,,메모,* myContacts,* Other,a@x.kr,* Mobile,010-2000-0001 ::: 010-2000-0002,Home Fax,02-2000-0003,,가람상사,과장,영업부\n",
  );
  deepEqual(countsOf(outcome), [1, 0, 0, 0], JSON.stringify(outcome?.problems));
  const [one] = customers(office);
  deepEqual(
    [one?.name, one?.company, one?.jobTitle, one?.department, one?.email, one?.memo],
    ["박가람", "가람상사", "과장", "영업부", "a@x.kr", "메모"],
  );
  deepEqual(numbers(one), [
    "Mobile 010-2000-0001",
    "Mobile 010-2000-0002",
    "Home Fax 02-2000-0003",
  ]);
});

Deno.test("Outlook: the name in Korean order, an address of its parts, five numbers, the assistant's not among them", async () => {
  await using office = await ImportOffice.open();
  await office.import(
    "First Name,Middle Name,Last Name,Title,Suffix,E-mail Address,Home Phone,Business Phone,Mobile Phone,Business Fax,Company Main Phone,Job Title,Department,Company," +
      "Office Location,Manager's Name,Assistant's Name,Assistant's Phone,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Birthday,Notes\n" +
      "가람,,박,,,a@x.kr,02-2000-0100,02-2000-0101,010-2000-0102,02-2000-0103,02-2000-0104,과장,영업부,가람상사,3층,김부장,이비서,02-2000-0105,서울로 1,서울,,04524,대한민국,1980-03-15,메모\n" +
      "John,Paul,Smith,Dr.,Jr.,,,,+1 415 555 2671,,,,,,,,,,1 Main St,Springfield,IL,62701,USA,,\n",
  );
  const [park, smith] = customers(office);
  deepEqual([park?.name, park?.address, park?.birthday], [
    "박가람",
    "04524 서울 서울로 1",
    "1980-03-15",
  ]);
  deepEqual(numbers(park), [
    "Home 02-2000-0100",
    "Office 02-2000-0101",
    "Mobile 010-2000-0102",
    "Business Fax 02-2000-0103",
    "Office 02-2000-0104",
  ]);
  deepEqual([smith?.name, smith?.address], [
    "Dr. John Paul Smith Jr.",
    "1 Main St, Springfield, IL 62701",
  ]);
});

Deno.test("the whole name counts where there is one, and its parts where there is none", async () => {
  await using office = await ImportOffice.open();
  await office.import(
    "Name,Given Name,Family Name,Mobile\n이나래,나래,이,010-2000-0001\n,가람,박,010-2000-0002\n",
  );
  deepEqual(customers(office).map(({ name }) => name), ["이나래", "박가람"]);
});

Deno.test("a number whose label is an assistant or a spouse stands in the memo, and is not the customer's", async () => {
  await using office = await ImportOffice.open();
  await office.import(
    "Name,Phone 1 - Type,Phone 1 - Value,Notes\n박가람,Assistant,02-2000-0105,메모\n이나래,대표,02-2000-0001,\n" +
      "최다온,,010-2000-0021(본인)/010-2000-0022(배우자),\n",
  );
  const [park, lee, choi] = customers(office);
  deepEqual([numbers(park), park?.memo], [[], "Assistant: 02-2000-0105\n메모"]);
  deepEqual(numbers(lee), ["대표 02-2000-0001"]);
  // In the customer's own cell it stands with its note.
  deepEqual(numbers(choi), [" 010-2000-0021(본인)", " 010-2000-0022(배우자)"]);
});

Deno.test("two columns that a person calls one field: what they say together is kept, what they say against each other refused", async () => {
  await using office = await ImportOffice.open();
  const id = await office.upload(
    "이름,가,나,다\n박가람,가람상사,가람상사,x\n이나래,가람상사,나래상사,y\n최다온,,다온상사,\n",
  );
  const fields: readonly ImportField[] = ["name", "company", "company", "memo"];
  const columns = fields.map((field) => ({ field, label: "" }));
  keepChoices(office.store, id, { columns, rule: "skip" });
  const outcome = await office.write(id);
  deepEqual(outcome.problems.map(({ row, code }) => [row, code]), [[3, "two_values"]]);
  deepEqual(customers(office).map(({ company, memo }) => [company, memo]), [
    ["가람상사", "x"],
    ["다온상사", ""],
  ]);
  const again = await office.upload("이름,메모,비고2\n박가람,가\n이나래,가,나\n");
  equal(requireImport(office.store, again).choices?.columns[2]?.field, "memo");
  await office.write(again);
  equal(customers(office).at(-1)?.memo, "가\n나");
});

Deno.test("what a column has is looked at by more than the rows that are shown: examples, and the kind that an own field would have", async () => {
  await using office = await ImportOffice.open();
  const rows = Array.from(
    { length: 30 },
    (_, i) =>
      `손님${i},${i < 20 ? "" : i * 10},2026-01-${10 + i % 9},${i % 2 ? "예" : "아니요"},${
        "가나다"[i % 3]
      }등급,00${i}`,
  );
  const id = await office.upload(`이름,포인트,계약,동의,요금,코드\n${rows.join("\n")}\n`);
  const facts = requireImport(office.store, id).contents?.columns;
  deepEqual(facts?.map(({ kind }) => kind), ["text", "number", "date", "yes_no", "choice", "text"]);
  deepEqual(facts[1]?.examples, ["200", "210", "220"]);
  deepEqual(facts[4]?.choices, ["가등급", "나등급", "다등급"]);
});
