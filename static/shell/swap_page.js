// @ts-check
/** Puts a page into the shell that is open: what stands beside it goes on as it is. */
import { all, find, need } from "../components/elements.js";
import { abortAsked, insert } from "../components/htmx.js";

/** What the shell takes over from each page. */
const OF_ROOT = ["data-ring", "data-ring-tune", "data-ring-volume"];

/** @param {Document} page */
export function swapPage(page) {
  // The answer of a server that cannot even say who asks has no shell.
  if (find(".nav", page) === null) return swapMain(page);
  copyAttributes(document.documentElement, page.documentElement, OF_ROOT);
  document.title = page.title;
  followNavigation(page);
  followTop(page);
  const putBack = takeCard(page);
  swapDrawer(page);
  swapMain(page);
  putBack();
}

/** @param {Document} page */
function swapMain(page) {
  const [ours, theirs] = [need("#main"), need("#main", page)];
  // What is under way for the page before is of no use to this one.
  abortAsked(ours);
  copyAttributes(ours, theirs, [...ours.getAttributeNames(), ...theirs.getAttributeNames()]);
  const content = document.createDocumentFragment();
  content.append(...theirs.childNodes);
  insert(ours, content);
}

/**
 * @param {HTMLElement} to
 * @param {HTMLElement} from
 * @param {readonly string[]} names
 */
function copyAttributes(to, from, names) {
  for (const name of names) {
    const value = from.getAttribute(name);
    if (OF_HTMX.test(name) || value === to.getAttribute(name)) continue;
    if (value === null) to.removeAttribute(name);
    else to.setAttribute(name, value);
  }
}

/** What htmx notes at an element for itself. */
const OF_HTMX = /^data-htmx-/;

/** @param {Document} page */
function followNavigation(page) {
  const current = new Set(
    all(".nav_item[aria-current]", page).map((one) => one.getAttribute("href")),
  );
  for (const link of all(".nav_item")) {
    if (current.has(link.getAttribute("href"))) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

/**
 * The fields at the top that say of which page they are.
 * @param {Document} page
 */
function followTop(page) {
  const theirs = all(".top [data-follows]", page);
  all(".top [data-follows]").forEach((ours, index) => {
    const their = theirs[index];
    if (!(ours instanceof HTMLInputElement) || their === undefined) return;
    ours.value = their.getAttribute("value") ?? "";
  });
}

/**
 * The drawer stands where the page has no card of its own.
 * @param {Document} page
 */
function swapDrawer(page) {
  const ours = find("#drawer");
  const theirs = find("#drawer", page);
  if (theirs === null) ours?.remove();
  else if (ours === null) {
    need("#main").before(theirs);
    insert(theirs, null);
  }
}

/**
 * Takes along what is being written on the card: a note that the new page has too goes on as the same form, with its
 * cursor; and a card that moves into the drawer is there at once. Returns what puts it into the new page.
 * @param {Document} page
 */
function takeCard(page) {
  const [card, theirs] = [find("#card"), find("#card", page)];
  const stays = find("#drawer") !== null && find("#drawer", page) !== null;
  if (stays || card === null || theirs === null) return () => {};
  const hold = document.createElement("div");
  hold.hidden = true;
  document.body.append(hold);
  const isEmpty = theirs.childElementCount === 0;
  const moved = isEmpty
    ? [...card.children]
    : all("form[data-note]", card).filter(({ id }) => find(`#${CSS.escape(id)}`, theirs) !== null);
  for (const one of moved) move(one, hold, null);
  return () => {
    for (const one of moved) {
      const double = isEmpty ? null : need(`#${CSS.escape(one.id)}`, theirs);
      move(one, double?.parentElement ?? theirs, double);
      double?.remove();
    }
    hold.remove();
  };
}

/**
 * Moves a node of the page, with its focus and its cursor where the browser can.
 * @param {Element} node
 * @param {HTMLElement} place
 * @param {Element | null} before
 */
function move(node, place, before) {
  /** @type {Partial<Pick<ParentNode, "moveBefore">>} */
  const { moveBefore } = place;
  if (moveBefore === undefined) place.insertBefore(node, before);
  else moveBefore.call(place, node, before);
}
