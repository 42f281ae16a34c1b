import { HttpProblem } from "../http_problem.ts";
import { contentPolicy } from "../middleware/security_headers.ts";
import { hostOf, secureView } from "./trust_view.ts";
import { page } from "../frame/respond.ts";
import { safeNext } from "../safe_next.ts";
import type { OpenHandler } from "../visit.ts";

/** How a browser comes by HTTPS, and whom it has to trust for that; open to anybody, since it comes before all else. */
export const trustShow: OpenHandler = (c, visit) => {
  const next = c.req.query("next");
  const secure = secureView(visit, {
    host: hostOf(c.req.url),
    userAgent: c.req.header("user-agent") ?? "",
    next: next === undefined ? "/" : safeNext(next),
  });
  const led = next !== undefined && c.env?.transport === "exposed";
  return page(c, visit, "trust/trust", { secure, led }, {
    title: visit.t("title.trust"),
    headers: secure === null
      ? {}
      : { "content-security-policy": contentPolicy(new URL(secure.probe).origin) },
  });
};

/** The authority's certificate, by the type that systems and browsers know what to do with. */
export const trustCertificate: OpenHandler = (c, visit) => {
  const authority = visit.web.https?.authority ?? null;
  if (authority === null) throw new HttpProblem("not_found");
  return c.body(authority.certificate, 200, { "content-type": "application/x-x509-ca-cert" });
};

/** Answers; a page of this server that came plainly finds out by that whether the browser trusts. */
export const trustProbe: OpenHandler = (c) =>
  c.body(null, 204, { "cross-origin-resource-policy": "cross-origin" });
