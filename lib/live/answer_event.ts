/** What an answer to htmx says has happened (`HX-Trigger`): the page that asked hears it like an event of the stream. */
export type AnswerName = "consultation-saved" | "customer-linked";
