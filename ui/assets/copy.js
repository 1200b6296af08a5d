// Copying, on every page: a button's text or address to the clipboard, and a word on whether that worked.
(() => {
  const words = (name) => document.querySelector(".vb-masthead")?.dataset[name] || "";

  const say = (text) => {
    let place = document.getElementById("vb-said");
    if (!place) {
      place = document.createElement("div");
      place.id = "vb-said";
      place.setAttribute("role", "status");
      document.body.append(place);
    }
    place.textContent = text;
    place.classList.add("vb-shown");
    clearTimeout(place.timer);
    place.timer = setTimeout(() => place.classList.remove("vb-shown"), 2500);
  };

  // Without a secure connection there is no navigator.clipboard; then a selected field is copied.
  const copied = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
    const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest('button[data-act="copy"]');
    if (!button) return;
    const { copy, link } = button.dataset;
    const done = await copied(copy ?? new URL(link, location.href).href);
    button.focus();
    say(words(done ? "copied" : "notCopied"));
  });
})();
