/** What the gate lets a browser do. Times are in ms. */
export interface GateLimits {
  /** Connections in all. */
  readonly connections: number;
  /** Connections from one address; this machine itself, where a proxy may stand, has no limit of its own. */
  readonly perAddress: number;
  /** Requests of one connection that are answered at the same time. */
  readonly requests: number;
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
 * from one address where they sit at a terminal server.
 */
export const GATE_LIMITS: GateLimits = {
  connections: 512,
  perAddress: 128,
  requests: 100,
  headersMs: 15_000,
  idleMs: 120_000,
  stalledMs: 60_000,
  lingerMs: 3000,
};
