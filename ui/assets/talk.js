// The conversation: chips and links open a source, examples ask themselves, answers are judged and taken along.
let opener = null;
const box = () => document.querySelector("#vb-question textarea");

document.addEventListener("vraagbaak:back", () => {
  const place = opener && opener.isConnected ? opener : box();
  place.scrollIntoView({ block: "nearest" });
  place.focus();
});

// Escape, wherever one is on the left, stops the answer that is being written.
document.getElementById("vb-left").addEventListener("keydown", (event) => {
  const stop = document.getElementById("vb-stop");
  if (event.key === "Escape" && stop && stop.offsetParent) stop.click();
});

const show = (button) => {
  document.querySelectorAll(".vb-opened").forEach((one) => one.classList.remove("vb-opened"));
  const { act, turn, n } = button.dataset;
  element
    .querySelectorAll(`[data-act="${act}"][data-turn="${turn}"][data-n="${n}"]`)
    .forEach((one) => one.classList.add("vb-opened"));
  opener = button;
  trigger("select", { ...button.dataset });
};

const acts = {
  example: (button) => trigger("submit", { ...button.dataset }),
  retry: (button) => trigger("submit", { ...button.dataset }),
  edit: (button) => {
    trigger("edit", { ...button.dataset });
    box().focus();
  },
  word: (button) => trigger("copy", { ...button.dataset }),
  copy: () => {},
};
acts["edit-last"] = acts.leave = acts.edit;
acts.markdown = acts.word;

element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (button) (acts[button.dataset.act] || show)(button);
});

element.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  const verdict = event.submitter ? event.submitter.value : "";
  trigger("like", { turn: form.dataset.turn, verdict, note: form.elements.note.value });
});

// The box is emptied once its question is shown to be asked; what was typed since stays.
const empty = (question) => {
  if (box().value.trim() !== question) return;
  box().value = "";
  box().dispatchEvent(new Event("input", { bubbles: true }));
};

let seen = 0;
watch("value", () => {
  const turns = element.querySelectorAll(".vb-turn");
  const last = turns[turns.length - 1];
  if (last && last.hasAttribute("aria-busy")) empty(last.querySelector(".vb-asked").textContent);
  if (turns.length > seen) last.scrollIntoView({ block: "start" });
  seen = turns.length;
});
