import type { Import } from "../../../lib/store/imports.ts";
import { ImportOffice } from "../import_office.ts";

export interface Imported {
  /** `name|company|normal numbers|memo` of each customer, in the order of the file. */
  readonly customers: readonly string[];
  /** `row code` of each refused row. */
  readonly problems: readonly string[];
  readonly remarks: readonly string[];
  readonly import: Import;
}

/** What becomes of a file's customers. */
export async function imported(content: string | Uint8Array): Promise<Imported> {
  await using office = await ImportOffice.open();
  const done = await office.import(content);
  const customers = office.store.all<{ id: number; name: string; company: string; memo: string }>(
    "SELECT id, name, company, memo FROM customers ORDER BY id",
  );
  const numbers = office.store.all<{ customer_id: number; normal: string }>(
    "SELECT customer_id, normal FROM customer_numbers ORDER BY customer_id, position",
  );
  return {
    customers: customers.map(({ id, name, company, memo }) => {
      const own = numbers.filter((one) => one.customer_id === id).map(({ normal }) => normal);
      return [name, company, own.join(" "), memo].join("|");
    }),
    problems: (done.outcome?.problems ?? []).map(({ row, code }) => `${row} ${code}`),
    remarks: (done.contents?.remarks ?? []).map(({ code, count, row }) =>
      `${code} ${count} ${row}`
    ),
    import: done,
  };
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function utf16(text: string, little = true): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
}
