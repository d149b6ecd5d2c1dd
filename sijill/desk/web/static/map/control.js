// The map of control: points as reported, and under them the land that is only inferred, hatched.
import { fetched, frame, told } from "./frame.js";
import { Tip, line, make } from "./tip.js";
import { project } from "./view.js";

const element = document.getElementById("map");
const colours = new Map((element.dataset.sides || "").split(";").filter(Boolean).map((side) => {
  const [colour, name] = side.split(" ");
  return [decodeURIComponent(name), Number(colour)];
}));
const SHARED = 7;
const toneOf = (name) => `h-${colours.get(name) ?? SHARED}`;

function boxOf(ring) {
  const xs = ring.map((p) => p[0]), ys = ring.map((p) => p[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

class Land {
  constructor(svg, cells) {
    this.svg = svg;
    this.cells = cells.map(({ geometry, properties }) => {
      const ring = geometry.coordinates[0].map(project);
      return { ring, box: boxOf(ring), properties };
    });
  }

  // Hatching of one direction for each colour; strokes stay as far apart on every scale.
  patterns() {
    const defs = make("defs", {}, this.svg);
    for (let n = 0; n <= SHARED; n++) {
      const pattern = make("pattern", { id: `hatch-${n}`, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, defs);
      make("path", { class: `strokes h-${n}`, d: "M0 0V7" }, pattern);
    }
    const band = make("pattern", { id: "hatch-band", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(-45)" }, defs);
    make("path", { class: "strokes contested", d: "M0 0V6M0 0H6" }, band);
  }

  draw(view) {
    this.svg.replaceChildren();
    this.patterns();
    for (const { ring, box, properties } of this.cells) {
      const [left, top] = view.toScreen([box[0], box[1]]), [right, bottom] = view.toScreen([box[2], box[3]]);
      if (right < 0 || bottom < 0 || left > view.width || top > view.height) continue;
      const d = `M${ring.map((p) => view.toScreen(p).map((v) => v.toFixed(1)).join(" ")).join("L")}Z`;
      if (properties.state === "held") {
        const node = make("path", { class: `cell ${toneOf(properties.holder)}`, d }, this.svg);
        make("path", { class: "hatch", d, fill: `url(#hatch-${colours.get(properties.holder) ?? SHARED})` }, this.svg);
        node.setAttribute("data-place", properties.place);
      } else if (properties.state === "contested") {
        make("path", { class: "band", d }, this.svg);
        make("path", { class: "hatch", d, fill: "url(#hatch-band)" }, this.svg);
      } else make("path", { class: "blank", d }, this.svg);
    }
  }
}

class Points {
  constructor(svg, tip, sites) {
    this.svg = svg;
    this.tip = new Tip(tip);
    this.sites = sites;
  }

  draw(view) {
    const focused = document.activeElement?.getAttribute?.("aria-label");
    this.svg.replaceChildren();
    this.tip.hide();
    for (const site of this.sites) {
      const [x, y] = view.toScreen(site.at);
      if (x < -20 || y < -20 || x > view.width + 20 || y > view.height + 20) continue;
      const label = spoken(site.place);
      const node = make("g", { role: "button", tabindex: "0", transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, "aria-label": label, class: `state-${site.place.state}` }, this.svg);
      drawPoint(site.place, node);
      this.tip.explains(node, () => describe(site.place), [x, y], view);
      if (focused === label) node.focus({ preventScroll: true });
    }
  }
}

function drawPoint(place, node) {
  if (place.state === "held") {
    const sure = (0.35 + 0.65 * Math.min(1, place.confidence / 0.6)).toFixed(2);
    const shape = place.scale === "area" ? ["path", { d: "M-7-7H7V7H-7Z" }] : ["circle", { r: 7 }];
    make("circle", { class: "ground", r: 7 }, node);
    make(shape[0], { class: `holds ${toneOf(place.holder)}`, "fill-opacity": sure, ...shape[1] }, node);
  } else if (place.state === "contested") {
    const [one, other] = place.contenders.length > 1 ? place.contenders : [place.last_holder, null];
    make("path", { class: `half ${toneOf(one)}`, d: "M0-7A7 7 0 0 0 0 7Z" }, node);
    make("path", { class: other === null ? "half nobody" : `half ${toneOf(other)}`, d: "M0-7A7 7 0 0 1 0 7Z" }, node);
    make("circle", { class: "contested", r: 8.5 }, node);
  } else make("circle", { class: "unsure", r: 6 }, node);
}

const stateWords = (place) => (place.state === "held" ? `held by ${place.holder}` : place.state === "contested" ? `contested: ${place.contenders.join(", ")}` : "unknown who holds it");
const spoken = (place) => `${place.name}: ${stateWords(place)}`;

function describe(place) {
  const head = document.createElement("p");
  const link = document.createElement("a");
  const table = new URL(element.dataset.table, location.href);
  table.searchParams.set("place", place.name);
  link.href = table.pathname + table.search;
  link.dir = "auto";
  link.textContent = place.name;
  head.append(link, ` · ${place.state}`);
  const who = place.state === "held" ? place.holder : place.state === "contested" ? place.contenders.join(" / ") : place.last_holder ? `last told of: ${place.last_holder}` : "";
  const sure = place.state === "unknown" ? "" : `since ${place.since}, last word ${place.last_word}, confidence ${Math.round(100 * place.confidence)} %`;
  const voices = place.by_claimant.map((voice) => `${voice.claimant}: ${voice.says} (${voice.day})`);
  return [head, ...[who, sure, ...voices].filter(Boolean).map((words) => line(words))];
}

// The view outlives a step to another day, so that the eye can compare.
const KEPT = "sijill control view";
function keepView(view) {
  addEventListener("pagehide", () => sessionStorage.setItem(KEPT, JSON.stringify([view.x, view.y, view.scale])));
  const kept = sessionStorage.getItem(KEPT);
  if (!kept || !document.referrer || new URL(document.referrer).pathname !== location.pathname) return;
  [view.x, view.y, view.scale] = JSON.parse(kept);
  view.changed();
}

async function start() {
  const collection = await fetched(element.dataset.areas);
  const points = collection.features.filter((feature) => feature.properties.basis === "reported");
  const sites = points.map(({ geometry, properties }) => ({ at: project(geometry.coordinates), name: properties.name, place: properties }));
  const land = new Land(element.querySelector("svg.land"), collection.features.filter((feature) => feature.properties.basis === "inferred"));
  const signs = new Points(element.querySelector("svg.points"), element.querySelector(".tip"), sites);
  const extent = [...sites.map((site) => site.at), ...land.cells.flatMap((cell) => cell.ring)];
  keepView(await frame(element, sites, { draw(view) { land.draw(view); signs.draw(view); } }, extent));
}

start().catch((fault) => told(element, fault));
