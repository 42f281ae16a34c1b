/**
 * The exported call log against what a model of the PBX wrote down: call by call, in the order in which they
 * began on each trunk.
 */

/** A line of `belltower export calls`. */
export interface ExportedCall {
  readonly id: number;
  readonly trunk: string;
  readonly direction: "in" | "out";
  readonly number: string | null;
  readonly reason: "withheld" | "unavailable" | "payphone" | null;
  readonly startedAt: string;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly outcome: "answered" | "missed" | "outbound" | null;
  readonly rang: readonly string[];
  readonly answeredBy: readonly string[];
  readonly extension: string | null;
  readonly customerId: string | null;
}

/** A line of the truth file; times are seconds since the epoch. */
export interface TrueCall {
  readonly trunk: string;
  readonly direction: "in" | "out";
  readonly number: string | null;
  readonly rang: readonly string[];
  readonly answered_by: readonly string[];
  readonly start: number;
  readonly answer: number | null;
  readonly end: number;
  readonly outcome: "answered" | "missed" | "outbound";
  readonly extension?: string;
}

const LETTERS: Record<string, string> = { P: "withheld", O: "unavailable", C: "payphone" };

/** Every difference, a sentence each; none when the log tells the truth. `tolerance` in seconds. */
export function differences(
  truth: readonly TrueCall[],
  log: readonly ExportedCall[],
  tolerance = 1,
): string[] {
  const found: string[] = [];
  const trunks = new Set([...truth, ...log].map((call) => call.trunk));
  for (const trunk of trunks) {
    const real = truth.filter((call) => call.trunk === trunk).sort((a, b) => a.start - b.start);
    const kept = log.filter((call) => call.trunk === trunk).sort((a, b) => a.id - b.id);
    if (real.length !== kept.length) {
      found.push(`trunk ${trunk}: ${real.length} calls happened, ${kept.length} are in the log`);
    }
    for (let i = 0; i < Math.min(real.length, kept.length); i++) {
      for (const text of between(real[i]!, kept[i]!, tolerance)) {
        found.push(`trunk ${trunk}, call ${i + 1} (id ${kept[i]!.id}): ${text}`);
      }
    }
  }
  return found;
}

function between(real: TrueCall, kept: ExportedCall, tolerance: number): string[] {
  const reason = real.number === null ? null : LETTERS[real.number] ?? null;
  const pairs: [string, unknown, unknown][] = [
    ["direction", real.direction, kept.direction],
    ["number", reason === null ? real.number : null, kept.number],
    ["reason", reason, kept.reason],
    ["outcome", real.outcome, kept.outcome],
    ["rang", real.rang.join(), kept.rang.join()],
    ["answered by", real.answered_by.join(), kept.answeredBy.join()],
  ];
  if (real.extension !== undefined) pairs.push(["extension", real.extension, kept.extension]);
  const wrong = pairs.filter(([, is, says]) => is !== says)
    .map(([what, is, says]) => `${what} was ${is}, the log says ${says}`);
  const times: [string, number | null, string | null][] = [
    ["began", real.start, kept.startedAt],
    ["was answered", real.answer, kept.answeredAt],
    ["ended", real.end, kept.endedAt],
  ];
  for (const [what, is, says] of times) {
    const off = is === null || says === null ? null : Date.parse(says) / 1000 - is;
    if (off === null ? is !== null || says !== null : Math.abs(off) > tolerance) {
      wrong.push(
        `it ${what} at ${is}, the log says ${says}${
          off === null ? "" : ` (${off.toFixed(2)} s off)`
        }`,
      );
    }
  }
  return wrong;
}
