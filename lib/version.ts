/** Of the program; `deno.json` has the same, and a test says so. */
export const VERSION = "0.1.0";
