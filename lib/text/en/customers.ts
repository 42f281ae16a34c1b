import { customers as korean } from "../ko/customers.ts";
import { translated } from "../translated.ts";

export const customers = translated(korean, {
  "title.customers": "Customers",
  "title.customer_new": "New customer",
  "title.customer_edit": "Edit customer",

  // Grades that the form offers, by commas; others may be typed
  "customer.grades": "VIP,Good,Standard",

  // Conflicts
  "conflict.note":
    "This note was changed in another window first. Please compare the two and save again.",
  "conflict.customer":
    "Somebody else changed this customer first. Please compare the two and save again.",

  "customer.warning": "Warning",
  "customer.edit": "Edit",
  "customer.not_this": "Not this customer",
  "history.title": "Calls and notes",
  "history.note": "Note",
  "history.none": "No history yet",
  "history.none_next": "The first call and note will appear here.",

  "customers.new": "New customer",
  "customers.last": "Last contact",
  "customers.code": "ID",
  "customers.none": "No customers yet",
  "customers.none_next": "Register the first one, or do it from the pop-up when a call comes in.",
  "customers.not_found": "No customers match “{query}”",
  "customers.not_found_next": "Try a part of the name or the last four digits.",
  "conflict.field": "Field",
  "conflict.theirs": "Saved",
  "conflict.mine": "Mine",
  "conflict.customer_next":
    "Your version is below. Take over what you need; saving replaces the saved one.",

  // Duplicates and merges
  "title.duplicates": "Duplicates",
  "title.merge": "Merge customers",
  "duplicates.hint":
    "These customers may be the same person registered twice. Compare them and make one of them.",
  "duplicates.none": "No customer looks like a duplicate",
  "duplicates.none_next":
    "Customers with the same number, the same name and company, the same e-mail or a similar name appear here.",
  "duplicates.number": "Same number",
  "duplicates.email": "Same e-mail",
  "duplicates.name": "Same name and company",
  "duplicates.similar": "Similar name",
  "duplicates.candidates": "Customers who may be one person",
  "duplicates.different": "Different people",
  "duplicates.compare": "Compare and merge",
  "merge.hint":
    "Choose who stays, and for each field the value to keep. Numbers, calls, notes and attachments all move to the one who stays.",
  "merge.stays": "Stays",
  "merge.empty": "none",
  "merge.yes": "yes",
  "merge.moves": "What moves",
  "merge.nothing": "nothing",
  "merge.rows_calls": "Calls: {count}",
  "merge.rows_consultations": "Notes: {count}",
  "merge.rows_attachments": "Attachments: {count}",
  "merge.rows_campaign_entries": "Campaigns: {count}",
  "merge.rows_work": "Work: {count}",
  "merge.do": "Merge {count} customers into one",
  "merge.can_be_undone": "A merge can be undone later.",
  "merge.choose": "Choose who stays, and at least two customers to merge.",
  "merge.changed":
    "Somebody changed a customer in the meantime. Please check again what stands below.",
  "merge.gone": "A customer was deleted or merged in the meantime. Please choose again.",
  "merge.too_few": "It takes two customers to merge",
  "merge.too_few_next":
    "Choose them from the duplicates, or find the other one from a customer's page.",
  "merge.latest": "Latest merges",
  "merge.undo": "Undo",
  "merge.not_undone_undone": "This merge was undone already.",
  "merge.not_undone_later":
    "This customer was merged again after that. Please undo the later merge first.",
  "merge.with": "Merge with another",

  // A number that belongs to somebody else already
  "owner.title": "This number is somebody else's",
  "owner.line": "{number}: registered for {name}.",
  "owner.keep": "Keep both",
  "owner.move": "Move it here",
  "owner.hint":
    "Calls and notes so far stay with the customer who had the number; calls from now on are this customer's.",

  "customer.do_not_call": "Do not call",
  "customer.owner": "Owner",
  "customer.birthday": "Birthday",
  "customer.created": "Created",
  "customer.changed": "Changed",
  "customer.more": "Customer details",
});
