/** No browser sends them, and the runtime makes no request of them: a tunnel, and an echo of what was sent. */
const NEVER = ["CONNECT", "TRACE", "TRACK"];

/** The answer to what is no question to a server of pages; null for any other request. */
export function unanswerable(request: Request): Response | null {
  const { method } = request;
  // `get` is another method than GET; the runtime takes one for the other, and then fails at its body.
  if (NEVER.includes(method) || method !== method.toUpperCase()) {
    return new Response(null, { status: 405, headers: { allow: "GET, HEAD, POST" } });
  }
  return urlOf(request) === null ? new Response(null, { status: 400 }) : null;
}

/** Null where what the request says of its host and place is no URL: a host with a space, a port above all ports. */
export function urlOf(request: Request): URL | null {
  try {
    return new URL(request.url);
  } catch (error) {
    // The runtime may not even be able to put it together.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
