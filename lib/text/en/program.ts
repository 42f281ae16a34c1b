import { program as korean } from "../ko/program.ts";
import { translated } from "../translated.ts";

export const program = translated(korean, {
  "title.server": "Server",
  "about.server": "Which version it is, where its data lies and how much room is left.",
  "server.intro": "Whoever helps you will ask for this first.",
  "server.program": "Program",
  "server.engine": "Runtime",
  "server.system": "System",
  "server.data": "Data folder",
  "server.database": "Database",
  "server.database_size": "{size}, log {log}, schema {schema}",
  "server.free": "Free on the disk",
  "server.zone": "Time zone",
  "server.since": "Running since",
  "server.copy": "Copy all",
});
