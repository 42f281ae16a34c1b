// @ts-check
/**
 * Mounts the modules that a page's regions name, whatever brings a region into the page (the page itself, a swap, a
 * morph), and ends them when it leaves. A morph that moves a region, or changes what is in it, ends nothing.
 */
import { all } from "../components/elements.js";

/**
 * A module works in one region from when that comes into the page until `signal`, when it has left it.
 * @typedef {{ readonly signal: AbortSignal }} Life
 * @typedef {(region: HTMLElement, life: Life) => void} Mount
 * @typedef {() => Promise<{ readonly mount: Mount }>} LoadModule
 * @typedef {Readonly<Record<string, LoadModule>>} Modules
 */

const AGAIN_MS = 2000;

/** What a region can name. */
/** @type {Modules} */
let modules = {};

/** @type {Map<string, Mount>} */
const loaded = new Map();
/** What ends each module that works in a region now, by its name. */
/** @type {Map<HTMLElement, Map<string, AbortController>>} */
const working = new Map();
/** How often a module was mounted and ended so far: what is left of them is at work. */
export const counts = { mounted: 0, ended: 0 };

/**
 * Mounts what the page has of these modules, and follows it from now on.
 * @param {Modules} known
 */
export function startRegions(known) {
  modules = known;
  new MutationObserver((changes) => {
    if (changes.some(mayConcern)) follow();
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-module"] });
  follow();
}

/**
 * Loads the modules that the regions of `place` name, and those that will come into them (`data-brings`): they mount at
 * once then, before a key is pressed there.
 * @param {ParentNode} place
 */
export async function loadModulesOf(place) {
  const names = new Set(regionsIn(place).flatMap(neededBy));
  await Promise.all([...names].map(load));
}

/**
 * A clock's new text concerns no region.
 * @param {MutationRecord} change
 */
function mayConcern({ type, addedNodes, removedNodes }) {
  return type === "attributes" ||
    [...addedNodes, ...removedNodes].some((node) => node instanceof Element);
}

async function follow() {
  endGone();
  if (regionsIn(document).flatMap(neededBy).some((name) => !loaded.has(name))) {
    await loadModulesOf(document);
    endGone();
  }
  // All of them in one go: none hears the stream before the others do.
  for (const region of regionsIn(document)) {
    for (const name of namesOf(region)) begin(region, name);
  }
}

/** @param {string} name */
async function load(name) {
  if (loaded.has(name)) return;
  const module = modules[name];
  if (module === undefined) throw new Error(`there is no module ${name}: shell/modules.js has all`);
  try {
    loaded.set(name, (await module()).mount);
  } catch (error) {
    // TypeError: the server was not reached, or the page is being left. The others work without it meanwhile.
    if (error instanceof TypeError) setTimeout(follow, AGAIN_MS);
    else reportError(error);
  }
}

/**
 * @param {HTMLElement} region
 * @param {string} name
 */
function begin(region, name) {
  const mount = loaded.get(name);
  const names = working.get(region) ?? new Map();
  if (mount === undefined || names.has(name)) return;
  const end = new AbortController();
  working.set(region, names.set(name, end));
  counts.mounted += 1;
  try {
    mount(region, { signal: end.signal });
  } catch (error) {
    reportError(error);
  }
}

function endGone() {
  for (const [region, names] of working) {
    const wanted = region.isConnected ? namesOf(region) : [];
    for (const [name, end] of names) {
      if (wanted.includes(name)) continue;
      names.delete(name);
      counts.ended += 1;
      end.abort();
    }
    if (names.size === 0) working.delete(region);
  }
}

/** @param {ParentNode} place */
function regionsIn(place) {
  return all("[data-module]", place);
}

/** @param {HTMLElement} region */
function namesOf({ dataset: { module = "" } }) {
  return module.split(" ").filter((name) => name !== "");
}

/** @param {HTMLElement} region */
function neededBy({ dataset: { module = "", brings = "" } }) {
  return `${module} ${brings}`.split(" ").filter((name) => name !== "");
}
