// Somebody who was led here because they came plainly: a browser that trusts this server already goes on by itself.
const page = document.querySelector("[data-led]");

try {
  await fetch(page.dataset.probe, { mode: "no-cors", credentials: "omit", cache: "no-store" });
  location.replace(page.dataset.url);
} catch {
  // It does not trust yet: the page says what to do.
}
