// Narrowing: the form is unfolded here, every change in it sets a filter, every tag takes one away.
const OPEN = "vb-unfolded";
const settle = () => {
  const opener = element.querySelector(".vb-narrow-open");
  if (opener) opener.setAttribute("aria-expanded", String(element.classList.contains(OPEN)));
};

element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (!button) return;
  if (button.dataset.act === "form") {
    element.classList.toggle(OPEN);
    settle();
    return;
  }
  trigger("select", { ...button.dataset });
  document.querySelector("#vb-question textarea").focus();
});

element.addEventListener("change", (event) => {
  const { name, value } = event.target;
  if (name) trigger("select", { act: "filter", name, value });
});

element.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !element.classList.contains(OPEN)) return;
  element.classList.remove(OPEN);
  settle();
  element.querySelector(".vb-narrow-open").focus();
});

// What a person sets in a field outlives its attribute, so a filter that is taken away is taken out of the form too.
watch("value", () => {
  settle();
  element.querySelectorAll("select, input").forEach((field) => {
    if (field === document.activeElement) return;
    const chosen = field.querySelector("option[selected]");
    field.value = field.tagName === "SELECT" ? (chosen ? chosen.value : "") : field.getAttribute("value") || "";
  });
});
settle();
