import type { BoardPageView, BoardView, WallScreensView, WallView } from "./board_data.ts";

/** As in view_data.ts. */
export interface BoardViews {
  "board/board_page": BoardPageView;
  "board/wall_page": WallView & { readonly sessionKey: string };
  "board/wall_screens": WallScreensView;
  "board/board": BoardView;
  "board/wall": WallView;
}
