import { shell as korean } from "../ko/shell.ts";
import { translated } from "../translated.ts";

export const shell = translated(korean, {
  "app.name": "Belltower",

  "nav.title": "Main menu",
  "nav.skip": "Skip to the page",
  "nav.calls": "Calls",
  "demo.line": "Sample data",
  "live.live": "Live",
  "live.connecting": "Connecting",
  "live.reconnecting": "Reconnecting",
  "live.offline": "Offline since {time}",
  "live.reconnect": "Reconnect",
  "menu.title": "My menu",
  "menu.extension": "Extension",
  "menu.no_extension": "No extension",
  "menu.sound_on": "Ring sound is on",
  "menu.sound_off": "Ring sound is off",
  "menu.notify": "Allow desktop notifications",
  "menu.theme": "Theme",
  "menu.theme_system": "Auto",
  "menu.theme_light": "Light",
  "menu.theme_dark": "Dark",
  "menu.language": "Language",
  "language.ko": "한국어",
  "language.en": "English",
  "menu.logout": "Sign out",
  "page.loading": "Opening the page",
  "page.unsaved": "Something here is not saved, and is lost if you leave this page. Leave it?",
  "page.failed": "This did not work. Please try again in a moment.",
  "page.stale": "Somebody has changed what this page shows.",
  "page.reload": "Reload",

  "nav.work": "Work",

  "nav.campaigns": "Campaigns",

  "nav.settings": "Settings",

  "menu.account": "My account",
});
