import { notices as korean } from "../ko/notices.ts";
import { translated } from "../translated.ts";

export const notices = translated(korean, {
  "fault.gone": "Data gone",
  "fault.database": "Not saving",
  "notice.gone":
    "The database is not in its place, and nothing is being saved now. Please tell your administrator.",
  "notice.certificate":
    "The certificate does not hold for {left}: browsers that come by it are warned. Come by another name, " +
    'or run "belltower authority new" on the server and have every browser trust the new authority.',
  "notice.space_low":
    "The server's disk has {free} left. When it is full, neither calls nor notes can be saved: please make room, or move to a larger disk.",
  "notice.space_critical":
    "The server's disk is almost full: {free} are left. Soon neither calls nor notes can be saved. Please make room now.",
  "notice.log_grows":
    "Another program has been reading the database for long, and until it stops, the file belltower.sqlite-wal grows on the server's disk: it has {size}. " +
    "Please close what has belltower.sqlite open there (sqlite3, a program that copies files). If nothing has, restart Belltower.",
  "notice.database":
    "Nothing is being saved at the moment. Please keep this window open and wait: what you typed is still there.",
});
