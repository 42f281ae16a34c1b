import { getLogger } from "@logtape/logtape";
import { certificateFiles } from "../certificates/certificate_files.ts";
import { machineNames } from "../certificates/machine_names.ts";
import { ownCertificates } from "../certificates/own_certificates.ts";
import { subjectNames } from "../certificates/subject_names.ts";
import type { CertificateSource, PublicAuthority } from "../certificates/source.ts";
import type { Config, HttpsConfig } from "../config.ts";
import { isLoopback } from "../domain/network_address.ts";
import { isTrustedProxy, wayOf } from "../domain/trusted_proxies.ts";
import type { Door } from "../gate/door.ts";
import { Gate } from "../gate/gate.ts";
import type { Caller, Proxies } from "../gate/requests.ts";
import { DESCRIPTORS_WANTED, GATE_LIMITS, type GateLimits, limitsWithin } from "../gate/limits.ts";
import type { Connection } from "../web/visit.ts";
import { raisedDescriptorLimit } from "./descriptors.ts";
import { isFor, misdirected } from "./misdirected.ts";
import { opened } from "./opened.ts";
import { OwnHosts } from "./own_hosts.ts";

const log = getLogger(["belltower", "server"]);

/** How often it is looked whether the certificate has to be another one. */
const LOOK_MS = 60_000;

/** What the office sees of the server. */
export interface Front {
  readonly gate: Gate;
  /** `http://127.0.0.1:8416` */
  readonly origin: string;
  /** Null where there is no HTTPS. */
  readonly https: SecureFront | null;
  /**
   * With which URL a link begins that leaves the page: the configuration's; else that of `host`, by which somebody
   * came, or of this machine's name where they sit at it.
   */
  linkOrigin(host: string): string;
  close(): void;
}

export interface SecureFront {
  readonly port: number;
  /** The one of this moment; null where browsers need none. */
  readonly authority: PublicAuthority | null;
  /** Names and addresses of the machine that its certificate has not, and cannot have. */
  readonly leftOut: readonly string[];
  /** `https://office.local:8443`, one for each name and address of the machine. */
  readonly origins: readonly string[];
  /** Sees to it that the certificate does not end; returns in how many ms it is to be done again. */
  renewal(): Promise<number>;
}

interface Secured {
  readonly https: HttpsConfig;
  readonly certificates: CertificateSource;
}

/** Answers a request, of which it is known how it came. */
export interface Handler {
  (request: Request, connection: Connection): Response | Promise<Response>;
}

/**
 * Opens the addresses of the configuration; the handler is not called before the caller goes on. Throws
 * an Error that says which one cannot be had, and why.
 */
export async function openFront(config: Config, handler: Handler): Promise<Front> {
  // First all that takes time: from the first open door on there are requests.
  const secured = await securedBy(config);
  const hosts = ownHosts(config, secured?.certificates ?? null);
  const gate = new Gate(
    (request, caller) =>
      isFor(hosts, request)
        ? handler(request, connectionOf(request, caller, config))
        : misdirected(request),
    limitsHere(),
    undefined,
    proxiesOf(config),
  );
  const stop = new AbortController();
  try {
    const plain = opened("http", config.http, (address) => gate.open(address));
    const https = secured && openSecure(gate, secured, stop.signal);
    const close = () => {
      stop.abort();
      gate.close();
    };
    const origin = originOf("http", config.http.hostname, plain.address.port);
    return {
      gate,
      origin,
      https,
      linkOrigin: (host) => {
        const [named] = config.publicUrls ?? [];
        const shown = isLoopback(host) ? machineNames().names[0]! : host;
        if (named !== undefined) return named;
        if (https !== null) return originOf("https", shown, https.port);
        return isLoopback(config.http.hostname)
          ? origin
          : originOf("http", shown, plain.address.port);
      },
      close,
    };
  } catch (error) {
    gate.close();
    await gate.finish();
    throw error;
  }
}

/** Where the system leaves room for fewer connections, it is said once, and what helps. */
function limitsHere(): GateLimits {
  const descriptors = raisedDescriptorLimit(DESCRIPTORS_WANTED);
  const limits = limitsWithin(descriptors);
  if (limits.connections < GATE_LIMITS.connections) {
    log.warn(
      "This process may have {descriptors} files open: it takes {connections} connections and not {usual}. " +
        "LimitNOFILE= of its service, or ulimit -n, raises that to {wanted}",
      {
        descriptors,
        connections: limits.connections,
        usual: GATE_LIMITS.connections,
        wanted: DESCRIPTORS_WANTED,
      },
    );
  }
  return limits;
}

function ownHosts(config: Config, certificates: CertificateSource | null): OwnHosts {
  const { http, https, publicUrls = [] } = config;
  const listening = [http, ...https === null ? [] : [https]].map(({ hostname }) => hostname);
  return new OwnHosts({
    machine: machineNames,
    certified: () => subjectNames(certificates?.current.certificate ?? ""),
    named: [...listening, ...publicUrls.map((url) => new URL(url).hostname)],
  });
}

function proxiesOf({ trustedProxies = [] }: Config): Proxies {
  return {
    has: (address) => isTrustedProxy(address, trustedProxies),
    clientOf: ({ headers }, peer) =>
      wayOf(peer, (name) => headers.get(name), trustedProxies).address,
  };
}

/**
 * Who asks, behind a trusted proxy too. Where somebody on the network comes plainly and nobody allowed it, nothing is
 * shown but the way to HTTPS.
 */
function connectionOf(
  { headers }: Request,
  { remoteAddr: peer, transport: come, signedIn }: Caller,
  { plainHttp, trustedProxies = [] }: Config,
): Connection {
  const { address, byTls } = wayOf(peer.hostname, (name) => headers.get(name), trustedProxies);
  const remoteAddr = { ...peer, hostname: address };
  const transport = byTls === null ? come : byTls ? "tls" : "plain";
  const exposed = transport === "plain" && plainHttp === "loopback" && !isLoopback(address);
  return { remoteAddr, transport: exposed ? "exposed" : transport, signedIn };
}

/** Where HTTPS is to be, and with what; null where there is to be none. */
async function securedBy({ data, https }: Config): Promise<Secured | null> {
  if (https === null) return null;
  const now = Date.now();
  const own = () => ownCertificates(data, machineNames, now);
  return { https, certificates: https.files ? certificateFiles(https.files, now) : await own() };
}

function openSecure(
  gate: Gate,
  { https, certificates }: Secured,
  signal: AbortSignal,
): SecureFront | null {
  let door: Door;
  try {
    door = opened("https", https, (address) => gate.open(address, certificates.current));
  } catch (error) {
    if (!https.byDefault) throw error;
    log.warn("There is no HTTPS: {error}", { error });
    return null;
  }
  const { port } = door.address;
  return {
    port,
    origins: origins(https, port),
    renewal: renewalOf(certificates, door, signal),
    get authority() {
      return certificates.authority;
    },
    get leftOut() {
      return certificates.leftOut;
    },
  };
}

/** Until it succeeds the old one stays. */
function renewalOf(
  certificates: CertificateSource,
  door: Door,
  signal: AbortSignal,
): () => Promise<number> {
  let shown = certificates.current;
  return async () => {
    await certificates.refresh(Date.now());
    const renewed = certificates.current;
    if (renewed === shown || signal.aborted) return LOOK_MS;
    // Where it throws, the same one is tried again.
    door.renew(renewed);
    shown = renewed;
    return LOOK_MS;
  };
}

/** By which URLs a browser may come, where it listens at every address of the machine. */
function origins({ hostname }: HttpsConfig, port: number): string[] {
  if (hostname !== "0.0.0.0" && hostname !== "::") return [originOf("https", hostname, port)];
  const { names, addresses } = machineNames();
  return [...names, ...addresses].filter((host) => !isLoopback(host))
    .map((host) => originOf("https", host, port));
}

function originOf(scheme: "http" | "https", host: string, port: number): string {
  return `${scheme}://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
