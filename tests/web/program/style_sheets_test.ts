import { deepEqual, equal, match, ok, throws } from "node:assert/strict";
import { loadStaticFiles } from "../../../lib/web/static_files.ts";
import { joinSheets, layerOf, StyleSheetError } from "../../../lib/web/style_sheets.ts";
import { ownStatic } from "../../support/sources.ts";

const PICO: [string, string] = ["vendor/pico.min.css", '@charset "UTF-8";a{color:red}'];

/** What a page of this kind wears when static/ has these sheets. */
const worn = (kind: string, sheets: Record<string, string>) =>
  joinSheets(new Map([PICO, ...Object.entries(sheets)])).get(`sheets/${kind}.css`) ?? "";

Deno.test("a page wears one sheet, whose layers come in one order whatever its files are called", () => {
  const sheet = worn("signed_in", {
    "base/print.css": ".p {}",
    "base/tokens.css": ".t {}",
    "components/zebra.css": ".z {}",
    "a_new_feature/anything.css": ".a {}",
  });
  equal(
    sheet,
    `@layer over, pico, tokens, base, controls, components, features, print;
@layer pico {
a{color:red}
}
@layer tokens {
.t {}
}
@layer components {
.z {}
}
@layer features {
.a {}
}
@layer print {
.p {}
}
`,
  );
});

Deno.test("pages without the frame wear what says so in its name, the wall only its own", () => {
  const sheets = {
    "components/button.css": ".button {}",
    "door/door.alone.css": ".door {}",
    "board/board.wall.css": ".wall {}",
    "calls/calls.css": ".calls {}",
  };
  const features = (kind: string) =>
    [...worn(kind, sheets).matchAll(/\.(button|door|wall|calls) \{/g)].map(([, name]) => name);
  deepEqual(features("signed_in"), ["button", "calls", "door"]);
  deepEqual(features("alone"), ["button", "door"]);
  deepEqual(features("wall"), ["wall"]);
});

Deno.test("a sheet that would spoil those beside it stops the start and says where it is wrong", () => {
  const wrong: [text: string, message: RegExp][] = [
    [".a {\n  color: red;\n", /static\/x\/x\.css, line 1: \{ is not closed/],
    [".a {}\n}\n", /line 2: \} closes nothing/],
    [".a {}\n/* nobody ends this", /line 2: \/\* is not closed/],
    ['.a::after {\n  content: "x;\n}', /line 2: " is not closed/],
    ["@layer print {\n.a {}\n}", /@layer; the layer is that of the folder/],
    ['@import url("y.css");', /@import; the layer is that of the folder/],
  ];
  for (const [text, message] of wrong) {
    throws(() => worn("signed_in", { "x/x.css": text }), (error) => {
      ok(error instanceof StyleSheetError, text);
      match(error.message, message);
      return true;
    });
  }
  const fine = '/* } */ .a::after { content: "}"; background: url("data:x{") }';
  match(worn("signed_in", { "x/x.css": fine }), /content: "\}"/);
  throws(
    () => worn("signed_in", { "base/more.css": "" }),
    /static\/base\/more\.css is no layer; expected one of over, pico, tokens, base, controls/,
  );
});

Deno.test("every sheet of the program is worn by some page, in its layer", () => {
  const files = loadStaticFiles();
  const whole = ["signed_in", "alone", "wall"].map((kind) => files.url(`sheets/${kind}.css`));
  ok(whole.every((url) => /^\/static\/[0-9a-f]{16}\/sheets\/\w+\.css$/.test(url)));
  const joined = joinSheets(
    new Map([
      PICO,
      ...ownStatic(".css").map(({ path, text }): [string, string] => [
        path.replace("static/", ""),
        text,
      ]),
    ]),
  );
  const all = [...joined.values()].join("");
  const left = ownStatic(".css").filter(({ path, text }) =>
    !all.includes(`@layer ${layerOf(path.replace("static/", ""))} {\n${text}\n}`)
  );
  deepEqual(left.map(({ path }) => path), []);
});
