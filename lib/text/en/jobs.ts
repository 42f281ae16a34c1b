import { jobs as korean } from "../ko/jobs.ts";
import { translated } from "../translated.ts";

export const jobs = translated(korean, {
  "failure.too_large": "The file is too large: {limit} MB at most.",
  "failure.old_excel": "This is an Excel file of before 1993. Please save it as .xlsx in Excel.",
  "failure.is_xlsb":
    "This is a binary Excel workbook (.xlsb). Please open it in Excel and save it as .xlsx.",
  "failure.is_numbers":
    "This is a document of Apple Numbers. Please choose File, Export To, Excel in Numbers.",
  "failure.is_word":
    "This is a Word document. Please copy its table into Excel and save it as .xlsx.",
  "failure.is_slides":
    "This is a presentation. Please copy its table into Excel and save it as .xlsx.",
  "failure.is_hwp":
    "This is a Hangul document (.hwp, .hwpx). Please copy its table into Excel and save it as .xlsx.",
  "failure.is_mail": "This is a mail (.msg). Please save its attachment and upload that.",
  "failure.is_archive": "This is an archive. Please unpack it and upload the file that is in it.",
  "failure.is_pdf":
    "This is a PDF file. Please export the list as Excel or CSV from the program that made it.",
  "failure.is_image":
    "This is a picture. Please copy its table into Excel, or export the list as Excel.",
  "failure.is_video":
    "This is a recording of sound or pictures. Please upload an Excel or CSV file.",
  "failure.is_database":
    "This is a database file. Please export the list of customers from its program as Excel or CSV.",
  "failure.is_program": "This is a program. Please upload an Excel or CSV file.",
  "failure.is_json": "This is a JSON file. Please export the list of customers as Excel or CSV.",
  "failure.is_web_archive":
    "This is a web archive (.mht) or a mail. Please open it in Excel and save it as .xlsx.",
  "failure.is_calendar":
    "This is a calendar (.ics). Please export the list of customers as Excel or CSV.",
  "failure.is_sql":
    "These are commands for a database (SQL). Please export the list of customers as Excel or CSV.",
  "failure.is_xml":
    "This is an XML file. Please export the list as Excel or CSV, or open it in Excel and save it as .xlsx.",
  "failure.broken_html":
    "This web page (HTML) is damaged and cannot be read. Please open it in Excel and save it as .xlsx.",
  "failure.not_a_table": "This is neither an Excel nor a CSV file.",
  "failure.broken_excel":
    "This Excel file is damaged and cannot be read. Please open it in Excel and save it again.",
  "failure.inflates":
    "The file was not read: it becomes far too large when unpacked. Please split it, or save it as CSV.",
  "failure.excel_forged":
    "The file was not read: parts of it are not as large as it says, or lie within each other. If you trust its origin, open it in Excel and save it again.",
  "failure.excel_encrypted":
    "This file has a password. Please save it as .xlsx without a password in Excel.",
  "failure.excel_doctype":
    "The file was not read: it defines text of its own (DOCTYPE), which no Excel file needs. If you trust its origin, open it in Excel and save it again.",
  "failure.excel_parts":
    "The file was not read: it has more than {limit} parts. Please copy the sheet into a new workbook.",
  "failure.excel_texts":
    "The workbook has more than {limit} different texts. Please split it, or save it as CSV.",
  "failure.encoding":
    "The character encoding is not known. Please save it as UTF-8 or as Excel (.xlsx).",
  "failure.line_too_long":
    "Line {limit} is far too long: the lines are not separated, or a quote is not closed.",
  "failure.quote_open":
    "A quote opened in row {limit} is never closed. Please mend the quotes there and upload it again.",
  "failure.other_headings":
    "Other headings begin in row {limit}. Lists that differ were joined: upload them one by one.",
  "failure.too_many_rows": "Too many rows: {limit} at a time. Please split the file.",
  "failure.too_many_columns": "Too many columns: {limit} at most.",
  "failure.too_much_text":
    "There is too much text in all rows together. Please split the file, or leave out columns.",
  "failure.reader_time":
    "Reading the file was ended after {limit, plural, one {# minute} other {# minutes}}. Please split it, or save it as CSV.",
  "failure.reader_memory":
    "Reading the file was ended: it took too much memory. Please split it, or save it as CSV.",
  "failure.reader_died":
    "Reading the file broke off. Please open it in Excel and save it again, or save it as CSV.",
  "failure.no_such_sheet": "There is no sheet of that name, or it is empty.",
  "failure.only_hidden_sheets":
    "The file was not read: only hidden sheets have rows. Please unhide the sheet in Excel and save.",
  "failure.empty_ods": "This is an OpenDocument spreadsheet (.ods) in which no sheet has anything.",
  "failure.no_rows": "There are no rows below the headings.",
  "failure.no_writer":
    "There is no account that the consultations could be written by. Please add one first.",
  "failure.no_name_column": "Please match at least a name, a company or a customer ID.",
  "failure.file_gone": "The uploaded file is gone. Please upload it again.",
  "failure.busy": "Another import is going on. Please try again when it is done.",
  "failure.cancelled": "Cancelled. Nothing was stored.",
  "failure.interrupted": "The server stopped in between. Nothing was stored.",
  "failure.taken_back": "Taken back. None of its customers is left.",
  "failure.touched":
    "It cannot be taken back: {limit, plural, one {# of its customers was} other {# of its customers were}} called or edited since.",
  "failure.held": "Another program holds the database at this moment.",
  "failure.disk": "The disk of the server does not take or give data.",
  "failure.restored":
    "A backup was put in place. What was still to be done then is not done again.",
  "failure.failed":
    "Something went wrong in the server and nothing was stored. The server's log has the details.",

  "failure.read_only": "This program may only read the folder.",
  "failure.unreadable": "A file or folder cannot be read or written.",
  "failure.foreign": "The file is no backup of Belltower.",
  "failure.empty": "The file is empty. Please copy the backup again.",
  "failure.log_alone":
    "This is what lies beside a database (-wal, -shm), not the database. Please choose a backup, or the .sqlite file that lay beside it.",
  "failure.not_closed":
    "The database was copied while it was open. Please make a backup (belltower backup), or stop the server and copy it again.",
  "failure.log_missing":
    "The -wal file that lay beside it is missing: what was stored last may not be in it.",
  "failure.packed": "The file is compressed. Please unpack it first.",
  "failure.truncated": "The end of the file is missing. Please copy the whole file again.",
  "failure.tampered": "The file was changed after it was made.",
  "failure.newer": "A newer Belltower made this backup. Please update the program first.",
  "failure.passphrase_missing": "The backup is encrypted. Please give its passphrase.",
  "failure.passphrase_wrong": "This is not the passphrase of this backup.",
  "failure.damaged": "The database in the backup is damaged.",
  "failure.schema":
    "The database in the backup is not built as Belltower builds it. It is not restored.",
  "failure.passphrase_lost":
    "The passphrase of the backups is not on this server. Please set it again below.",
  "failure.no_room": "There is not enough room on the disk.",
  "failure.in_use": "Another program has the database open. Please try again in a moment.",

  "title.jobs": "Jobs",
  "jobs.intro":
    "What is done beside the pages. It outlives a stop of the server, and what may pass is tried again by itself. Jobs that are over go after {days, plural, one {# day} other {# days}}.",
  "jobs.show": "Show",
  "jobs.show_all": "All",
  "jobs.show_unfinished": "To be done",
  "jobs.show_failed": "Failed",
  "jobs.none": "No jobs",
  "jobs.none_next": "Imports of customers and backups stand here once they are started.",
  "jobs.state_waiting": "Waiting",
  "jobs.state_again": "To be tried again",
  "jobs.state_running": "Running",
  "jobs.state_done": "Done",
  "jobs.state_failed": "Failed",
  "jobs.state_cancelled": "Cancelled",
  "jobs.attempts": "Attempts: {count}",
  "jobs.next": "Next attempt",
  "jobs.by_program": "By the server",
  "jobs.by_console": "By the command line",
  "jobs.cancel": "Cancel",
  "jobs.redo": "Try again",
  "jobs.older": "Older jobs",
  "jobs.trouble": "Failing: {what}",
  "jobs.keepers": "What the server does again and again",
  "jobs.keepers_intro": "What fails is tried again by itself; the server's log says why.",
  "jobs.keeper_since": "Failing since",
  "jobs.keeper_never": "Not yet",
  "jobs.keeper_well": "OK",
  "jobs.keeper_fails": "Failing",
  "jobs.kind_read_import": "Read a file to import",
  "jobs.kind_check_import": "Preview of an import",
  "jobs.kind_write_import": "Import of customers",
  "jobs.kind_undo_import": "Taking an import back",
  "jobs.kind_tidy_imports": "Tidying of unfinished imports",
  "jobs.kind_make_backup": "Backup",
  "jobs.kind_check_restore": "Check of a backup to restore",

  // What the server does again and again by itself
  "keeper.health": "Check that data can be stored",
  "keeper.space": "Watch over the room on the disk",
  "keeper.certificate": "Renewal of the certificate",
  "keeper.late_notes": "Notes that are written late",
  "keeper.jobs": "Start and retry of jobs",
  "keeper.backups": "Schedule of backups",
  "keeper.reminders": "Reminders of promised calls",
  "keeper.search": "Index of the search",
  "keeper.renames": "New names in old records",
  "keeper.numbers": "Stored numbers read anew",
  "keeper.call_log": "Upkeep of the call log",
  "keeper.attachments": "Removal of deleted files",
  "keeper.old_frames": "Removal of old raw frames",
  "keeper.old_audit": "Removal of the old trail of changes",
  "keeper.old_agent_states": "Removal of old states of agents",
  "keeper.old_events": "Removal of old events",
  "keeper.old_sessions": "Removal of sign-ins that are over",
  "keeper.old_jobs": "Removal of old jobs",
});
