import type { Rate } from "./token_bucket.ts";

/** What the gate lets a browser do. Times are in ms. */
export interface GateLimits {
  /** Connections in all. */
  readonly connections: number;
  /** Connections from one address; this machine itself, where a proxy may stand, has no limit of its own. */
  readonly perAddress: number;
  /** Requests of one connection that are answered at the same time. */
  readonly requests: number;
  /** Requests, and new connections, of an address from which somebody signed in has asked within `officeMs`. */
  readonly officeRequests: Rate;
  readonly officeMs: number;
  /** The same of any other address. */
  readonly strangerRequests: Rate;
  /** Bytes of one connection, and of one address, of which nothing comes: no request, no body that is taken. */
  readonly connectionBytes: Rate;
  readonly addressBytes: Rate;
  /** Bytes of bodies, from one address, that come when their request has been refused. */
  readonly unwantedBytes: Rate;
  /** How long a connection may have used up its bytes while no request of it is open. */
  readonly usedUpMs: number;
  /** From the first byte of a request to the end of its headers; a new connection has as long for its first, TLS handshake and all. */
  readonly headersMs: number;
  /** Between an answer and the next request. */
  readonly idleMs: number;
  /** How long a browser may take in nothing of what is sent to it. */
  readonly stalledMs: number;
  /** How long a browser that is told off before it has sent everything has to hear it. */
  readonly lingerMs: number;
}

/**
 * Sixteen people with a browser each need sixteen connections over HTTP/2, and seven times as many over HTTP/1.1, all
 * from one address where they sit at a terminal server. When they all come at nine, each of them asks for about forty
 * files of the sign-in, and for as many again behind it.
 */
export const GATE_LIMITS: GateLimits = {
  connections: 512,
  perAddress: 128,
  requests: 100,
  officeRequests: { size: 1500, perSecond: 300 },
  officeMs: 3_600_000,
  strangerRequests: { size: 750, perSecond: 20 },
  connectionBytes: { size: 64 * 1024, perSecond: 16 * 1024 },
  addressBytes: { size: 512 * 1024, perSecond: 128 * 1024 },
  unwantedBytes: { size: 256 * 1024 * 1024, perSecond: 8 * 1024 * 1024 },
  usedUpMs: 1000,
  headersMs: 15_000,
  idleMs: 120_000,
  stalledMs: 60_000,
  lingerMs: 3000,
};

/** What a connection takes: the browser's, and the two ends of the one that carries it on. */
const DESCRIPTORS_EACH = 3;

/**
 * Descriptors that no connection gets: the program has about fifty open at rest (database, log, workers) and eight
 * for each line. A listener of the runtime that finds none left ends for good, so this is generous.
 */
const RESERVED = 128;

/** With these many descriptors, the system has nothing to refuse us. */
export const DESCRIPTORS_WANTED = RESERVED + DESCRIPTORS_EACH * GATE_LIMITS.connections;

/** Below this nobody could work, whatever the system allows. */
const FEWEST = 8;

/** The limits of a process that may have so many descriptors open; one address gets no more than half of the places. */
export function limitsWithin(descriptors: number): GateLimits {
  const room = Math.floor((descriptors - RESERVED) / DESCRIPTORS_EACH);
  const connections = Math.min(GATE_LIMITS.connections, Math.max(FEWEST, room));
  const perAddress = Math.min(GATE_LIMITS.perAddress, Math.ceil(connections / 2));
  return { ...GATE_LIMITS, connections, perAddress };
}
