import { askToNotify, canAskToNotify } from "./ring_notice.js";
import { isMuted, setMuted } from "./ring_sound.js";

const THEME = "belltower:theme";

/** The person's menu: sound, desktop notifications, theme. */
export function startMenu() {
  const menu = document.querySelector("[data-menu]");
  showSound();
  showTheme();
  menu.addEventListener("toggle", showNotify);
  menu.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (button === null) return;
    if ("sound" in button.dataset) setMuted(!isMuted());
    if ("notify" in button.dataset) await askToNotify();
    if ("themeChoice" in button.dataset) chooseTheme(button.dataset.themeChoice);
    showSound();
    showNotify();
    showTheme();
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

function showSound() {
  document.querySelector("[data-sound]").setAttribute("aria-pressed", String(!isMuted()));
}

function showNotify() {
  document.querySelector("[data-notify]").hidden = !canAskToNotify();
}

function chooseTheme(theme) {
  if (theme === "") localStorage.removeItem(THEME);
  else localStorage.setItem(THEME, theme);
  if (theme === "") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function showTheme() {
  const theme = localStorage.getItem(THEME) ?? "";
  for (const button of document.querySelectorAll("[data-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.themeChoice === theme));
  }
}
