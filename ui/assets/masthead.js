// The masthead: the language switch, remembered by this browser, and the language of the page for screen readers.
element.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-act]");
  if (!button) return;
  document.cookie = `vraagbaak_language=${button.dataset.language}; path=/; max-age=31536000; samesite=lax`;
  trigger("select", { ...button.dataset });
});

const settle = () => {
  const masthead = element.querySelector("[data-language]");
  if (masthead) document.documentElement.lang = masthead.dataset.language;
};
watch("value", settle);
settle();
