/** The server's own sentence in an answer that refuses, as a toast or a notice says it; null where none came. */
export function refusal(answer) {
  const page = new DOMParser().parseFromString(answer, "text/html");
  return page.querySelector("[data-toast], .page_notice")?.textContent.trim() || null;
}
