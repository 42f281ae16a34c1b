import type { Desk } from "./desk.ts";

/** Where what somebody asks for lies in files beside the database, too. */
export interface FolderDesk extends Desk {
  /** The data folder. */
  readonly data: string;
}
