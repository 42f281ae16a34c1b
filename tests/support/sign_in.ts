/** Signs in as a browser would; returns the Cookie header for what follows. Throws when it is refused. */
export async function signIn(origin: string, login: string, password: string): Promise<string> {
  const response = await fetch(`${origin}/login`, {
    method: "POST",
    headers: { Origin: origin },
    body: new URLSearchParams({ login, password }),
    redirect: "manual",
  });
  await response.body?.cancel();
  if (response.status !== 303) {
    throw new Error(`${login} cannot sign in: status ${response.status}, expected 303`);
  }
  return response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}
