// Hovering or choosing a claim lights up its words, and the other way round. Without this script the links (?claim=…) do the same.
"use strict";
(() => {
  const cards = [...document.querySelectorAll("[data-claim]")];
  const marks = [...document.querySelectorAll(".text mark[data-claims]")];
  if (!cards.length) return;
  const claimsOf = (mark) => mark.dataset.claims.split(" ");
  let chosen = document.querySelector("[data-claim].lit")?.dataset.claim ?? null; // as the server lit it, which knows what stands in the place of an older claim

  function light(claims) {
    for (const mark of marks) mark.classList.toggle("lit", claimsOf(mark).some((id) => claims.includes(id)));
    for (const card of cards) card.classList.toggle("lit", claims.includes(card.dataset.claim));
  }
  const rest = () => light(chosen ? [chosen] : []);

  function choose(id, from) {
    chosen = id;
    const url = new URL(location.href);
    url.searchParams.set("claim", id);
    history.replaceState(null, "", url);
    rest();
    const target = from === "card" ? marks.find((mark) => claimsOf(mark).includes(id)) : document.getElementById(`claim-${id}`);
    target?.scrollIntoView({ block: "nearest", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  for (const card of cards) {
    const id = card.dataset.claim;
    card.addEventListener("mouseenter", () => light([id]));
    card.addEventListener("mouseleave", rest);
    card.addEventListener("focusin", () => light([id]));
    card.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (event.target.closest("form, details")) return;
      if (link && !link.classList.contains("to-words")) return;
      event.preventDefault();
      choose(id, "card");
    });
  }
  for (const mark of marks) {
    mark.addEventListener("mouseenter", () => light(claimsOf(mark)));
    mark.addEventListener("mouseleave", rest);
    mark.addEventListener("click", () => {
      const ids = claimsOf(mark);
      choose(ids[(ids.indexOf(chosen) + 1) % ids.length], "text");
    });
  }
  rest();
})();
