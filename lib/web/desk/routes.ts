import { type Route, staff } from "../route.ts";
import { callLink } from "./call_link.ts";
import { cardShow } from "./card_show.ts";
import { consultationComplete } from "./consultation_complete.ts";
import { deskShow } from "./desk_show.ts";
import { detailShow } from "./detail_show.ts";
import { homeShow } from "./home_show.ts";
import { popupList } from "./popup_list.ts";

export const routes: readonly Route[] = [
  staff("GET /", "desk.use", "nothing", homeShow),
  staff("GET /desk", "desk.use", "nothing", deskShow),
  staff("GET /popups", "desk.use", "nothing", popupList),
  staff("GET /card", "desk.use", "nothing", cardShow),
  staff("GET /detail", "desk.use", "nothing", detailShow),
  staff("POST /calls/:id/customer", "calls.link", "changes", callLink),
  staff("POST /calls/:id/consultation", "consultations.write", "changes", consultationComplete),
];
