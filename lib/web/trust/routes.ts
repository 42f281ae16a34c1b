import { AUTHORITY_FILE, TRUST_PAGE, TRUST_PROBE } from "../guard/access.ts";
import { anyone, type Route } from "../route.ts";
import { trustCertificate, trustProbe, trustShow } from "./trust_show.ts";

export const routes: readonly Route[] = [
  anyone(`GET ${TRUST_PAGE}`, "nothing", trustShow, "exposed"),
  anyone(`GET ${AUTHORITY_FILE}`, "nothing", trustCertificate, "exposed"),
  anyone(`GET ${TRUST_PROBE}`, "nothing", trustProbe, "exposed"),
];
