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

const isOut = (inner, outer) => {
  const a = inner.getBoundingClientRect();
  const b = outer.getBoundingClientRect();
  return a.top < b.top || a.bottom > b.bottom;
};

let opened = null;
watch("value", () => {
  const pane = element.querySelector("[data-opening]");
  const opening = pane && pane.dataset.opening;
  if (!opening || opening === opened) return;
  opened = opening;
  const body = element.querySelector(".vb-body");
  const target = element.querySelector("[data-target]");
  pane.scrollIntoView({ block: "nearest" });
  if (!body || !target) {
    if (body) body.scrollTop = 0;
    if (target) target.focus({ preventScroll: true });
    return;
  }
  body.scrollTop += target.getBoundingClientRect().top - body.getBoundingClientRect().top + 1;
  const mark = target.querySelector("mark");
  if (mark && isOut(mark, body)) {
    const room = body.clientHeight / 3;
    body.scrollTop += mark.getBoundingClientRect().top - body.getBoundingClientRect().top - room;
  }
  target.focus({ preventScroll: true });
});
