import type { CallCourse } from "../../lib/domain/call.ts";
import { NO_TEXTS } from "../../lib/domain/customer_fields.ts";
import type { Customer } from "../../lib/domain/customer.ts";
import type { Staff } from "../../lib/domain/staff.ts";
import { nextCallId } from "../../lib/store/live_calls.ts";
import { insertCall } from "../../lib/store/write_calls.ts";
import { createCustomer, type CustomerInput } from "../../lib/store/customers.ts";
import type { Store } from "../../lib/store/database.ts";
import { ensureLine } from "../../lib/store/lines.ts";
import { createStaff } from "../../lib/store/staff.ts";

/** 2026-11-21T09:00:00Z. */
export const NOW = Date.UTC(2026, 10, 21, 9);

export const NOBODY: CustomerInput = { ...NO_TEXTS, numbers: [] };

export function someCustomer(store: Store, name: string, ...numbers: string[]): Customer {
  const input = {
    ...NOBODY,
    name,
    numbers: numbers.map((number) => ({ number, label: "휴대" })),
  };
  return createCustomer(store, input, { by: null, at: NOW });
}

export function someStaff(store: Store, login: string): Staff {
  const staff = { login, name: `${login}-name`, role: "agent", passwordHash: "x" } as const;
  return createStaff(store, staff, NOW);
}

/** An answered call of ten seconds, or what `course` says of it; returns its ID. */
export function someCall(store: Store, course: Partial<CallCourse> = {}): number {
  const startedAt = course.startedAt ?? NOW;
  return insertCall(store, ensureLine(store, "/dev/ttyTEST", "416").id, {
    switchCall: `1-${nextCallId(store)}`,
    trunk: "1",
    direction: "in",
    state: "ended",
    number: "01012345678",
    reason: null,
    startedAt,
    answeredAt: startedAt + 2000,
    endedAt: startedAt + 10_000,
    outcome: "answered",
    cause: null,
    called: null,
    queue: null,
    connections: [{
      device: "202",
      kind: "telephone",
      state: "null",
      since: startedAt + 10_000,
      rangAt: startedAt + 1000,
      dialledAt: null,
      joinedAt: startedAt + 2000,
      heldMs: 0,
      leftAt: startedAt + 10_000,
      cause: null,
    }],
    extension: "202",
    heardAt: startedAt + 10_000,
    ...course,
  });
}

/** What SQLite would do for a question, a line a step: a scan or a sort stands out. */
export function planOf(store: Store, ask: (store: Store) => unknown): string[] {
  const plans: string[] = [];
  const spy = new Proxy(store, {
    get(target, name) {
      if (name !== "get" && name !== "all") {
        const member = Reflect.get(target, name);
        return typeof member === "function" ? member.bind(target) : member;
      }
      return (sql: string, ...values: never[]) => {
        const steps = target.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values);
        plans.push(...steps.map((step) => step.detail));
        return target[name](sql, ...values);
      };
    },
  });
  ask(spy);
  return plans;
}
