import { createCustomer } from "../../lib/store/customers.ts";
import { NO_TEXTS } from "../../lib/domain/customer_fields.ts";
import { boardCalls, boardExtensions, dayFigures, trunkLabels } from "../../lib/store/board.ts";
import { NOON, WebOffice } from "../support/web_office.ts";
import { median, percentile, type Row } from "./row.ts";

const ROUNDS = 300;
const CALLS_TODAY = 2000;
const MORNING_MS = 4 * 3_600_000;

/** The board as a browser asks for it on every event, in a busy office, beside its bare questions. */
export async function bench(): Promise<Row[]> {
  using office = new WebOffice();
  furnish(office);
  const { store } = office;
  const chief = office.browser("super");
  const since = NOON - 14 * 3_600_000;
  const bare = await times(() => {
    boardCalls(store);
    boardExtensions(store);
    trunkLabels(store);
    dayFigures(store, since);
  });
  const whole = await times(async () => {
    await (await chief.part("/board/now", "/board")).text();
  });
  const floor = median(bare);
  return [
    { name: "the board's four questions", ...row(bare), note: `${CALLS_TODAY} calls today` },
    {
      name: "GET /board/now, four calls going on",
      ...row(whole),
      floor,
      ratio: median(whole) / floor,
    },
  ];
}

function furnish(office: WebOffice): void {
  office.now = NOON - MORNING_MS;
  for (let i = 0; i < CALLS_TODAY / 4; i++) {
    for (const trunk of ["1", "2", "3", "4"]) {
      office.rings(trunk, "202", "01012345678");
      if (i % 3 > 0) office.answers(trunk, "202");
      office.ends(trunk);
    }
  }
  const numbers = [{ number: "010-1234-5678", label: "" }];
  const change = { by: null, at: office.now };
  createCustomer(office.store, { ...NO_TEXTS, name: "이영희", numbers }, change);
  for (const [trunk, extension] of [["1", "200"], ["2", "202"], ["3", "203"], ["4", "210"]]) {
    office.rings(trunk!, extension!, "01012345678");
  }
}

async function times(work: () => unknown): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken;
}

function row(taken: readonly number[]): Pick<Row, "median" | "p99" | "unit"> {
  return { median: median(taken), p99: percentile(taken, 99), unit: "ms" };
}
