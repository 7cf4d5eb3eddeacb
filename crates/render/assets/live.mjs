// Live pages: hears that something changed, fetches the marked parts of the page anew, and says how much is new.
// Nothing is missed: the server replays what came after the last event that the page names. Nothing is counted twice: a
// page that was fetched is listened on from the last event that it names itself. An event's name tells no order.
// Refuses to move a page under whoever types or has selected text in it: a button offers what is new instead.

const TOGETHER = 1500; // changes that come within this time are fetched at once
const REST = 5000; // the least time between two fetches that nobody asked for
const NOTE = 8000; // how long a note is shown
const PATIENCE = 4000; // how long a line may be away before it is called lost
const AGAIN = 30_000; // when a line that was refused is tried again

/** The event that an address of events starts after. */
const eventOf = (address) => new URL(address, location.href).searchParams.get("after");

/** The element of the new part that takes the place of one of the old part: by its id, else by its link and order. */
const twin = (one, old, fresh) => {
  const link = one.getAttribute("href");
  const alike = one.id ? `#${CSS.escape(one.id)}` : link === null ? one.localName : `${one.localName}[href="${CSS.escape(link)}"]`;
  return fresh.querySelectorAll(alike)[[...old.querySelectorAll(alike)].indexOf(one)];
};

/** Puts a new part in the place of the old one: what was open, scrolled and focused stays so. */
const put = (old, fresh) => {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const next = focused && (twin(focused, old, fresh) ?? document.getElementById("main"));
  for (const one of old.querySelectorAll("details")) {
    const other = twin(one, old, fresh);
    if (other) other.open = one.open;
  }
  const scrolled = [...old.querySelectorAll(".scroll, .sticky")]
    .filter((one) => one.scrollLeft || one.scrollTop)
    .map((one) => [twin(one, old, fresh), one.scrollLeft, one.scrollTop]);
  old.replaceWith(fresh);
  for (const [one, left, top] of scrolled) one?.scrollTo({ left, top, behavior: "instant" });
  next?.focus({ preventScroll: true });
};

const follow = (place) => {
  const digits = new Intl.NumberFormat(document.documentElement.lang);
  const button = Object.assign(document.createElement("button"), { type: "button" });
  const heard = new Set(); // records with a change that is not shown yet
  let words = { ...place.dataset };
  let last = eventOf(words.live);
  let [note, noteTimer, isOffered] = ["", null, false];
  let [stream, lineTimer, isLost] = [null, null, false];
  let [fetchTimer, fetchedAt, isFetching] = [null, 0, false];

  const parts = (page) => words.parts.split(" ").map((id) => page.getElementById(id));
  const counted = (pattern, count) => pattern.replace("{n}", digits.format(count));

  const draw = () => {
    place.classList.toggle("lost", isLost);
    const text = isLost ? words.lost : note;
    if (text) place.replaceChildren(text);
    else if (!isOffered || heard.size === 0) place.replaceChildren();
    else {
      button.textContent = counted(words.new, heard.size);
      if (button.parentNode !== place) place.replaceChildren(button);
    }
  };

  const say = (text) => {
    note = text;
    clearTimeout(noteTimer);
    noteTimer = setTimeout(() => { note = ""; draw(); }, NOTE);
    draw();
  };

  const offer = () => {
    isOffered = true;
    draw();
  };

  const isReading = () => {
    if (document.activeElement?.matches("input, select, textarea")) return true;
    const selected = getSelection();
    const range = selected && !selected.isCollapsed && selected.getRangeAt(0);
    return Boolean(range) && parts(document).some((part) => part && range.intersectsNode(part));
  };

  const show = (page, next) => {
    const count = heard.size;
    const fresh = parts(page);
    parts(document).forEach((old, place) => put(old, fresh[place]));
    words = { ...next.dataset };
    last = eventOf(words.live);
    heard.clear();
    isOffered = false;
    // What happened while the page was on its way is told again.
    rest();
    listen();
    say(counted(words.swapped, count));
  };

  const refresh = async (isAsked) => {
    isFetching = true;
    button.disabled = true;
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector("[data-live]");
      const isWhole = next && [...parts(page), ...parts(document)].every(Boolean);
      if (isWhole && (isAsked || !isReading())) show(page, next);
      else if (isAsked) location.reload();
      else offer();
    } catch {
      // The line says by itself that it is lost; what is new stays to be fetched.
      offer();
    } finally {
      [isFetching, fetchedAt, button.disabled] = [false, Date.now(), false];
      if (heard.size > 0 && !isOffered) plan();
    }
  };

  const plan = () => {
    if (fetchTimer || isFetching) return;
    const rest = fetchedAt + REST - Date.now();
    fetchTimer = setTimeout(() => {
      fetchTimer = null;
      if (isReading()) offer();
      else refresh(false);
    }, Math.max(TOGETHER, rest));
  };

  const hear = (event) => {
    last = event.lastEventId;
    heard.add(JSON.parse(event.data).record);
    if (words.mode === "offer") offer();
    else {
      draw();
      plan();
    }
  };

  const isBack = () => {
    clearTimeout(lineTimer);
    lineTimer = null;
    if (!isLost) return;
    isLost = false;
    say(words.back);
  };

  const isAway = () => {
    lineTimer ??= setTimeout(() => { isLost = true; draw(); }, PATIENCE);
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN);
  };

  const listen = () => {
    if (document.hidden || (stream && stream.readyState !== EventSource.CLOSED)) return;
    const address = new URL(words.live, location.href);
    address.searchParams.set("after", last);
    stream = new EventSource(address);
    stream.addEventListener("change", hear);
    stream.addEventListener("open", isBack);
    stream.addEventListener("error", isAway);
  };

  // A page that nobody sees leaves its line to those that are seen.
  const rest = () => {
    stream?.close();
    clearTimeout(lineTimer);
    lineTimer = null;
  };

  button.addEventListener("click", () => refresh(true));
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
};

const place = document.querySelector("[data-live]");
if (place) follow(place);
