// @ts-check
// Somebody who was led here because they came plainly: a browser that trusts this server already goes on by itself.
import { need } from "../components/elements.js";

const { probe = "", url = "" } = need("[data-led]").dataset;

try {
  await fetch(probe, { mode: "no-cors", credentials: "omit", cache: "no-store" });
  location.replace(url);
} catch (error) {
  // It does not trust yet: the page says what to do.
  if (!(error instanceof TypeError)) throw error;
}
