import { formatNumber } from "../../../domain/phone_number.ts";

/**
 * Excel takes 01012345678 for a number and shows 1012345678. The number with its zero where the digits alone are
 * nothing that is dialled in Korea and with a zero before them they are; null where nothing is missing.
 */
export function restoredNumber(text: string): string | null {
  if (!/^[1-9]\d{6,10}$/.test(text) || inPlan(text)) return null;
  const whole = `0${text}`;
  return inPlan(whole) ? whole : null;
}

/** What a numbering plan knows is written in groups. */
function inPlan(digits: string): boolean {
  return formatNumber(digits) !== digits;
}
