import type { Customer } from "../../domain/customer.ts";
import type { CustomerView } from "../view_data.ts";
import type { Visit } from "../visit.ts";
import { customerBrief, numberView, timeView } from "./basics.ts";
import { historyView } from "./history_view.ts";

export function customerView(visit: Visit, customer: Customer): CustomerView {
  return {
    ...customerBrief(customer),
    email: customer.email,
    address: customer.address,
    memo: customer.memo,
    numbers: customer.numbers.map(({ number, label }) => numberView(number, label)),
    createdAt: timeView(visit, customer.createdAt),
    changedAt: timeView(visit, customer.changedAt),
    version: customer.version,
    history: historyView(visit, customer.id, null),
  };
}
