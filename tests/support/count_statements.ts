import { StatementSync } from "node:sqlite";

const ASKED = ["get", "all", "run"] as const;

/** The SQL of every statement that runs while `work` is done, in this thread, in their order. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const { prototype } = StatementSync;
  const kept = ASKED.map((name) => [name, prototype[name]] as const);
  for (const [name, method] of kept) {
    Object.assign(prototype, {
      [name](this: StatementSync, ...values: unknown[]) {
        statements.push(this.sourceSQL);
        return Reflect.apply(method, this, values);
      },
    });
  }
  try {
    await work();
  } finally {
    for (const [name, method] of kept) Object.assign(prototype, { [name]: method });
  }
  return statements;
}
