import type { ServerView } from "./server_data.ts";

/** As in view_data.ts. */
export interface ProgramViews {
  "program/server": ServerView;
}
