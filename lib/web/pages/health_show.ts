import { getLogger } from "@logtape/logtape";
import { askDatabase } from "../../store/health.ts";
import type { OpenHandler, Visit } from "../visit.ts";

const log = getLogger(["belltower", "web"]);

/** For watchdogs: 200 when the database answers and every line is open, else 503 with what is wrong. */
export const healthShow: OpenHandler = (c, visit) => {
  const problems = [...databaseProblems(visit), ...lineProblems(visit)];
  if (problems.length === 0) return c.json({ status: "ok" });
  return c.json({ status: "fault", problems }, 503);
};

function databaseProblems(visit: Visit): string[] {
  try {
    askDatabase(visit.store);
    return [];
  } catch (error) {
    log.error("The database does not answer: {error}", { error });
    return ["database: does not answer"];
  }
}

function lineProblems(visit: Visit): string[] {
  return visit.web.lines.status().flatMap(({ state, code }, index) => {
    if (state === "open") return [];
    return [`line ${index + 1}: ${state}${code === null ? "" : ` (${code})`}`];
  });
}
