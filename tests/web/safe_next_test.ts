import { equal } from "node:assert/strict";
import { safeNext } from "../../lib/web/safe_next.ts";

Deno.test("after signing in one goes on to the page that one came for", () => {
  for (const path of ["/desk", "/calls/17?q=%EA%B9%80", "/customers?q=김", "/"]) {
    equal(safeNext(path), path);
  }
});

Deno.test("nothing that leads elsewhere is followed, however it is spelt", () => {
  const elsewhere = [
    "",
    "desk",
    "https://evil.test/",
    "//evil.test/",
    "/\\evil.test/",
    "\\\\evil.test",
    "/\t/evil.test/",
    "/\n/evil.test",
    "/a\\b",
    "javascript:alert(1)",
    " /desk",
  ];
  for (const path of elsewhere) equal(safeNext(path), "/desk", JSON.stringify(path));
});

Deno.test("nobody is sent back to the sign-in", () => {
  equal(safeNext("/login?next=/login"), "/desk");
});
