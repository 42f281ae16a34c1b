import type { OpenHandler, Visit } from "../visit.ts";

/**
 * For watchdogs: 200 when the newest write to the database, tried every 2 s, has committed and every line is open;
 * else 503 with what is wrong.
 */
export const healthShow: OpenHandler = (c, visit) => {
  const faults = visit.web.health.faults().map(({ part, detail }) => `${part}: ${detail}`);
  const problems = [...faults, ...lineProblems(visit)];
  if (problems.length === 0) return c.json({ status: "ok" });
  return c.json({ status: "fault", problems }, 503);
};

function lineProblems(visit: Visit): string[] {
  return visit.web.telephony.status().flatMap(({ state, code }, index) => {
    if (state === "open") return [];
    return [`line ${index + 1}: ${state}${code === null ? "" : ` (${code})`}`];
  });
}
