import { deepEqual, ok } from "node:assert/strict";
import { layerOf } from "../../lib/web/style_sheets.ts";
import { ownStatic, type Source, sourcesUnder } from "../support/sources.ts";
import { classesIn, styleSheets, thingsIn } from "../support/style_rules.ts";

/**
 * A class is a string on two sides: who wears it and who styles it. What a component looks like stands in its own sheet
 * alone, variants included; a feature gives it room, and values for the properties that it names.
 */
const SHEETS = styleSheets();
const VIEWS = sourcesUnder("views", ".eta");
const SCRIPTS = ownStatic(".js");

const STYLED = new Set(SHEETS.flatMap(({ selectors }) => selectors.flatMap(classesIn)));

/** What stands in quotation marks; what is put in is `…`. */
function said({ text }: Source): string[] {
  return [...text.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`]*)`/g)]
    .map(([, ...texts]) =>
      (texts.find((one) => one !== undefined) ?? "").replace(/\$\{.*?\}/g, "…")
    );
}

/** The class attributes of a view as they are written, where code is `…`. */
const ATTRIBUTES = VIEWS.flatMap(({ path, text }) =>
  [...text.replace(/<%.*?%>/gs, "…").matchAll(/\bclass="([^"]*)"/g)].map(([, worn = ""]) => ({
    path,
    worn,
  }))
);

const CODE = VIEWS.map(({ path, text }) => ({
  path,
  text: [...text.matchAll(/<%(.*?)%>/gs)].map(([, code]) => code).join("\n"),
}));

/** A word, or the beginning of one that code ends: `is_…`. */
const wordsOf = (text: string) =>
  text.replace(/…+/g, "… ").split(/[^\w…-]+/).filter((word) => word !== "");

const WORDS = new Set(
  [
    ...ATTRIBUTES.map(({ worn }) => worn),
    ...[...CODE, ...SCRIPTS, ...sourcesUnder("lib", ".ts")].flatMap(said),
  ].flatMap(wordsOf).flatMap((word) => word.endsWith("_…") ? [word] : [word.replace(/…$/, "")]),
);

const BEGINNINGS = [...WORDS].filter((word) => word.endsWith("_…")).map((word) =>
  word.slice(0, -1)
);

Deno.test("every class that a style sheet names is worn by something in a view, a script or an answer", () => {
  ok(STYLED.size > 300, `${STYLED.size} classes were found: too few to be all`);
  const isWorn = (name: string) =>
    WORDS.has(name) ||
    BEGINNINGS.some((begin) => name.startsWith(begin) && WORDS.has(name.slice(begin.length)));
  deepEqual([...STYLED].filter((name) => !isWorn(name)), []);
});

Deno.test("every class that a view wears is named by a style sheet, a script or a test", () => {
  const asked = new Set(
    [...SCRIPTS, ...sourcesUnder("tests", ".ts")].flatMap(said).flatMap(wordsOf),
  );
  const unread = ATTRIBUTES.flatMap(({ path, worn }) =>
    wordsOf(worn).filter((word) => {
      const begin = word.replace(/…$/, "");
      if (begin === "" || STYLED.has(begin) || asked.has(begin)) return false;
      return begin === word || ![...STYLED].some((name) => name.startsWith(begin));
    }).map((name) => `${path}: ${name}`)
  );
  deepEqual(unread, []);
});

/** On paper all of a page is put out of the way at once, and the wall has everything in its own size. */
const OF_A_PAGE = SHEETS.filter(({ path }) =>
  !path.endsWith(".wall.css") && layerOf(path) !== "print"
);

/** Who owns what a sheet styles: a component its sheet, a feature its folder, everybody what lies below. */
function ownerOf(path: string): string {
  const layer = layerOf(path);
  if (layer === "components") return path;
  return layer === "features" ? path.slice(0, path.indexOf("/")) : layer;
}

Deno.test("a feature's style sheet names no class of a component, nor of another feature", () => {
  const owners = new Map<string, Set<string>>();
  for (const { path, selectors } of OF_A_PAGE) {
    for (const name of selectors.flatMap(classesIn)) {
      owners.set(name, (owners.get(name) ?? new Set()).add(ownerOf(path)));
    }
  }
  ok(OF_A_PAGE.length > 30, `${OF_A_PAGE.length} sheets were found: too few to be all`);
  const strangers = OF_A_PAGE.filter(({ path }) => layerOf(path) === "features").flatMap(
    ({ path, selectors }) =>
      selectors.flatMap((selector) =>
        thingsIn(selector).filter((name) =>
          [...owners.get(name)!].some((one) => one !== ownerOf(path))
        )
          .map((name) => `${path}: ${selector} names .${name}`)
      ),
  );
  deepEqual(strangers, []);
});

Deno.test("the things in a selector are told from their states", () => {
  deepEqual(thingsIn(".tile.ringing > :is(.clock, p.name) + li:not(.old)"), [
    "tile",
    "clock",
    "name",
    "old",
  ]);
  deepEqual(thingsIn(".a:has(> .b):hover .c, .d::after"), ["a", "c", "d"]);
  deepEqual(classesIn('.a.b:not(.c)[href=".d"]'), ["a", "b", "c"]);
});
