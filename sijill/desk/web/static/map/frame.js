// What every map page shares: data in, base on the canvas, zoom buttons, keys and scale, everything from this machine.
import { Base } from "./base.js";
import { View } from "./view.js";

export async function fetched(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

function drawScale(element, view) {
  const scale = element.querySelector(".scale");
  const pixelsPerKm = view.kmToPixels(1, view.y);
  const km = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((k) => k * pixelsPerKm > 60) ?? 5000;
  scale.style.width = `${Math.round(km * pixelsPerKm)}px`;
  scale.textContent = `${km} km`;
}

// Shows `sites` (each {at, name}) over the base map; `over.draw(view)` draws whatever lies on top; `extent`: points that the whole view holds. Gives the view.
export async function frame(element, sites, over, extent = sites.map((site) => site.at)) {
  const { world, towns } = element.dataset;
  const [outlines, names] = await Promise.all([fetched(world), fetched(towns)]);
  const base = new Base(element.querySelector("canvas"), outlines, names);
  const labels = [...new Map(sites.map((site) => [site.name, site])).values()];
  let waiting = false;
  const draw = () => { waiting = false; base.draw(view, labels); over.draw(view); drawScale(element, view); };
  const view = new View(element, () => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  });
  const all = () => view.fit(extent);
  element.querySelector(".zoom").addEventListener("click", (event) => {
    const act = { in: () => view.zoomBy(1.8), out: () => view.zoomBy(1 / 1.8), all }[event.target.dataset.zoom];
    act?.();
  });
  element.addEventListener("keydown", (event) => { if (event.key === "0") all(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", view.changed);
  all();
  draw();
  element.dataset.ready = String(sites.length);
  return view;
}

export function told(element, fault) {
  const tip = element.querySelector(".tip");
  tip.textContent = `The map could not be drawn: ${fault.message}`;
  tip.hidden = false;
}
