import type { Account } from "./account.ts";
import type { Accounts } from "./accounts.ts";
import { BodyCount } from "./body_count.ts";
import type { GatedConnection, Transport } from "./gated_connection.ts";
import type { GateLimits } from "./limits.ts";
import { asksForEvents, isEventStream } from "./straight_answer.ts";
import { Turns } from "./turns.ts";
import { unanswerable } from "./unanswerable.ts";

/** Who sends a request, and how. */
export interface Caller {
  readonly remoteAddr: Deno.NetAddr;
  readonly transport: Transport;
  /** To be called when the request is of somebody who is signed in: their address may ask more. */
  signedIn(): void;
}

/** Whose connections carry the requests of many people. */
export interface Proxies {
  has(address: string): boolean;
  /** The address of whoever sent the request that came from `peer`, which is a proxy. */
  clientOf(request: Request, peer: string): string;
}

export const NO_PROXIES: Proxies = { has: () => false, clientOf: (_, peer) => peer };

/** Answers a request. */
export interface Answer {
  (request: Request, caller: Caller): Response | Promise<Response>;
}

/** What the gate has, and requests are counted and timed by. */
interface GateParts {
  readonly limits: GateLimits;
  readonly clock: () => number;
  readonly proxies: Proxies;
  readonly accounts: Accounts;
}

/** Counts and times the requests that the servers behind the gate hand over, gives each its turn, and has it answered. */
export class Requests {
  readonly #turns = new Turns(() => performance.now());

  constructor(private readonly handler: Answer, private readonly parts: GateParts) {}

  /** `completed` settles when the answer has gone out, or has not. */
  answer(
    request: Request,
    connection: GatedConnection,
    completed: Promise<void>,
    multiplexed: boolean,
  ): Response | Promise<Response> {
    const { limits, clock } = this.parts;
    const { times, allowance } = connection;
    times.requestBegan(multiplexed);
    const body = new BodyCount(request, multiplexed);
    const ended = () => {
      times.requestEnded(clock());
      allowance?.answeredEarly(body.missing, clock());
    };
    completed.then(ended, ended);
    const account = this.#accountOf(request, connection);
    if (!account.takeRequest(clock())) {
      // A proxy's connection carries the requests of others, too.
      if (allowance !== null) connection.sendAway("too many requests");
      return busy(429);
    }
    allowance?.requestBegan(clock());
    if (times.requests > limits.requests) return busy(503);
    const refused = unanswerable(request);
    if (refused !== null) return refused;
    const turn = this.#turns.next(account.address);
    if (turn === undefined) return this.#answerNow(body, connection, account);
    return turn.then(() => this.#answerNow(body, connection, account));
  }

  #answerNow(
    body: BodyCount,
    connection: GatedConnection,
    account: Account,
  ): Response | Promise<Response> {
    const { clock } = this.parts;
    const { allowance, isLeft, remoteAddr, transport } = connection;
    if (isLeft) return busy(503);
    const signedIn = () => account.signedIn(clock());
    const request = body.counted((bytes) => allowance?.bodyTaken(bytes, clock()));
    const response = this.handler(request, { remoteAddr, transport, signedIn });
    return asksForEvents(request) ? straight(response, connection) : response;
  }

  #accountOf(request: Request, { account, remoteAddr }: GatedConnection): Account {
    const { proxies, accounts, clock } = this.parts;
    const { hostname } = remoteAddr;
    if (!proxies.has(hostname)) return account;
    return accounts.of(proxies.clientOf(request, hostname), clock());
  }
}

/** What the server has to say: an event stream goes straight to the browser, where it can. */
async function straight(
  answer: Response | Promise<Response>,
  connection: GatedConnection,
): Promise<Response> {
  const response = await answer;
  if (!isEventStream(response) || !connection.canGoStraight) return response;
  return connection.goStraight(response);
}

function busy(status: 429 | 503): Response {
  return new Response(null, { status, headers: { "retry-after": "1" } });
}
