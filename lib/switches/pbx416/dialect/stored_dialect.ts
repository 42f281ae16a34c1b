import { type Dialect, parseDialect } from "./dialect.ts";

/**
 * The dialect that the database keeps as `stored`: a built-in one's name, or a whole one as JSON. Throws
 * DialectError, and a SyntaxError where it is no JSON.
 */
export function storedDialect(stored: string): Dialect {
  return parseDialect(stored.startsWith("{") ? JSON.parse(stored) : stored);
}
