// Wires the map together: data in, base on the canvas, signs over it, everything from this machine.
import { Base } from "./base.js";
import { Signs, sitesOf } from "./signs.js";
import { View } from "./view.js";

const element = document.getElementById("map");
const tip = element.querySelector(".tip");

async function fetched(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

function drawScale(view) {
  const scale = element.querySelector(".scale");
  const pixelsPerKm = view.kmToPixels(1, view.y);
  const km = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((k) => k * pixelsPerKm > 60) ?? 5000;
  scale.style.width = `${Math.round(km * pixelsPerKm)}px`;
  scale.textContent = `${km} km`;
}

async function start() {
  const { world, towns, events } = element.dataset;
  const [outlines, names, collection] = await Promise.all([fetched(world), fetched(towns), fetched(events)]);
  const sites = sitesOf(collection);
  const base = new Base(element.querySelector("canvas"), outlines, names);
  const signs = new Signs(element.querySelector("svg"), tip, sites);
  const labels = [...new Map(sites.map((site) => [site.place.name, { name: site.place.name, at: site.at }])).values()];
  let waiting = false;
  const draw = () => { waiting = false; base.draw(view, labels); signs.draw(view); drawScale(view); };
  const view = new View(element, () => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  });
  const all = () => view.fit(sites.map((site) => site.at));
  element.querySelector(".zoom").addEventListener("click", (event) => {
    const act = { in: () => view.zoomBy(1.8), out: () => view.zoomBy(1 / 1.8), all }[event.target.dataset.zoom];
    act?.();
  });
  element.addEventListener("keydown", (event) => { if (event.key === "0") all(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", view.changed);
  all();
  draw();
  element.dataset.ready = String(sites.length);
}

start().catch((fault) => {
  tip.textContent = `The map could not be drawn: ${fault.message}`;
  tip.hidden = false;
});
