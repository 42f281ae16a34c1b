/**
 * What may be done, by name. Routes, handlers, live events and views ask for these and never for a role; which role has
 * which of them stands in role_permissions.ts.
 */
export const PERMISSIONS = [
  /** Work at the desk: pop-ups, the card, one's own day and presence, what one is told. */
  "desk.use",
  /** See and change one's own account, with its sessions and its password. */
  "account.use",
  /** Sign in from any address although the own extension is tied to one: somebody must be able to untie it. */
  "account.sign_in_anywhere",

  /** See the log and every call, and keep filters and columns of one's own. */
  "calls.see",
  "calls.export",
  /** Say who it was that called. */
  "calls.link",
  /** Hear of every call, and see on the board who is called. The operator does so too, whatever the role. */
  "calls.hear_all",
  "calls.dial",
  /** Have the switch do something with a call at one's own telephone, or take one that rings elsewhere. */
  "calls.control",
  /** Listen to others' calls, speak to the agent alone, join. */
  "calls.listen",
  /** Dial from another extension than one's own. */
  "calls.dial_from_any_extension",
  /**
   * See the work of the office: missed callers, promised calls, tasks. Take what waits and what is missed, change what is
   * one's own or of one's own making, make tasks.
   */
  "work.do",
  /** Change what a colleague has, too: take it over, hand it on, finish it. */
  "work.change_any",

  /** Find and see customers. */
  "customers.see",
  /** Register customers and change them. */
  "customers.edit",
  /** Find likely duplicates, merge them, and take a merge back. */
  "customers.merge",
  "customers.import",
  "customers.export",

  "consultations.see",
  /** Write consultations of one's own. */
  "consultations.write",
  /** Write in a consultation that somebody else has saved; a draft stays its author's. */
  "consultations.correct",
  "consultations.export",

  "files.see",
  /** Hang files on customers, consultations and one's own calls, and take one's own away. */
  "files.add",
  /** Hang files on calls that were not one's own. */
  "files.add_to_any_call",
  /** Take away files, and bring them back, that somebody else brought. */
  "files.remove_any",
  /** Say how large files may be, and how many a day. */
  "files.limit",

  "board.see",
  /** Make links for the screens on the wall, and end them. */
  "wall.manage",
  /** Work off campaigns: see them, and take the next number. */
  "campaigns.call",
  /** Make campaigns, start and end them, and say at which hours calls are made. */
  "campaigns.manage",
  "reports.see",

  /** See the settings' first page and the checklist. */
  "settings.see",
  /** Name, time zone, hours, holidays and ringing of the office. */
  "office.manage",
  /** The lists to choose from: kinds of consultations, grades, reasons for breaks. */
  "words.manage",
  /** The customers' own fields. */
  "fields.manage",
  /** Which numbers may be dialled. */
  "dialling.manage",
  /** How long what is kept. */
  "retention.manage",
  /** Accounts, their roles and passwords. One account at least may do this. */
  "staff.manage",
  /** Extensions, their groups, and the trunks. */
  "extensions.manage",
  "lines.manage",
  /** See, and hear of, every frame that comes over a line. */
  "lines.watch",
  "audit.see",
  /** Make, plan and fetch backups, and be warned on every page when the last good one is too old. */
  "backups.manage",
  /** Put a backup in the place of the database. */
  "backups.restore",
  /** See what the server does beside the pages, cancel it and have it tried again. */
  "jobs.manage",
  /** Be told on every page what the server needs: room on the disk, a certificate. */
  "server.look_after",
  /** Read the figures for Prometheus from another machine. */
  "metrics.read",
] as const;
export type Permission = (typeof PERMISSIONS)[number];
