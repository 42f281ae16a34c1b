import { type Route, staff } from "../route.ts";
import { fieldCreate } from "./field_create.ts";
import { fieldList } from "./field_list.ts";
import { fieldUpdate } from "./field_update.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/fields", "fields.manage", "nothing", fieldList),
  staff("POST /settings/fields", "fields.manage", "changes", fieldCreate),
  staff("POST /settings/fields/:id", "fields.manage", "changes", fieldUpdate),
];
