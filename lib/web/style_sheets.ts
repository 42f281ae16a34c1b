/**
 * What is stated later wins, whatever its selectors weigh. `pico` is the library; a sheet in static/base is the layer
 * of its name, those in static/components are the components, and all other folders are features.
 */
const LAYERS = [
  "over",
  "pico",
  "tokens",
  "base",
  "controls",
  "components",
  "features",
  "print",
] as const;

type Layer = typeof LAYERS[number];

/**
 * Pages load one joined sheet, by their kind. `name.alone.css` is worn by pages without the frame too, `name.wall.css`
 * by the wall alone, and every other feature's sheet by the pages of those who are signed in. The wall has no components:
 * everything on it is of its own size.
 */
const KINDS = ["signed_in", "alone", "wall"] as const;

type Kind = typeof KINDS[number];

const PICO = "vendor/pico.min.css";

/** `message` says which file of `static/` is wrong and how. */
export class StyleSheetError extends Error {
  override readonly name = "StyleSheetError";
}

/**
 * The joined sheets, by the paths at which they are served (`sheets/signed_in.css`: what a sheet refers to by `../` is
 * found from there as from its own folder), from the texts of all files of `static/` by their paths. Throws a
 * `StyleSheetError` where a sheet would reach out of its layer, since that spoils the sheets beside it.
 */
export function joinSheets(texts: ReadonlyMap<string, string>): Map<string, string> {
  const sheets = [...texts].filter(([path]) => isOwnSheet(path) || path === PICO).sort(byPath);
  for (const [path, text] of sheets) if (path !== PICO) checkClosed(path, text);
  return new Map(KINDS.map((kind) => {
    const blocks = LAYERS.flatMap((layer) =>
      sheets.filter(([path]) => layerOf(path) === layer && isWorn(path, kind))
        .map(([path, text]) => `@layer ${layer} {\n${bare(path, text)}\n}\n`)
    );
    return [`sheets/${kind}.css`, `@layer ${LAYERS.join(", ")};\n${blocks.join("")}`];
  }));
}

function isOwnSheet(path: string): boolean {
  return path.endsWith(".css") && !path.startsWith("vendor/");
}

const byPath = ([a]: [string, string], [b]: [string, string]) => a < b ? -1 : 1;

/** The layer of the sheet at `path`; a `StyleSheetError` where static/base has one that is none. */
export function layerOf(path: string): Layer {
  if (path === PICO) return "pico";
  const [folder = "", file = ""] = path.split("/");
  if (folder === "components") return "components";
  if (folder !== "base") return "features";
  const layer = LAYERS.find((name) => `${name}.css` === file);
  if (layer !== undefined) return layer;
  throw new StyleSheetError(`static/${path} is no layer; expected one of ${LAYERS.join(", ")}`);
}

function isWorn(path: string, kind: Kind): boolean {
  const layer = layerOf(path);
  if (layer === "components") return kind !== "wall";
  if (layer !== "features") return true;
  const only = /\.(alone|wall)\.css$/.exec(path)?.[1] ?? "signed_in";
  return kind === only || (kind === "signed_in" && only === "alone");
}

/** A sheet that may stand within a block. */
function bare(path: string, text: string): string {
  return path === PICO ? text.replace(/^@charset "UTF-8";/, "") : text;
}

/** Comments and strings, in which braces mean nothing. */
const SAID = /\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;

/** Statements that say for themselves in which layer something stands, or bring in a file unseen. */
const OWN_ORDER = /@(?:layer|import|charset|namespace)\b/;

function checkClosed(path: string, text: string): void {
  const code = text.replace(SAID, (said) => said.replace(/[^\n]/g, " "));
  const wrong = (index: number, what: string) => {
    const line = code.slice(0, index).split("\n").length;
    return new StyleSheetError(`static/${path}, line ${line}: ${what}`);
  };
  const own = OWN_ORDER.exec(code);
  if (own) throw wrong(own.index, `${own[0]}; the layer is that of the folder`);
  const open: number[] = [];
  for (const { 0: mark, index } of code.matchAll(/[{}"']|\/\*/g)) {
    if (mark === "{") open.push(index);
    else if (mark !== "}") throw wrong(index, `${mark} is not closed`);
    else if (open.pop() === undefined) throw wrong(index, "} closes nothing");
  }
  if (open.length > 0) throw wrong(open[0]!, "{ is not closed");
}
