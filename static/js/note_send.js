/**
 * Sends a draft. The answer is one of: saved (`html`, `version`), conflict (`html`, `version`: the one stored now),
 * refused (`html` or null), unreachable. Signed out: the page goes to the sign-in.
 */
export async function sendDraft(url, note, version) {
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "HX-Request": "true" },
      body: new URLSearchParams({ ...note, version: String(version) }),
      // Lets a draft arrive though its page is being left. Browsers limit the size of such requests.
      keepalive: note.text.length < 15_000,
    });
  } catch (error) {
    if (error instanceof TypeError) return { outcome: "unreachable" };
    throw error;
  }
  if (response.status === 401) {
    location.assign(response.headers.get("HX-Redirect") ?? "/login");
    return { outcome: "unreachable" };
  }
  if (response.status >= 500 || response.status === 429) return { outcome: "unreachable" };
  if (![200, 409, 422].includes(response.status)) return { outcome: "refused", html: null };
  return understand(response.status, await response.text(), note);
}

function understand(status, html, note) {
  const answer = new DOMParser().parseFromString(html, "text/html");
  const version = answer.querySelector("[data-version]")?.dataset.version;
  if (status === 200) return { outcome: "saved", html, version };
  if (status === 422) return { outcome: "refused", html };
  const theirs = answer.querySelector("[data-conflict-text]")?.textContent;
  const theirType = answer.querySelector("[data-conflict-type]")?.textContent ?? "";
  // What is stored is what we wanted to store: our own saving, whose answer was lost on the way.
  if (theirs === note.text && theirType === note.type) {
    return { outcome: "saved", html: null, version };
  }
  return { outcome: "conflict", html, version };
}

/** Where the note of a call (`17`), or a consultation without one (`c5`), is kept while it is typed. */
export function draftUrl(key) {
  return key.startsWith("c") ? `/consultations/${key.slice(1)}/draft` : `/calls/${key}/draft`;
}
