import { components as korean } from "../ko/components.ts";
import { translated } from "../translated.ts";

export const components = translated(korean, {
  "list.more": "Show more",

  "number.copy": "Click to copy",
  "number.copied": "Copied {text}.",
  "number.dial": "Call",
  "number.dial_to": "Call {number}",

  "export.button": "Export",
  "export.xlsx": "Excel (.xlsx)",
  "export.csv": "CSV",
  "export.what_found": "Only what was found",
  "export.what_all": "All customers",
  "export.consultations": "Consultations",
  "export.customer_code": "Customer ID",
  "export.number": "No.",
  "export.call": "Call no.",
  "export.created": "Created",
  "export.changed": "Changed",
  "export.written": "Written",
  "export.state_done": "Done",
  "export.extension": "Extension",
  "export.trunk": "Trunk",
  "export.rang_seconds": "Rang (s)",
  "export.talked_seconds": "Talked (s)",
  "export.ended": "Ended",
  "export.file_customers": "customers",
  "export.file_consultations": "consultations",
  "export.file_calls": "calls",
  "export.file_import_rows": "imported rows",

  "pager.title": "Pages",
  "pager.first": "First",
  "pager.previous": "Previous",
  "pager.next": "Next",
  "pager.last": "Last",
  "pager.page": "Page",

  "export.file_report": "report",

  "yes_no.yes": "Yes",
  "yes_no.no": "No",
});
