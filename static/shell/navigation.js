// @ts-check
/**
 * Going to another page changes the page and keeps the shell: pop-ups, the ringing, the card and what is written on it,
 * uploads and the stream go on. The browser's Navigation API says of every way to another page (links, forms, back and
 * forward, scripts), keeps the history, and lets a newer one replace an older; where it is missing, or the answer is
 * nothing for this shell, the browser opens pages as it always does.
 */
import { leavesUnsaved } from "../components/form_guard.js";
import { onHtmx } from "../components/htmx.js";
import { toast } from "../components/toast.js";
import { word } from "../components/words.js";
import { leave, pushAddress, replaceAddress } from "./address.js";
import { eventsHeard } from "./live.js";
import { askForPage } from "./page_answer.js";
import { on, tell } from "./page_events.js";
import { goToBeginning, keepPlace, returnToPlace } from "./places.js";
import { loadModulesOf } from "./regions.js";
import { swapPage } from "./swap_page.js";

const SLOW_MS = 300;
/** Whether the next page is the browser's own affair. */
let isWhole = false;
/** The form that is on its way to the server. */
/** @type {HTMLFormElement | null} */
let sent = null;

/** @type {import("./regions.js").Mount} */
export function mount(progress, life) {
  // Not by htmx: with each swap it may note in the history that it was here, and that ends a navigation.
  onHtmx("before:swap", ({ response: { headers } }) => {
    const [next, same] = [headers.get("HX-Push-Url"), headers.get("HX-Replace-Url")];
    if (next !== null) pushAddress(next);
    if (same !== null) replaceAddress(same);
  }, life);
  // A second click on its button, or another Enter, would do all of it a second time.
  document.addEventListener("submit", (event) => {
    if (sent !== null && event.target === sent) event.preventDefault();
  }, { capture: true, signal: life.signal });
  if (typeof navigation === "undefined") {
    addEventListener("popstate", () => location.reload(), life);
    return;
  }
  navigation.addEventListener("navigate", (event) => {
    if (event.destination.sameDocument && event.navigationType !== "traverse") {
      // A script notes in the history what the page shows.
      if (event.navigationType === "push") keepHere();
    } else if (isOurs(event)) go(progress, event);
  }, life);
}

/**
 * What the stream brings while a page is on its way: between its making and its coming the page hears nothing.
 * @param {AbortSignal} cancelled
 */
function hearMeanwhile(cancelled) {
  const before = eventsHeard();
  const listening = new AbortController();
  cancelled.addEventListener("abort", () => listening.abort());
  /** @type {import("./page_events.js").EventData["changed"][]} */
  const changes = [];
  let missed = false;
  on("changed", (change) => changes.push(change), listening);
  on("live:connected", (connected) => missed ||= connected.missed, listening);
  return {
    /** Only what was changed is a reason to say that the page is not as it was: a call that came in is none. */
    tellAgain() {
      listening.abort();
      if (missed || eventsHeard() !== before) tell("live:connected", { missed });
      for (const change of changes) tell("changed", change);
    },
  };
}

/** @param {NavigateEvent} event */
function isOurs(event) {
  const { canIntercept, hashChange, downloadRequest, navigationType, sourceElement } = event;
  if (isWhole || !canIntercept || hashChange || downloadRequest !== null) return false;
  return navigationType !== "reload" && !sourceElement?.closest("[data-whole]");
}

function keepHere() {
  const { currentEntry } = navigation;
  if (currentEntry !== null) keepPlace(currentEntry.key);
}

/**
 * @param {HTMLElement} progress
 * @param {NavigateEvent} event
 */
function go(progress, event) {
  const { destination, navigationType, formData, signal, sourceElement } = event;
  const { pathname, hash } = new URL(destination.url);
  if (formData === null && leavesUnsaved(pathname) && !confirm(word("unsaved"))) {
    if (event.cancelable) return event.preventDefault();
  }
  const form = formData === null ? null : sourceElement?.closest("form") ?? null;
  sent = form;
  const from = navigation.currentEntry?.key;
  const arrive = leave(signal);
  const meanwhile = hearMeanwhile(signal);
  /** @type {ReturnType<typeof askForPage> | undefined} */
  let asking;
  const ask = () =>
    asking ??= whileShown(progress, () => load(destination.url, formData, signal)).finally(() => {
      if (sent === form) sent = null;
    });

  const show = async () => {
    const answer = await ask();
    arrive();
    if (answer.kind === "other") return location.reload();
    if (from !== undefined) keepPlace(from);
    swapPage(answer.page);
    if (navigationType === "traverse") returnToPlace(destination.key);
    else goToBeginning(hash);
    tell("page:shown", {});
    meanwhile.tellAgain();
  };

  event.intercept({
    focusReset: "manual",
    scroll: "manual",
    handler: show,
    // The address changes when the page is there. What cannot be taken back is shown as it comes.
    ...event.cancelable ? { precommitHandler } : {},
  });

  /** @param {NavigationPrecommitController} controller */
  async function precommitHandler(controller) {
    try {
      const answer = await ask();
      if (answer.kind === "other") {
        if (navigationType !== "traverse") openWhole(answer.url + hash);
      } else if (answer.redirected && navigationType !== "traverse") {
        controller.redirect(answer.url + hash);
      } else if (formData !== null) {
        // A refused form stands where it was: its address is none to come back to.
        controller.redirect(location.href, { history: "replace" });
      }
    } catch (error) {
      if (!signal.aborted && error instanceof TypeError) {
        toast(word("serverFailed"), "error");
        if (form !== null) form.dataset.unsaved = "yes";
      }
      throw error;
    }
  }
}

/**
 * @param {string} url
 * @param {FormData | null} form
 * @param {AbortSignal} signal
 */
async function load(url, form, signal) {
  const answer = await askForPage(url, form, signal);
  if (answer.kind === "page") await loadModulesOf(answer.page);
  return answer;
}

/** @param {string} url */
function openWhole(url) {
  isWhole = true;
  location.assign(url);
  // A file that is saved leaves the page as it is.
  setTimeout(() => isWhole = false);
}

/**
 * Shows that something is on its way once it takes longer than one notices.
 * @template Result
 * @param {HTMLElement} progress
 * @param {() => Promise<Result>} work
 */
async function whileShown(progress, work) {
  const timer = setTimeout(() => {
    progress.hidden = false;
  }, SLOW_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    progress.hidden = true;
  }
}
