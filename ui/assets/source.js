// The source pane: scroll to what was opened, put the keyboard there, and find the way back.
const goBack = () => document.dispatchEvent(new Event("vraagbaak:back"));

element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (!button) return;
  if (button.dataset.act === "back") goBack();
  else trigger("select", { ...button.dataset });
});

element.addEventListener("keydown", (event) => {
  if (event.key === "Escape") goBack();
});

const STUCK = 40; // the height of the label that stays at the top
const isOut = (inner, outer) => {
  const a = inner.getBoundingClientRect();
  const b = outer.getBoundingClientRect();
  return a.top < b.top + STUCK || a.bottom > b.bottom;
};

const focusOn = (one) => {
  if (!one.hasAttribute("tabindex")) one.tabIndex = -1;
  one.focus({ preventScroll: true });
};

const scrollTo = (body, target, mark) => {
  body.scrollTop += target.getBoundingClientRect().top - body.getBoundingClientRect().top + 1;
  if (mark && isOut(mark, body)) {
    const room = body.clientHeight / 3;
    body.scrollTop += mark.getBoundingClientRect().top - body.getBoundingClientRect().top - room;
  }
};

let opened = null;
watch("value", () => {
  const pane = element.querySelector(".vb-pane");
  const opening = pane.dataset.opening || null;
  if (opening === opened) return;
  opened = opening;
  pane.scrollIntoView({ block: "nearest" });
  const body = pane.querySelector(".vb-body");
  const target = pane.querySelector("[data-target]");
  const mark = pane.querySelector("[data-target] mark");
  if (body && target) scrollTo(body, target, mark);
  else if (body) body.scrollTop = 0;
  focusOn(mark || pane.querySelector("[data-target] h3") || target || body || pane.querySelector("h2"));
});
