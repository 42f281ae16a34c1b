import { Eta } from "eta/core";
import { isTextKey, type Translate } from "../text/translator.ts";
import type { PageView } from "./page_data.ts";
import type { Views } from "./view_data.ts";

/** What every template finds beside its own data. */
export interface ViewFrame {
  readonly page: PageView;
  readonly t: Translate;
  /** The URL of a file under `static/`, with its content's hash in it: `it.asset("base/base.css")`. */
  readonly asset: (path: string) => string;
}

export interface Renderer {
  /** The HTML of a view. Everything that a template prints with `<%= %>` is escaped. */
  render<Name extends keyof Views>(name: Name, data: Views[Name], frame: ViewFrame): string;
}

/** `message` says which file of `views/` is wrong and how. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
}

/**
 * Reads and compiles every template under `folder`, so that a broken one stops the start and not a
 * customer's call. Throws `TemplateError` where one does not compile, includes one that does not exist, or
 * asks for a word that the languages do not have.
 */
export function loadViews(folder: URL = new URL("../../views/", import.meta.url)): Renderer {
  const sources = new Map(templateFiles(folder));
  const eta = new Eta({
    autoEscape: true,
    autoFilter: true,
    filterFunction: (value: unknown) => value === null || value === undefined ? "" : String(value),
  });
  for (const [name, source] of sources) {
    checkReferences(name, source, sources);
    try {
      eta.loadTemplate(`@${name}`, source);
    } catch (error) {
      throw new TemplateError(`views/${name}.eta does not compile`, { cause: error });
    }
  }
  return {
    render: (name, data, frame) => eta.render(`@${name}`, { ...data, ...frame }),
  };
}

/** Name without `.eta`, and source, of every template under `folder`. */
function* templateFiles(folder: URL, prefix = ""): Generator<[string, string]> {
  for (const entry of Deno.readDirSync(folder)) {
    if (entry.isDirectory) {
      yield* templateFiles(new URL(`${entry.name}/`, folder), `${prefix}${entry.name}/`);
    } else if (entry.name.endsWith(".eta")) {
      const source = Deno.readTextFileSync(new URL(entry.name, folder));
      yield [prefix + entry.name.slice(0, -".eta".length), source];
    }
  }
}

const REFERENCES = /\b(?:include|layout)\(\s*["'`]@([^"'`]+)["'`]/g;
const WORDS = /\bt\(\s*["']([^"']+)["']\s*[,)]/g;

function checkReferences(name: string, source: string, all: ReadonlyMap<string, string>): void {
  for (const [, other = ""] of source.matchAll(REFERENCES)) {
    if (!all.has(other)) {
      throw new TemplateError(`views/${name}.eta includes @${other}, which does not exist`);
    }
  }
  for (const [, key = ""] of source.matchAll(WORDS)) {
    if (!isTextKey(key)) {
      throw new TemplateError(`views/${name}.eta says "${key}", for which lib/text has no words`);
    }
  }
}
