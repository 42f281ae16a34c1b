import { type Customer, customerCode } from "../../domain/customer.ts";
import { DETAIL_FIELDS } from "../../domain/customer_fields.ts";
import { isUnread } from "../../domain/compared_number.ts";
import type { Numbering } from "../../domain/numbering.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import { excerpt, marked, type MarkedPiece } from "../../domain/search_marks.ts";
import type { SearchQuery } from "../../domain/search_query.ts";
import { searchReadings } from "../../domain/search_readings.ts";
import { findCustomers, type FoundCustomer } from "../../store/customer_search.ts";
import { newGuess } from "./new_guess.ts";
import type { FoundView, SearchResultsView } from "./search_data.ts";
import type { Visit } from "../visit.ts";

/** More do not fit under the field on a small screen. */
const MOST = 10;
const BEFORE_MARK = 14;
const EXCERPT = 80;

export function searchResultsView(
  visit: Visit,
  typed: string,
  callId: number | null,
): SearchResultsView {
  const { numbering } = visit.web.office;
  const numbers = { typed: searchReadings(typed, numbering).numbers, numbering };
  const { found, complete } = findCustomers(visit.store, typed, MOST + 1);
  return {
    query: typed,
    found: found.slice(0, MOST).map((one, at) => ({
      ...foundView(one, numbers),
      guess: newGuess(found, at),
    })),
    more: found.length > MOST,
    complete,
    callId,
  };
}

interface Numbers {
  /** The whole ones that were typed, in normal form. */
  readonly typed: readonly string[];
  readonly numbering: Numbering;
}

function foundView(
  { customer, note, query }: FoundCustomer,
  numbers: Numbers,
): Omit<FoundView, "guess"> {
  const { id, name, company, grade, warning } = customer;
  const names = { name: marked(name, query), company: marked(company, query) };
  const number = bestNumber(customer, query, numbers);
  const seen = [names.name, names.company, number?.shown ?? []].flat().some((piece) => piece.mark);
  return {
    ...names,
    id,
    code: customerCode(id),
    grade,
    warning: warning !== "",
    number,
    text: seen && note === null ? [] : excerpt(found(customer, note, query), BEFORE_MARK, EXCERPT),
  };
}

function bestNumber(
  customer: Customer,
  query: SearchQuery,
  numbers: Numbers,
): FoundView["number"] {
  // What is not surely a number stands there as it was typed.
  const all = customer.numbers.map(({ number, normal }) => isUnread(normal) ? number : normal)
    .map((digits) => ({ digits, shown: markedNumber(digits, query, numbers) }));
  return all.find(({ shown }) => shown.some((piece) => piece.mark)) ?? all[0] ?? null;
}

/** A whole number was typed in another form of it: it is this one all the same. */
function markedNumber(
  normal: string,
  query: SearchQuery,
  { typed, numbering }: Numbers,
): MarkedPiece[] {
  const shown = formatNumber(normal, numbering);
  return typed.includes(normal) ? [{ text: shown, mark: true }] : marked(shown, query);
}

function found(
  customer: Customer,
  note: FoundCustomer["note"],
  query: SearchQuery,
): MarkedPiece[] {
  const texts = note === null ? DETAIL_FIELDS.map((field) => customer[field]) : [note.text];
  return texts.map((text) => marked(text, query))
    .find((pieces) => pieces.some((piece) => piece.mark)) ?? [];
}
