import { type Family, gauge, PROMETHEUS_TYPE, prometheusText } from "../../metrics/family.ts";
import { databaseBytes } from "../../store/health.ts";
import { isLoopback } from "../../domain/network_address.ts";
import { may } from "../../domain/role_permissions.ts";
import { addressOf } from "../address.ts";
import { HttpProblem } from "../http_problem.ts";
import { askToSignIn } from "../guard/access.ts";
import type { OpenHandler, Visit, WebContext } from "../visit.ts";

/** For Prometheus on this machine, and for administrators from anywhere. */
export const metricsShow: OpenHandler = (c, visit) => {
  const { person } = visit;
  if (!isThisMachine(c)) {
    if (person === null) return askToSignIn(c);
    if (!may(person.role, "metrics.read")) throw new HttpProblem("forbidden");
  }
  const families = [...visit.web.metrics.families(), ...figuresOfNow(visit)];
  return c.body(prometheusText(families), 200, { "content-type": PROMETHEUS_TYPE });
};

/** What a proxy on this machine passes on comes from elsewhere. */
function isThisMachine(c: WebContext): boolean {
  if (c.req.header("x-forwarded-for") !== undefined || c.req.header("forwarded") !== undefined) {
    return false;
  }
  return isLoopback(addressOf(c));
}

function figuresOfNow({ web, store }: Visit): Family[] {
  const lines = web.telephony.status().map(({ state }, index) => ({
    labels: { line: String(index + 1) },
    value: state === "open" ? 1 : 0,
  }));
  const events = [...web.hub.sent].map(([event, value]) => ({ labels: { event }, value }));
  return [
    {
      name: "belltower_events_published_total",
      type: "counter",
      help: "Events sent to browsers, one for each that hears it.",
      samples: () => events,
    },
    gauge("belltower_streams_open", "Browsers that listen.", web.hub.size),
    gauge("belltower_line_open", "Whether the line is open, 1 or 0.", lines),
    gauge("belltower_database_bytes", "Size of the database.", databaseBytes(store)),
    gauge("belltower_database_log_bytes", "Size of the database's log.", web.space.log.bytes),
    gauge("belltower_disk_free_bytes", "Room on the disk of the data.", web.space.freeBytes),
    gauge("belltower_memory_bytes", "Memory that the program holds.", Deno.memoryUsage().rss),
    gauge("belltower_info", "1, with the version.", [
      { labels: { version: web.version }, value: 1 },
    ]),
  ];
}
