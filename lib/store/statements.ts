import type { SQLInputValue } from "node:sqlite";

/** The questions that a database answers and the changes that it takes: what `Store` offers, without who acts. */
export interface Statements {
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[];
  run(sql: string, ...values: SQLInputValue[]): { changes: number; id: number };
}
