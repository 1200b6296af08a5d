// The conversation: chips and links open a source, examples ask themselves, a new question is scrolled to.
let opener = null;
document.addEventListener("vraagbaak:back", () => {
  const place = opener && opener.isConnected ? opener : document.querySelector("#vb-question textarea");
  place.scrollIntoView({ block: "nearest" });
  place.focus();
});

const stamp = (button) => ({ ...button.dataset });

element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (!button) return;
  if (button.dataset.act === "example") {
    trigger("submit", stamp(button));
    return;
  }
  document.querySelectorAll(".vb-opened").forEach((one) => one.classList.remove("vb-opened"));
  const { act, turn, n } = button.dataset;
  element
    .querySelectorAll(`[data-act="${act}"][data-turn="${turn}"][data-n="${n}"]`)
    .forEach((one) => one.classList.add("vb-opened"));
  opener = button;
  trigger("select", stamp(button));
});

let seen = 0;
watch("value", () => {
  const turns = element.querySelectorAll(".vb-turn");
  if (turns.length > seen) turns[turns.length - 1].scrollIntoView({ block: "start" });
  seen = turns.length;
});
