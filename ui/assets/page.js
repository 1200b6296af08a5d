// A page beside the window: the language switch, letters that are added and removed, a state that is looked at again.
(() => {
  const HEADERS = { "x-vraagbaak": "1" };

  document.querySelector(".vb-switch")?.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-language]");
    if (!button) return;
    document.cookie = `vraagbaak_language=${button.dataset.language}; path=/; max-age=31536000; samesite=lax`;
    location.reload();
  });

  const again = document.querySelector("[data-again]");
  if (again) setTimeout(() => location.reload(), again.dataset.again * 1000);

  // Adding: each file is sent with its own progress; then all are read together.
  const place = document.getElementById("vb-add");
  if (place) {
    const words = place.dataset;
    const list = document.getElementById("vb-adding");
    const report = document.getElementById("vb-report");
    let busy = false;

    const line = (name) => {
      const item = document.createElement("li");
      const file = Object.assign(document.createElement("span"), { className: "vb-file", textContent: name });
      const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 });
      bar.setAttribute("aria-label", name);
      const state = Object.assign(document.createElement("span"), { textContent: words.waiting });
      item.append(file, bar, state);
      list.append(item);
      return {
        name,
        show: (text, part) => {
          state.textContent = text;
          if (part === null) bar.removeAttribute("value");
          else bar.value = part;
        },
        fail: (why) => {
          state.textContent = words.failed;
          bar.value = 0;
          item.append(Object.assign(document.createElement("span"), { className: "vb-why", textContent: why }));
        },
      };
    };

    const send = (file, shown) =>
      new Promise((resolve) => {
        if (file.size > Number(words.most)) return resolve(shown.fail(words.large));
        const request = new XMLHttpRequest();
        request.open("PUT", `/letters/files/${encodeURIComponent(file.name)}`);
        Object.entries(HEADERS).forEach(([name, value]) => request.setRequestHeader(name, value));
        request.upload.onprogress = (event) => shown.show(words.sending, (event.loaded / event.total) * 0.9);
        request.onerror = () => resolve(shown.fail(words.lost));
        request.onload = () => {
          let answer = {};
          try {
            answer = JSON.parse(request.responseText);
          } catch {
            answer.error = words.lost;
          }
          if (answer.word) shown.show(words.waiting, 0.9);
          else shown.fail(answer.error);
          resolve(answer.word);
        };
        request.send(file);
      });

    const tell = (text, trouble) => {
      report.textContent = text;
      report.className = trouble ? "vb-trouble" : "";
    };

    const finish = (lines, last) => {
      if (last.error) {
        lines.forEach((one) => one.fail(last.error));
        return tell(last.error, true);
      }
      const failed = Object.fromEntries(last.report.failed.map((one) => [one.source, one.error]));
      const skipped = Object.fromEntries(last.report.skipped.map((one) => [one.source, one.reason]));
      lines.forEach((one) => {
        const why = failed[one.kept] || skipped[one.kept];
        if (why) one.fail(why);
        else one.show(words.done, 1);
      });
      tell(last.said, false);
      const done = Object.keys(failed).length === 0 && Object.keys(skipped).length === 0;
      if (done) setTimeout(() => location.reload(), 1500);
    };

    const read = async (lines, names) => {
      const answer = await fetch("/letters/read", {
        method: "POST",
        headers: { ...HEADERS, "content-type": "application/json" },
        body: JSON.stringify({ words: names }),
      });
      if (!answer.ok) return finish(lines, await answer.json());
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = "";
      let last = null;
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        text += part.value;
        const whole = text.split("\n");
        text = whole.pop();
        whole.forEach((one) => {
          last = JSON.parse(one);
          // A file may be kept under another name than the one it was sent with.
          if (last.names) lines.forEach((one, at) => { one.kept = last.names[at]; });
          if (!last.stage) return;
          if (last.stage === "reading") lines.filter((one) => one.kept === last.name).forEach((one) => one.show(words.read, 0.95));
          tell(last.total > 1 ? `${last.said} (${last.done}/${last.total})` : last.said, false);
        });
      }
      finish(lines, last);
    };

    const add = async (files) => {
      if (busy || !files.length) return;
      busy = true;
      list.replaceChildren();
      tell("", false);
      try {
        const sent = [];
        for (const file of files) {
          const shown = line(file.name);
          const word = await send(file, shown);
          if (word) sent.push([shown, word]);
        }
        if (sent.length) await read(sent.map((one) => one[0]), sent.map((one) => one[1]));
      } catch {
        tell(words.lost, true);
      } finally {
        busy = false;
      }
    };

    const over = (is) => place.classList.toggle("vb-over", is);
    document.addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
    document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) over(false); });
    document.addEventListener("drop", (event) => { event.preventDefault(); over(false); add([...event.dataTransfer.files]); });
    document.getElementById("vb-files").addEventListener("change", (event) => {
      add([...event.target.files]);
      event.target.value = "";
    });
  }

  // Removing: asked first, in a dialog that says what is to go.
  const sure = document.getElementById("vb-sure");
  if (sure) {
    const trouble = sure.querySelector(".vb-trouble");
    let letter = "";
    document.addEventListener("click", (event) => {
      const button = event.target.closest('[data-act="remove"]');
      if (!button) return;
      letter = button.dataset.letter;
      document.getElementById("vb-sure-what").textContent = button.dataset.title;
      trouble.hidden = true;
      sure.showModal();
      sure.querySelector('[value="no"]').focus();
    });
    sure.querySelector('[value="yes"]').addEventListener("click", async () => {
      const answer = await fetch(`/letter/${encodeURIComponent(letter)}/remove`, { method: "POST", headers: HEADERS });
      const said = await answer.json();
      if (!answer.ok) {
        trouble.textContent = said.error;
        trouble.hidden = false;
        return;
      }
      sessionStorage.setItem("vraagbaak_said", said.said);
      location.reload();
    });
    const said = sessionStorage.getItem("vraagbaak_said");
    if (said) {
      sessionStorage.removeItem("vraagbaak_said");
      const count = document.querySelector(".vb-count");
      if (count) count.textContent = `${said} ${count.textContent}`;
    }
  }
})();
