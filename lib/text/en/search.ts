import { search as korean } from "../ko/search.ts";
import { translated } from "../translated.ts";

export const search = translated(korean, {
  "search.hint": "Name, company, number, last four digits",

  "search.found": "Customers found",
  "search.count": "{count} found",
  "search.more": "The first {count}",
  "search.guess": "Found as “{text}”, as the other keyboard writes it",
  "search.open": "open",
  "search.all": "show all",
  "search.unfinished": "older ones have not been looked through",
  "search.unfinished_list":
    "There is too much to look through: this is what was found in time. One more word finds the rest.",
});
