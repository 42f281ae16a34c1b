import type { Customer } from "../../domain/customer.ts";
import { textsOf } from "../../domain/customer_fields.ts";
import { customFields, fieldValuesOf } from "../../store/custom_fields.ts";
import { customerPeople } from "../../store/customer_people.ts";
import type { FieldValueView } from "../custom_fields/field_data.ts";
import type { CustomerView } from "./customer_data.ts";
import type { StaffVisit } from "../visit.ts";
import { customerAttachmentsView } from "../attachments/attachments_view.ts";
import { customerBrief, numberView, timeView } from "../basics.ts";
import { customerWorkView } from "../work/customer_work.ts";
import { historyView } from "./history_view.ts";

export function customerView(visit: StaffVisit, customer: Customer): CustomerView {
  return {
    ...customerBrief(customer),
    ...textsOf((field) => customer[field]),
    ...customerPeople(visit.store, customer.id),
    numbers: customer.numbers.map(({ number, label }) => numberView(visit, number, label)),
    doNotCall: customer.doNotCall,
    birthday: customer.birthday,
    fields: fieldValues(visit, customer.id),
    attachments: customerAttachmentsView(visit, customer.id),
    createdAt: timeView(visit, customer.createdAt),
    changedAt: timeView(visit, customer.changedAt),
    version: customer.version,
    history: historyView(visit, customer.id, null),
    work: customerWorkView(visit, customer.id).items,
  };
}

function fieldValues(visit: StaffVisit, customerId: number): FieldValueView[] {
  const values = fieldValuesOf(visit.store, customerId);
  return customFields(visit.store).flatMap(({ id, label, kind }) => {
    const value = values.get(id);
    return value === undefined ? [] : [{ label, kind, value }];
  });
}
