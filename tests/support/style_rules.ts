import { ownStatic } from "./sources.ts";

export interface StyleSheet {
  /** Under static/. */
  readonly path: string;
  readonly selectors: readonly string[];
}

/** The program's own style sheets, without what they declare. */
export function styleSheets(): StyleSheet[] {
  return ownStatic(".css").map(({ path, text }) => ({
    path: path.replace("static/", ""),
    selectors: [...text.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{};]+)\{/g)]
      .map(([, selector = ""]) => selector.trim().replace(/\s+/g, " "))
      .filter((selector) => !selector.startsWith("@")),
  }));
}

/** Every class that a selector names. */
export function classesIn(selector: string): string[] {
  return [...selector.replace(/"[^"]*"/g, "").matchAll(/\.([a-zA-Z][\w-]*)/g)]
    .map(([, name = ""]) => name);
}

/**
 * The first class of each element in a selector: what is selected, where the others are its states and variants. Of
 * `.tile.ringing > :is(.clock, p)` these are `tile` and `clock`.
 */
export function thingsIn(selector: string): string[] {
  const things: string[] = [];
  for (const element of elementsOf(selector.replace(/"[^"]*"/g, ""))) {
    const open = element.indexOf("(");
    const [first] = classesIn(open < 0 ? element : element.slice(0, open));
    if (first !== undefined) things.push(first);
    else if (open >= 0) things.push(...thingsIn(element.slice(open + 1, element.lastIndexOf(")"))));
  }
  return things;
}

/** A list of selectors, cut where one element ends and the next begins. */
function elementsOf(selector: string): string[] {
  const elements = [""];
  let depth = 0;
  for (const letter of selector) {
    if (letter === "(") depth++;
    if (letter === ")") depth--;
    if (depth === 0 && /[\s>+~,]/.test(letter)) elements.push("");
    else elements.push(elements.pop() + letter);
  }
  return elements.filter((element) => element !== "");
}
