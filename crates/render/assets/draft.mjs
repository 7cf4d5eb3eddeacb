// Keeps what is typed in a form on this device until it has been taken in, and sends by itself once the line is back.
// Never keeps passwords or files. A form is taken in when the page after it says so (a note of class "flash good", or "flash warn" where a file was left).

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
  [...form.elements].filter((one) => one.name && !["password", "file", "submit", "button", "hidden"].includes(one.type));

const values = (form) =>
  fields(form)
    .filter((one) => !["checkbox", "radio"].includes(one.type) || one.checked)
    .map((one) => [one.name, one.value]);

const fill = (form, pairs) => {
  const left = [...pairs];
  for (const one of fields(form)) {
    if (["checkbox", "radio"].includes(one.type)) {
      one.checked = left.some(([name, value]) => name === one.name && value === one.value);
    } else {
      const at = left.findIndex(([name]) => name === one.name);
      if (at >= 0) [, one.value] = left.splice(at, 1)[0];
    }
  }
};

const age = (then) => {
  const seconds = Math.round((then - Date.now()) / 1000);
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always", style: "short" });
  return seconds > -60 ? words.format(seconds, "second") : words.format(Math.round(seconds / 60), "minute");
};

const sent = sessionStorage.getItem(SENT);
if (sent && document.querySelector(".flash:is(.good, .warn):not([role=alert])")) {
  localStorage.removeItem(key(sent));
  sessionStorage.removeItem(SENT);
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  const name = form.dataset.draft;
  const line = form.querySelector("[data-draft-line]");
  const [said, offline, discard] = line ? line.children : [];
  let kept = read(name);
  let timer;

  const show = () => {
    if (!line || !kept) return;
    line.hidden = false;
    said.textContent = form.dataset.kept.replace("{age}", age(kept.at));
    discard.hidden = false;
  };

  const keep = () => {
    const pairs = values(form);
    if (!pairs.some(([, value]) => value)) return;
    kept = { at: Date.now(), pairs };
    try {
      localStorage.setItem(key(name), JSON.stringify(kept));
      show();
    } catch {
      // A full or closed store: the form still works, only without a net.
    }
  };

  // What the server gave back is newer than what was kept here.
  if (kept && !document.querySelector(".summary, form[data-given]")) {
    fill(form, kept.pairs);
    show();
    if (line) said.textContent = form.dataset.restored;
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
  });
  addEventListener("pagehide", keep);
  setInterval(show, 10_000);

  discard?.addEventListener("click", () => {
    localStorage.removeItem(key(name));
    kept = null;
    clearTimeout(timer);
    form.reset();
    line.hidden = true;
  });

  let waiting = null;
  form.addEventListener("submit", (event) => {
    keep();
    if (navigator.onLine) {
      sessionStorage.setItem(SENT, name);
      return;
    }
    event.preventDefault();
    waiting = event.submitter;
    if (line) {
      line.hidden = false;
      offline.hidden = false;
    }
    addEventListener("online", () => form.requestSubmit(waiting ?? undefined), { once: true });
  });
}
