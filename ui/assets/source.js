// The source pane: scroll to what was opened, put the keyboard there, and find the way back.
const goBack = () => document.dispatchEvent(new Event("vraagbaak:back"));

element.addEventListener("click", (event) => {
  const one = event.target.closest("[data-act]");
  if (!one || one.dataset.act === "copy") return;
  if (one.dataset.act === "back") return goBack();
  // A link that is to open elsewhere keeps its own way.
  if (one.tagName === "A") {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    one.closest("details")?.removeAttribute("open");
  }
  trigger("select", { ...one.dataset });
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

// The first box on the page's picture is brought into view once the picture has its size.
const scrollToBox = (sheet) => {
  const picture = sheet.querySelector("img");
  const box = sheet.querySelector(".vb-box");
  if (!picture) return;
  const scroll = () => {
    sheet.scrollTop = box ? box.offsetTop - sheet.clientHeight / 3 : 0;
  };
  if (picture.complete) scroll();
  else picture.addEventListener("load", scroll, { once: true });
};

let opened = null;
watch("value", () => {
  const pane = element.querySelector(".vb-pane");
  const opening = pane.dataset.opening || null;
  if (opening === opened) return;
  opened = opening;
  pane.scrollIntoView({ block: "nearest" });
  const body = pane.querySelector(".vb-body");
  const sheet = pane.querySelector(".vb-sheet");
  const target = pane.querySelector("[data-target]");
  const mark = pane.querySelector("[data-target] mark");
  if (body && target) scrollTo(body, target, mark);
  else if (body) body.scrollTop = 0;
  if (sheet) scrollToBox(sheet);
  if (element.contains(document.activeElement) && document.activeElement.closest(".vb-sheet, [data-act=sheet]")) return;
  focusOn(mark || pane.querySelector("[data-target] h3") || target || body || pane.querySelector("h2"));
});
