// Live figures: counts what is new on the event stream, says so, and fetches the marked part of the page anew.
// The browser itself repeats a lost line with Last-Event-ID, so nothing is missed and nothing counted twice.

const place = document.querySelector("[data-live]");
if (place) {
  const { live, swap, lost, back } = place.dataset;
  const pattern = place.dataset.new;
  const digits = new Intl.NumberFormat(document.documentElement.lang);
  const button = document.createElement("button");
  button.type = "button";
  let fresh = 0;
  let broken = false;

  const say = (text, state) => {
    place.classList.toggle("lost", state === "lost");
    place.replaceChildren(text);
    place.hidden = false;
  };

  const offer = () => {
    if (fresh === 0) {
      place.hidden = true;
      return;
    }
    button.textContent = pattern.replace("{n}", digits.format(fresh));
    say(button);
  };

  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const answer = await fetch(location.href, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const part = page.getElementById(swap);
      const here = document.getElementById(swap);
      if (!answer.ok || !part || !here) {
        location.reload();
        return;
      }
      here.replaceWith(part);
      fresh = 0;
      offer();
    } catch {
      say(lost, "lost");
    } finally {
      button.disabled = false;
    }
  });

  const stream = new EventSource(live);
  const note = () => {
    fresh += 1;
    offer();
  };
  stream.addEventListener("message", note);
  stream.addEventListener("change", note);
  stream.addEventListener("error", () => {
    broken = true;
    say(lost, "lost");
  });
  stream.addEventListener("open", () => {
    if (!broken) return;
    broken = false;
    say(back);
    setTimeout(offer, 3000);
  });
  addEventListener("pagehide", () => stream.close());
}
