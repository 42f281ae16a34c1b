/** Where to go after signing in: a path of our own, whatever was asked for; the desk in place of anything else. */
export function safeNext(next: string): string {
  // Browsers read a backslash as a slash, and two of them as another host; and drop tabs and line ends.
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return "/desk";
  return next.startsWith("/login") ? "/desk" : next;
}
