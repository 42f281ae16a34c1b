import type { Work, WorkKind, WorkState } from "../../domain/work.ts";
import {
  CUSTOMER_IN_SHORT_COLUMNS,
  customerInShort,
  type CustomerInShortRow,
} from "../customer_in_short.ts";
import type { Store } from "../database.ts";

export interface WorkRow extends CustomerInShortRow {
  id: number;
  kind: WorkKind;
  state: WorkState;
  subject: string;
  text: string;
  number: string | null;
  call_id: number | null;
  consultation_id: number | null;
  staff_id: number | null;
  staff_name: string | null;
  wait_from: number;
  not_before: number | null;
  due_at: number;
  done_at: number | null;
  created_by: number | null;
  maker_name: string | null;
  version: number;
  tries: number | null;
  first_at: number;
  last_at: number;
  reached_by: number | null;
  rang: string;
}

/** What a page shows of a note is its first line: no more of it is read. */
const LONGEST_SUBJECT = 300;

export const WORK_COLUMNS = `work.id, work.kind, work.state, work.text,
  CASE work.kind WHEN 'callback' THEN substr(note.text, 1, ${LONGEST_SUBJECT}) ELSE work.subject END AS subject,
  coalesce(point.address, (SELECT normal FROM customer_numbers
    WHERE customer_numbers.customer_id = work.customer_id AND substr(normal, 1, 1) <> '?' ORDER BY position LIMIT 1)) AS number,
  made.call_id, work.consultation_id, work.staff_id, staff.name AS staff_name, work.wait_from, work.not_before,
  work.due_at, work.done_at, work.created_by, maker.name AS maker_name, work.version, work.customer_id,
  ${CUSTOMER_IN_SHORT_COLUMNS}, missed.tries, missed.first_at, missed.last_at, missed.reached_by,
  CASE work.kind WHEN 'missed' THEN (SELECT json_group_array(DISTINCT party.device) FROM work_interactions AS try
    JOIN interactions ON interactions.id = try.interaction_id
    JOIN connections AS party ON party.call_id = interactions.call_id
    WHERE try.work_id = work.id AND party.rang_at IS NOT NULL AND party.kind IN ('telephone', 'browser')) END AS rang`;

export const WORK_FROM = `work LEFT JOIN missed_work AS missed ON missed.work_id = work.id
  LEFT JOIN interactions AS made ON made.id = work.interaction_id
  LEFT JOIN contact_points AS point ON point.id = work.contact_point_id AND point.kind = 'telephone'
  LEFT JOIN consultations AS note ON note.id = work.consultation_id
  LEFT JOIN customers ON customers.id = work.customer_id
  LEFT JOIN staff ON staff.id = work.staff_id
  LEFT JOIN staff AS maker ON maker.id = work.created_by`;

export function workOf(row: WorkRow): Work {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    subject: row.subject,
    text: row.text,
    customer: customerInShort(row),
    number: row.number,
    callId: row.call_id,
    consultationId: row.consultation_id,
    staffId: row.staff_id,
    staffName: row.staff_name,
    waitFrom: row.wait_from,
    notBefore: row.not_before,
    dueAt: row.due_at,
    doneAt: row.done_at,
    createdBy: row.created_by,
    createdByName: row.maker_name,
    version: row.version,
    missed: row.tries === null ? null : {
      tries: row.tries,
      firstAt: row.first_at,
      lastAt: row.last_at,
      reachedBy: row.reached_by,
      rang: JSON.parse(row.rang),
    },
  };
}

/** Null where there is none. */
export function workById(store: Store, id: number): Work | null {
  const row = store.get<WorkRow>(`SELECT ${WORK_COLUMNS} FROM ${WORK_FROM} WHERE work.id = ?`, id);
  return row === undefined ? null : workOf(row);
}
