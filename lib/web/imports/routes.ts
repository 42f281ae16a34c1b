import { type Route, staff } from "../route.ts";
import { importCancel, importRun, importUndo } from "./import_act.ts";
import { importChange } from "./import_change.ts";
import { importCreate } from "./import_create.ts";
import { importGuess } from "./import_guess.ts";
import { importList } from "./import_list.ts";
import { importReading } from "./import_reading.ts";
import { importRows } from "./import_rows.ts";
import { importSettle, importSettleAll } from "./import_settle.ts";
import { importShow } from "./import_show.ts";
import { importTemplate } from "./import_template.ts";

export const routes: readonly Route[] = [
  staff("GET /imports", "customers.import", "nothing", importList),
  staff("POST /imports", "customers.import", "changes", importCreate, "takes_file"),
  staff("GET /imports/template", "customers.import", "export", importTemplate),
  staff("GET /imports/:id", "customers.import", "nothing", importShow),
  staff("POST /imports/:id", "customers.import", "preview", importChange),
  staff("POST /imports/:id/reading", "customers.import", "preview", importReading),
  staff("POST /imports/:id/guess", "customers.import", "preview", importGuess),
  staff("POST /imports/:id/run", "customers.import", "when_done", importRun),
  staff("POST /imports/:id/cancel", "customers.import", "nothing_left", importCancel),
  staff("POST /imports/:id/undo", "customers.import", "when_done", importUndo),
  staff("POST /imports/:id/rows", "customers.import", "seen", importSettleAll),
  staff("POST /imports/:id/rows/:row", "customers.import", "seen", importSettle),
  staff("GET /imports/:id/rows", "customers.import", "export", importRows),
];
