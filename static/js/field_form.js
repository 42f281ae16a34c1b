/** The form of a custom field: choices are asked for only where there is something to choose. */

export function startFieldForm() {
  for (const kind of document.querySelectorAll("[data-field-form] [name=kind]")) {
    const show = () => {
      kind.form.querySelector(".field_choices").hidden = kind.value !== "choice";
    };
    kind.addEventListener("change", show);
    show();
  }
}
