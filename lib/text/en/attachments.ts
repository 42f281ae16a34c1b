import { attachments as korean } from "../ko/attachments.ts";
import { translated } from "../translated.ts";

export const attachments = translated(korean, {
  "files.title": "Files",
  "files.add": "Attach files",
  "files.hint": "Or drop them here. Up to {limit} MB each.",
  "files.none": "No files attached",
  "files.open": "Open",
  "files.download": "Download",
  "files.remove": "Delete",
  "files.remove_ask": "Delete “{name}”? It can be brought back for 30 days.",
  "files.removed": "“{name}” was deleted.",
  "files.restore": "Undo",
  "files.uploading": "Sending",
  "files.cancel": "Cancel",
  "files.failed": "It could not be sent. Check the connection and attach it again.",
  "files.kind_image": "Image",
  "files.kind_pdf": "PDF",
  "files.kind_media": "Audio or video",
  "files.kind_archive": "Document or archive",
  "files.kind_file": "File",
  "files.limit_file": "Largest file (MB)",
  "files.limit_day": "Most that one person may send in a day (MB)",
  "files.limit_day_hint":
    "Attachments and import files together, so that nobody fills up the disk.",
  "files.limit_file_hint":
    "Larger files are refused. Files are kept in the database, so backups grow with them.",
  "files.limit_written": "Most that one person may write in a day (MB)",
  "files.limit_written_hint":
    "By so much the data may grow beside the files: nobody types a tenth of it, a program that runs wild does.",
  "files.limit_wrong": "Write a number from {least} to {most}.",
  "file.too_large": "This file is too large. Up to {limit} MB can be attached.",
  "file.no_length": "The file could not be taken: its length was not said.",
  "file.broken_off": "The file did not arrive whole. Please attach it again.",
  "file.call_not_yours": "Only who was on this call, or a supervisor, can attach files to it.",
  "file.not_yours": "Only who attached a file, or a supervisor, can delete it.",
  "title.attachments": "Attachments",
});
