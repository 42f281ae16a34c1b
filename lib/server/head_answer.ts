/** Answers that have no body whatever one asks for. */
const WITHOUT_BODY = [204, 205, 304];

/**
 * An answer as it is to be given to a request of this method. Of one to HEAD, which has lost its body, HTTP/1.1 would say
 * that a GET has none either (a length of 0): a body that has ended already says no length, but for the one that is known.
 */
export function headAnswer(method: string, response: Response): Response {
  const { body, status, headers } = response;
  if (method !== "HEAD" || body !== null || WITHOUT_BODY.includes(status)) return response;
  if (headers.has("content-length")) return response;
  return new Response(new Blob().stream(), response);
}
