import { DatabaseSync } from "node:sqlite";
import { connect } from "../../lib/store/connect.ts";
import { Connection } from "../../lib/store/connection.ts";
import { Store } from "../../lib/store/database.ts";
import { openStore } from "../../lib/store/open_store.ts";
import { migrate } from "../../lib/store/migrate.ts";

/** A database of the latest version with nothing in it, as the bytes of its file. */
let empty: Uint8Array | null = null;

/**
 * An empty office for one test. To make all tables takes 35 ms, so that is done once for a test file; each test opens
 * a copy, whose file has no name any more and is gone when the store is closed.
 */
export function passingStore(): Store {
  // There a file that is open keeps its name.
  if (Deno.build.os === "windows") return openStore(":memory:");
  empty ??= made();
  const file = Deno.makeTempFileSync({ prefix: "belltower-test-" });
  try {
    Deno.writeFileSync(file, empty);
    const db = connect(file, false);
    // A journal on the disk wants to find the file by its name.
    db.exec("PRAGMA journal_mode = MEMORY");
    return new Store(new Connection({ db, readOnly: false }));
  } finally {
    Deno.removeSync(file);
  }
}

function made(): Uint8Array {
  const file = Deno.makeTempFileSync({ prefix: "belltower-test-" });
  try {
    const db = new DatabaseSync(file);
    migrate(db);
    db.close();
    return Deno.readFileSync(file);
  } finally {
    Deno.removeSync(file);
  }
}
