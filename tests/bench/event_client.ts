import { ok } from "node:assert/strict";
import { until } from "../support/wait.ts";

export type EventClient = Awaited<ReturnType<typeof connected>>;

/** A client of an event stream that knows when a text has come. */
export async function connected(url: string, headers: Record<string, string>) {
  let response: Response | null = null;
  await until(
    async () => {
      response = await fetch(url, { headers }).catch(() => null);
      return response !== null;
    },
    10_000,
    `${url} answers`,
  );
  const reader = response!.body!.getReader();
  const decoder = new TextDecoder();
  let text = "";
  return {
    /** When `part` had come; what is before it is forgotten. */
    async seen(part: string): Promise<number> {
      for (;;) {
        const found = text.indexOf(part);
        if (found >= 0) {
          text = text.slice(found + part.length);
          return performance.now();
        }
        const { value, done } = await reader.read();
        ok(!done, `${url} ended before "${part}" came`);
        text += decoder.decode(value, { stream: true });
      }
    },
    close: () => void reader.cancel(),
  };
}
