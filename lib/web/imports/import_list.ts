import { importsView } from "./import_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Where a file is given to be imported, and the imports that there were. */
export const importList: StaffHandler = (c, visit) =>
  page(c, visit, "imports/import_list", importsView(visit), {
    title: visit.t("title.imports"),
    active: "customers",
  });
