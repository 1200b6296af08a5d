"use strict";
const form = document.querySelector("form");
const articles = [...document.querySelectorAll("article")];
const count = document.querySelector("output");

// Each control names the attribute that it filters by; the empty choice admits everything.
function filter() {
  const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = [...form.querySelectorAll("select")].filter((one) => one.value);
  let shown = 0;
  for (const article of articles) {
    const fits = chosen.every((one) => article.dataset[one.name] === one.value);
    const text = words.length ? article.textContent.toLowerCase() : "";
    article.hidden = !(fits && words.every((word) => text.includes(word)));
    shown += article.hidden ? 0 : 1;
  }
  count.textContent = `${shown} / ${articles.length}`;
}

form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
filter();
