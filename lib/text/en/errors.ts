import { errors as korean } from "../ko/errors.ts";
import { translated } from "../translated.ts";

export const errors = translated(korean, {
  "title.error": "Error",

  "error.not_found_title": "There is no such page",
  "error.not_found": "It has moved or was removed. Please look for it from the start page.",
  "error.forbidden_title": "This page is not open to you",
  "error.forbidden": "You have no right to do this. Please ask your administrator if you need it.",
  "error.host":
    "This server does not answer by this name. Open it by the name or the address of its machine; " +
    "whoever runs it can allow another name with --public-url.",
  "error.origin_title": "The request was not accepted",
  "error.origin":
    "Requests that come from another site are not carried out. Please use this program's own pages.",
  "error.bad_request_title": "The request was not understood",
  "error.bad_request": "What was sent cannot be read. Please reload the page and try again.",
  "error.too_large_title": "This is too large",
  "error.too_large": "More than {kilobytes} KB were sent. Please save it in parts.",
  "error.too_long_title": "This address is too long",
  "error.too_long":
    "The address, or what the browser says of itself with it, is longer than any of this program's.",
  "error.too_slow_title": "This took too long",
  "error.too_slow":
    "What was sent came too slowly. Please see whether the network is all right and try again.",
  "error.quota_title": "No more files today",
  "error.quota":
    "One person may send {quota} a day. Please send it tomorrow, or ask an administrator for a higher limit.",
  "error.written_title": "No more can be saved today",
  "error.written":
    "One account can make the office's data grow by {quota} a day, and yours has done so. Nothing was saved. Please save it tomorrow, or ask an administrator for a higher limit (Settings, Attachments).",
  "error.no_room_title": "The server's disk is nearly full",
  "error.no_room":
    "Less than {reserve} would be left on the server's disk, so the file was not taken. Calls and notes are stored as ever. Please tell an administrator.",
  "error.busy_title": "Please try again in a moment",
  "error.busy":
    "There are too many connections. Please close windows you do not use and try again.",
  "error.transfers":
    "Too many of your files are under way at once. Please try again when one of them has come through.",
  "error.forms":
    "Too many of your forms are on their way at once. Nothing was saved; what you typed is still in its window. Please go back and try again in a moment.",
  "error.held_title": "This was not saved",
  "error.held":
    "Another program has the database to itself. Nothing was saved, and what you typed is still there. Please try again in a moment.",
  "error.full_title": "This was not saved",
  "error.full":
    "The server's disk is full. Nothing was saved, and what you typed is still there. Please tell an administrator, and try again when there is room.",
  "error.disk_title": "The server's disk does not work",
  "error.disk":
    "The server's disk cannot be read or written. Nothing was saved, and what you typed is still there. Please tell an administrator, and try again in a moment.",
  "error.refused_title": "This cannot be done now",
  "error.held_unkept": "Another program has the database to itself. Please try again in a moment.",
  "error.full_unkept":
    "The server's disk is full. Please tell an administrator, and try again when there is room.",
  "error.disk_unkept":
    "The server's disk cannot be read or written. Please tell an administrator, and try again in a moment.",
  "error.again": "Save again",
  "error.gone_title": "The data is not in its place",
  "error.gone":
    "The database file that was open has been deleted or replaced. Nothing is being saved now. Please tell your administrator.",
  "error.failed_title": "This did not work",
  "error.failed":
    "Something went wrong in the server. If it happens again, tell your administrator the number {reference}.",

  "error.home": "Go to the start page",

  "error.wall_ended": "This wall screen's link has ended. Please ask a supervisor for a new one.",

  "error.https_only_title": "Please connect by HTTPS",
  "error.https_only":
    "At this address others on the network could read along, so nothing is taken. Please open the address with https://.",
});
