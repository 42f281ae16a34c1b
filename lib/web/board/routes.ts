import { anyone, type Route, staff } from "../route.ts";
import { boardNow, boardShow } from "./board_show.ts";
import { wallScreenCreate, wallScreenEnd, wallScreenList } from "./wall_screen_list.ts";
import { wallLive, wallNow, wallPreview, wallPreviewNow, wallShow } from "./wall_show.ts";

export const routes: readonly Route[] = [
  staff("GET /board", "board.see", "nothing", boardShow),
  staff("GET /board/now", "board.see", "nothing", boardNow),
  staff("GET /board/wall", "board.see", "nothing", wallPreview),
  staff("GET /board/wall/now", "board.see", "nothing", wallPreviewNow),
  staff("GET /board/screens", "wall.manage", "nothing", wallScreenList),
  staff("POST /board/screens", "wall.manage", "changes", wallScreenCreate),
  staff("POST /board/screens/:id/end", "wall.manage", "changes", wallScreenEnd),
  anyone("GET /wall/:token", "nothing", wallShow),
  anyone("GET /wall/:token/now", "nothing", wallNow),
  anyone("GET /wall/:token/live", "nothing", wallLive),
];
