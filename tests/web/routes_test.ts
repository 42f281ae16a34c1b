import { deepEqual } from "node:assert/strict";
import { ROUTES } from "../../lib/web/routes.ts";

Deno.test("every route answers its own URL, in whatever order features say theirs", () => {
  const behind = ROUTES.flatMap((route, at) =>
    ROUTES.slice(0, at)
      .filter(({ method, path }) => method === route.method && fits(path, route.path))
      .map(({ path }) => `${route.method} ${route.path} stands behind ${path}`)
  );
  deepEqual(behind, []);
});

/** Whether a route of `path` answers the URL that `other` looks like. */
function fits(path: string, other: string): boolean {
  return new URLPattern({ pathname: path }).test(`http://office${other}`);
}
