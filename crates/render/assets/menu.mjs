// Small comforts of the frame. Everything here works without it, only less smoothly.

const drops = () => [...document.querySelectorAll("details.drop[open]")];

// One open list at a time; Escape and a click elsewhere close it and give the focus back.
document.addEventListener("click", (event) => {
  for (const drop of drops()) if (!drop.contains(event.target)) drop.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const drop of drops()) {
    drop.open = false;
    drop.querySelector("summary")?.focus();
  }
});

// "/" goes to the search of the page, as long as nobody is typing.
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
  const own = document.querySelector("main input[type=search]");
  const search = own ?? document.querySelector("input[type=search]");
  if (event.key === "/" && !typing && search) {
    event.preventDefault();
    // The search of the frame waits in a list that opens.
    search.closest("details")?.setAttribute("open", "");
    search.focus();
  }
});

// Up and down walk through the rows of a table that says so.
document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = event.target instanceof HTMLElement && event.target.closest("table[data-rows] tbody tr");
  if (!row || event.target.closest("input, textarea, select")) return;
  const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
  const link = next?.querySelector("a");
  if (link) {
    event.preventDefault();
    link.focus();
  }
});

// What was typed on a shared device stays with whoever typed it: of others nothing is kept, and of nobody who signed
// out. A session that merely ended leaves everything. A form that was taken in, as the page after it says, is forgotten.
const forget = () => {
  const { member, left } = document.body.dataset;
  const sent = sessionStorage.getItem("reflex-sent");
  sessionStorage.removeItem("reflex-sent");
  if (sent && document.querySelector(".flash:is(.good, .warn):not([role=alert])")) {
    localStorage.removeItem(`reflex-draft:${sent}`);
  }
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith("reflex-draft:"))) {
    const isOther = member && !key.startsWith(`reflex-draft:${member}:`);
    if (isOther || left !== undefined) localStorage.removeItem(key);
  }
};
try {
  forget();
} catch {
  // A closed store has kept nothing.
}

// A form that was invalid shows its summary first.
document.querySelector(".summary")?.focus();
