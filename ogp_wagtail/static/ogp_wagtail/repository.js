/* Uploads one file a request, two at a time, with what became of each; drag and drop; counts that follow the reading.
   Without it the form sends all files at once and the page says the same. */
(() => {
  const form = document.querySelector("[data-ogp-upload]");
  if (!form) return;
  const words = form.dataset;
  const list = document.querySelector("[data-ogp-arrived]");
  const sent = document.querySelector("[data-ogp-sent]");
  const bar = sent.querySelector("progress");
  const count = sent.querySelector("[data-ogp-count]");
  const queue = [];
  let done = 0;
  let total = 0;
  let running = 0;

  const line = (name) => {
    const entry = document.createElement("li");
    const title = document.createElement("strong");
    const said = document.createElement("span");
    title.textContent = name;
    said.textContent = `: ${words.sending} …`;
    entry.append(title, said);
    list.append(entry);
    return { entry, said };
  };

  const tell = (place, answer) => {
    const size = answer.size ? ` (${Math.ceil(answer.size / 1024)} KB, ${answer.folder})` : "";
    place.said.textContent = `: ${answer.message}${size}`;
    place.entry.className = `ogp-${answer.outcome}`;
    if (answer.sha256) {
      const hash = document.createElement("code");
      hash.textContent = `SHA-256 ${answer.sha256}`;
      place.entry.append(document.createElement("br"), hash);
    }
  };

  const send = async (file, path) => {
    if (file.size > Number(words.most) * 1048576) return { outcome: "refused", message: words.tooLarge };
    const data = new FormData();
    for (const name of ["csrfmiddlewaretoken", "do", "folder"]) data.append(name, form.elements[name].value);
    data.append("path", path);
    data.append("files", file);
    try {
      const answer = await fetch(window.location.href, { method: "POST", body: data, headers: { Accept: "application/json" } });
      return await answer.json();
    } catch {
      return { outcome: "refused", message: words.failed };
    }
  };

  const next = async () => {
    const one = queue.shift();
    if (!one) return;
    running += 1;
    tell(one.place, await send(one.file, one.path));
    running -= 1;
    done += 1;
    bar.value = done;
    count.textContent = `${done} ${words.sum} ${total}`;
    if (queue.length) next();
    else if (!running) document.querySelector("[data-ogp-again]").hidden = false;
  };

  const add = (files) => {
    for (const { file, path } of files) queue.push({ file, path, place: line(path || file.name) });
    total += files.length;
    bar.max = total;
    sent.hidden = !total;
    while (running < 2 && queue.length) next();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const inputs = [...form.querySelectorAll("input[type=file]")];
    add(inputs.flatMap((one) => [...one.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }))));
    for (const one of inputs) one.value = "";
  });

  const read = (entry, path) =>
    new Promise((resolve) => {
      if (entry.isFile) entry.file((file) => resolve([{ file, path: path + file.name }]), () => resolve([]));
      else {
        const reader = entry.createReader();
        const found = [];
        const more = () =>
          reader.readEntries(async (some) => {
            if (!some.length) return resolve(found);
            for (const one of some) found.push(...(await read(one, `${path}${entry.name}/`)));
            return more();
          }, () => resolve(found));
        more();
      }
    });

  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("ogp-over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("ogp-over"));
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("ogp-over");
    const entries = [...event.dataTransfer.items].map((one) => one.webkitGetAsEntry()).filter(Boolean);
    for (const entry of entries) add(await read(entry, ""));
  });

  const all = document.querySelector("[data-ogp-tick-all]");
  if (all) {
    all.hidden = false;
    all.addEventListener("click", () => {
      for (const box of document.querySelectorAll("input[name=item]")) box.checked = true;
    });
  }

  const reading = document.querySelector("[data-ogp-progress] progress");
  const look = async () => {
    const answer = await (await fetch(window.location.pathname, { headers: { Accept: "application/json" } })).json();
    reading.max = answer.total || 1;
    reading.value = answer.done;
    for (const one of answer.states) {
      const place = document.querySelector(`[data-ogp-state=${one.state}]`);
      if (place) place.textContent = one.count;
    }
    if (answer.waiting) setTimeout(look, 3000);
  };
  if (reading && reading.value < reading.max) setTimeout(look, 3000);
})();
