import { configure, type LogRecord, reset } from "@logtape/logtape";

/** What is logged while `work` goes on, as level and sentence. */
export async function logOf(work: () => Promise<void> | void): Promise<string[]> {
  const records: LogRecord[] = [];
  const loggers = [{ category: "belltower", sinks: ["kept"] }];
  const meta = { category: ["logtape", "meta"], sinks: [] };
  await configure({
    reset: true,
    sinks: { kept: (record) => void records.push(record) },
    loggers: [...loggers, meta],
  });
  try {
    await work();
  } finally {
    await reset();
  }
  return records.map(({ level, message }) => `${level}: ${message.join("")}`);
}
