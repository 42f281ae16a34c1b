import { deepEqual, equal, ok } from "node:assert/strict";
import { type GeneratedList, generatedList } from "../support/generated_list.ts";
import { ImportOffice } from "../jobs/import_office.ts";

const LISTS = Number(Deno.env.get("BELLTOWER_LISTS") ?? 400);
const SEED = Number(Deno.env.get("BELLTOWER_SEED") ?? 11);
const PARTS = 4;

/** What became of a list's customers, in its order: as they are stored, or why not. */
async function cameBack(office: ImportOffice, { bytes }: GeneratedList) {
  const { outcome, id } = await office.import(bytes, "new");
  const customers = office.store.all<
    { id: number; name: string; company: string; memo: string; numbers: string }
  >(
    `SELECT id, name, company, memo, (SELECT json_group_array(normal ORDER BY position)
       FROM customer_numbers WHERE customer_id = customers.id) AS numbers
     FROM customers WHERE batch_id = ? ORDER BY id`,
    id,
  );
  return { outcome: outcome!, customers };
}

/** Line breaks and blanks at the ends are a cell's and not what is said. */
function said(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

/** Of the wrong ones so many are told: each costs whoever mends it a look. */
const MOST_TOLD = 8;

for (let part = 0; part < PARTS; part++) {
  Deno.test(`customers of generated lists come back equal, or their row is refused with a reason (${part + 1} of ${PARTS})`, async () => {
    await using office = await ImportOffice.open();
    const wrong: string[] = [];
    let [rows, refused] = [0, 0];
    for (let index = part; index < LISTS; index += PARTS) {
      const list = generatedList(SEED, index);
      rows += list.meant.length;
      try {
        refused += check(list, await cameBack(office, list));
      } catch (error) {
        wrong.push(`list ${index} (seed ${SEED}), ${list.what}: ${error}`);
      }
    }
    equal(wrong.slice(0, MOST_TOLD).join("\n"), "", `${wrong.length} lists are wrong`);
    // What may be refused is a third of the forms: a reader that refuses whatever it likes is seen.
    ok(refused < rows / 3, `${refused} of ${rows} rows were refused`);
  });
}

/** Returns how many rows of a list were refused. Throws where one was without need, or was stored otherwise. */
function check(
  { meant }: GeneratedList,
  { outcome, customers }: Awaited<ReturnType<typeof cameBack>>,
) {
  const found = new Map(customers.map((one) => [one.name, one]));
  equal(found.size, customers.length, "two have one name");
  equal(customers.length + outcome.refused, meant.length, "a row is lost");
  const refused = meant.filter(({ name }) => !found.has(name));
  const without = refused.find(({ mayBeRefused }) => !mayBeRefused);
  equal(without, undefined, `refused: ${JSON.stringify([without, outcome.problems])}`);
  for (const { name, company, memo, numbers } of meant) {
    const one = found.get(name);
    if (one === undefined) continue;
    const stored: string[] = JSON.parse(one.numbers);
    deepEqual(
      [name, one.company, said(one.memo), ...stored.toSorted()],
      [name, company, said(memo), ...numbers.toSorted()],
    );
  }
  return refused.length;
}
