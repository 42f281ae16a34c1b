import { type Route, staff } from "../route.ts";
import { callColumnsChoose } from "./call_columns_choose.ts";
import { callControl } from "./call_control.ts";
import { callDial } from "./call_dial.ts";
import { callExport } from "./call_export.ts";
import { callFilterRemove } from "./call_filter_remove.ts";
import { callFilterSave } from "./call_filter_save.ts";
import { callList } from "./call_list.ts";
import { callShow } from "./call_show.ts";

export const routes: readonly Route[] = [
  staff("POST /dial", "calls.dial", "becomes_call", callDial),
  staff("GET /calls", "calls.see", "nothing", callList),
  staff("GET /calls.csv", "calls.export", "export", callExport("csv")),
  staff("GET /calls.xlsx", "calls.export", "export", callExport("xlsx")),
  staff("POST /calls/columns", "calls.see", "own_view", callColumnsChoose),
  staff("POST /calls/filters", "calls.see", "own_view", callFilterSave),
  staff("POST /calls/filters/:id/remove", "calls.see", "own_view", callFilterRemove),
  staff("GET /calls/:id", "calls.see", "nothing", callShow),
  staff("POST /calls/:id/control", "calls.control", "becomes_call", callControl),
];
