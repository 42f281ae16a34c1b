// @ts-check
/**
 * The modules that a view can name for one of its regions (`data-module="note"`). None is loaded before a page has such a
 * region.
 */
/**
 * A module works in one region from when that comes into the page until `signal`, when it has left it.
 * @typedef {{ readonly signal: AbortSignal }} Life
 * @typedef {(region: HTMLElement, life: Life) => void} Mount
 * @typedef {() => Promise<{ readonly mount: Mount }>} LoadModule
 */
/** @type {Readonly<Record<string, LoadModule>>} */
export const MODULES = {
  ask: () => import("../components/ask.js"),
  call_filter: () => import("../calls/call_filter.js"),
  call_list: () => import("../calls/call_list.js"),
  call_panel: () => import("../calls/call_panel.js"),
  campaign_work: () => import("../campaigns/campaign_work.js"),
  candidates: () => import("../desk/candidates.js"),
  card: () => import("../desk/card.js"),
  chosen_words: () => import("../components/chosen_words.js"),
  clock: () => import("../components/clock.js"),
  copy: () => import("../components/copy.js"),
  current: () => import("./current.js"),
  detail: () => import("../desk/detail.js"),
  dial: () => import("../dialling/dial.js"),
  dial_pad: () => import("../dialling/dial_pad.js"),
  drawer: () => import("../desk/drawer.js"),
  drop_down: () => import("../components/drop_down.js"),
  field_form: () => import("../custom_fields/field_form.js"),
  files: () => import("../attachments/files.js"),
  form_guard: () => import("../components/form_guard.js"),
  fresh: () => import("./fresh.js"),
  import_upload: () => import("../imports/import_upload.js"),
  line_monitor: () => import("../lines/line_monitor.js"),
  list_keys: () => import("../components/list_keys.js"),
  live: () => import("./live.js"),
  menu: () => import("../components/menu.js"),
  navigation: () => import("./navigation.js"),
  note: () => import("../consultations/note.js"),
  note_leftover: () => import("../consultations/note_leftover.js"),
  number_rows: () => import("../customers/number_rows.js"),
  pad_dialog: () => import("../dialling/pad_dialog.js"),
  page_title: () => import("./page_title.js"),
  popups: () => import("../desk/popups.js"),
  print_page: () => import("../reports/print_page.js"),
  read_file: () => import("../campaigns/read_file.js"),
  reminders: () => import("../work/reminders.js"),
  restoring: () => import("../backups/restoring.js"),
  ring_form: () => import("../office/ring_form.js"),
  search: () => import("../search/search.js"),
  search_keys: () => import("../search/search_keys.js"),
  toasts: () => import("../components/toast.js"),
  uploads: () => import("../attachments/uploads.js"),
  wall: () => import("../board/wall.js"),
  work_count: () => import("../work/work_count.js"),
};
