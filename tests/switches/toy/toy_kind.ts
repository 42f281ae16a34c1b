import type { SwitchKind } from "../../../lib/switches/switch_kind.ts";
import { SWITCH_KINDS } from "../../../lib/switches/switch_kinds.ts";
import type { ToyExchange } from "./toy_exchange.ts";
import { ToySwitch } from "./toy_switch.ts";

/** What the database calls the line to a toy exchange. */
export const TOY_DEVICE = "toy exchange";

/** A kind of switch without trunks, bytes or dialect: all that the program asks of one, beside its driver. */
function toyKind(exchange: ToyExchange): SwitchKind {
  return {
    isAt: ({ device }) => device === TOY_DEVICE,
    isTrial: false,
    dialects: null,
    settings: () => ({ name: "toy", port: "in the process" }),
    trunks: () => [],
    telephones: () => [],
    reader: () => () => null,
    make: () => new ToySwitch(exchange),
  };
}

/** The row that a kind of the program has in switch_kinds.ts, until the end of the block. */
export function registered(exchange: ToyExchange): Disposable {
  const kinds = SWITCH_KINDS as SwitchKind[];
  kinds.unshift(toyKind(exchange));
  return { [Symbol.dispose]: () => void kinds.shift() };
}
