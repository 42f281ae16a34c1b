// @ts-check
import { all, around, need } from "./elements.js";
import { askToNotify, canAskToNotify } from "../desk/ring_notice.js";
import { isMuted, setMuted } from "../office/ring_sound.js";

const THEME = "belltower:theme";

/**
 * The person's menu: sound, desktop notifications, theme. It closes as every `[data-drop-down]` does.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(menu, { signal }) {
  show(menu);
  menu.addEventListener("toggle", () => showNotify(menu), { signal });
  menu.addEventListener("click", async (event) => {
    const button = around(event, "button");
    if (button === null) return;
    if ("sound" in button.dataset) setMuted(!isMuted());
    if ("notify" in button.dataset) await askToNotify();
    if (button.dataset.themeChoice !== undefined) chooseTheme(button.dataset.themeChoice);
    show(menu);
  }, { signal });
}

/** @param {HTMLElement} menu */
function show(menu) {
  need("[data-sound]", menu).setAttribute("aria-pressed", String(!isMuted()));
  showNotify(menu);
  showTheme(menu);
}

/** @param {HTMLElement} menu */
function showNotify(menu) {
  need("[data-notify]", menu).hidden = !canAskToNotify();
}

/** @param {string} theme "light" or "dark"; "" is as the system has it */
function chooseTheme(theme) {
  if (theme === "") localStorage.removeItem(THEME);
  else localStorage.setItem(THEME, theme);
  if (theme === "") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** @param {HTMLElement} menu */
function showTheme(menu) {
  const theme = localStorage.getItem(THEME) ?? "";
  for (const button of all("[data-theme-choice]", menu)) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
  }
}
