// Keeps what is typed in a form on this device until it has been taken in, and sends by itself once the line is back.
// Never keeps passwords, files or hidden values. What has been taken in is forgotten by `menu.mjs`, on the page after it.

const SENT = "reflex-sent";
const key = (name) => `reflex-draft:${name}`;

const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(key(name)));
  } catch {
    return null;
  }
};

const fields = (form) =>
  [...form.elements].filter(
    (one) => one.name && one.name !== "settled" && !["password", "file", "submit", "button", "hidden"].includes(one.type),
  );

/** What a field is kept as; one whose place in a list changes says its own name. */
const nameOf = (one) => one.dataset.keep ?? one.name;

const values = (form) =>
  fields(form)
    .filter((one) => !["checkbox", "radio"].includes(one.type) || one.checked)
    .map((one) => [nameOf(one), one.value]);

const fill = (form, pairs) => {
  const left = [...pairs];
  for (const one of fields(form)) {
    if (["checkbox", "radio"].includes(one.type)) {
      one.checked = left.some(([name, value]) => name === nameOf(one) && value === one.value);
    } else {
      const at = left.findIndex(([name]) => name === nameOf(one));
      if (at >= 0) [, one.value] = left.splice(at, 1)[0];
    }
  }
};

/** Where the form has room for everything that was typed; null where that is here. */
const roomier = (form, pairs) => {
  const names = new Set(fields(form).map(nameOf));
  const lacking = pairs.filter(([name, value]) => value && !names.has(name)).map(([name]) => name);
  if (lacking.length === 0) return null;
  const there = new URL(form.dataset.all, location.href);
  const rows = new Map();
  for (const name of lacking) {
    const [, list, at] = name.match(/^(\w+)\.(\d+)\./) ?? [];
    if (list) rows.set(list, Math.max(rows.get(list) ?? 0, Number(at) + 1));
  }
  for (const [list, count] of rows) there.searchParams.append("rows", `${list}.${count}`);
  return there.href === location.href.split("#")[0] ? null : there;
};

const age = (then) => {
  const seconds = Math.round((then - Date.now()) / 1000);
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always", style: "short" });
  return seconds > -60 ? words.format(seconds, "second") : words.format(Math.round(seconds / 60), "minute");
};

const watch = (form) => {
  const name = form.dataset.draft;
  const line = form.querySelector("[data-draft-line]");
  const [said, offline, discard] = line ? line.children : [];
  // What the server gave back is newer than what was kept here.
  const isGiven = Boolean(document.querySelector(".summary, form[data-given]"));
  let kept = read(name);
  let isTouched = isGiven;
  let timer;

  const show = () => {
    if (!line || !kept) return;
    line.hidden = false;
    said.textContent = form.dataset.kept.replace("{age}", age(kept.at));
    discard.hidden = false;
  };

  const keep = () => {
    const pairs = values(form);
    if (!isTouched || !pairs.some(([, value]) => value)) return;
    kept = { at: Date.now(), pairs };
    try {
      localStorage.setItem(key(name), JSON.stringify(kept));
      show();
    } catch {
      // A full or closed store: the form still works, only without a net.
    }
  };

  if (kept && !isGiven) {
    const there = roomier(form, kept.pairs);
    if (there) {
      location.replace(there);
      return;
    }
    fill(form, kept.pairs);
    show();
    if (line) said.textContent = form.dataset.restored;
  }

  form.addEventListener("input", () => {
    isTouched = true;
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
  });
  addEventListener("pagehide", keep);
  setInterval(show, 10_000);

  discard?.addEventListener("click", () => {
    localStorage.removeItem(key(name));
    kept = null;
    isTouched = false;
    clearTimeout(timer);
    form.reset();
    line.hidden = true;
  });

  form.addEventListener("submit", (event) => {
    isTouched = true;
    keep();
    if (navigator.onLine) {
      sessionStorage.setItem(SENT, name);
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    if (line) {
      line.hidden = false;
      offline.hidden = false;
    }
    addEventListener("online", () => form.requestSubmit(submitter ?? undefined), { once: true });
  });
};

document.querySelectorAll("form[data-draft]").forEach(watch);
