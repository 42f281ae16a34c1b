/** `<details data-drop-down>`: closes by a click elsewhere and by Escape. */
export function startDropDowns() {
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("[data-drop-down][open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    const open = event.target.closest?.("[data-drop-down][open]");
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary").focus();
  });
}
