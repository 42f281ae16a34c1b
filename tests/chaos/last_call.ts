import { openStore } from "../../lib/store/open_store.ts";

/** The ID of the newest call in a data folder that no server has open: what comes later is the test's. */
export function lastCall(data: string): number {
  const store = openStore(data);
  const { id } = store.get<{ id: number }>("SELECT coalesce(max(id), 0) AS id FROM calls")!;
  store.close();
  return id;
}
