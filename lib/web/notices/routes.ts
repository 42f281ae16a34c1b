import { type Route, staff } from "../route.ts";
import { noticeList } from "./notice_list.ts";

export const routes: readonly Route[] = [
  staff("GET /notices", "desk.use", "nothing", noticeList),
];
