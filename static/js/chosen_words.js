/** `<details data-chosen-words="none">`: its summary says what is ticked in it. */
export function startChosenWords() {
  document.addEventListener("change", (event) => {
    const choice = event.target.closest("[data-chosen-words]");
    if (choice === null) return;
    const ticked = [...choice.querySelectorAll("label:has(:checked)")];
    const words = ticked.map((label) => label.textContent.trim()).join(", ");
    choice.querySelector("[data-chosen]").textContent = words || choice.dataset.chosenWords;
  });
}
