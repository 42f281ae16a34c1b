import { type AuditEntry, CONSOLE } from "../domain/audit.ts";
import { noteAct } from "../store/audit/write_audit.ts";
import { openStore } from "../store/open_store.ts";
import type { CommandIo } from "./command.ts";

/**
 * Notes what the command line has read or put in place. Who may only read the data folder has read it all the same:
 * then standard error says that it is not in the audit.
 */
export function noteConsole(
  data: string,
  entry: Pick<AuditEntry, "act" | "kind"> & Partial<AuditEntry>,
  io: CommandIo,
): void {
  try {
    const store = openStore(data, { existing: true });
    try {
      noteAct(store.as(CONSOLE), entry);
    } finally {
      store.close();
    }
  } catch (error) {
    io.err(`this is not in the audit: ${error instanceof Error ? error.message : error}`);
  }
}
