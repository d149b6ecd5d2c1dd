// Events as signs over the base map: colour by family, shape by how exactly the place is known, one sign with a tally where several meet.
import { Tip, line, make } from "./tip.js";
import { project } from "./view.js";

const FAMILIES = {
  remote: ["air_strike", "drone_strike", "shelling", "explosive_device", "suicide_attack", "chemical_attack", "grenade", "interception"],
  battle: ["armed_clash"],
  civilians: ["attack", "sexual_violence", "abduction", "arrest", "looting_destruction"],
  control: ["capture", "transfer", "movement", "base_established", "group_change"],
  street: ["protest", "protest_intervention", "excessive_force", "riot", "mob_violence"],
  talks: ["agreement", "ceasefire_violation"],
  people: ["displacement", "return", "casualties", "aid"],
};
const familyOf = (type) => Object.keys(FAMILIES).find((family) => FAMILIES[family].includes(type)) ?? "rest";
const MEET_PX = 20;

// One site for each located place of each event.
export function sitesOf(collection) {
  return collection.features.flatMap((feature) => {
    const points = feature.geometry.type === "Point" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
    return points.map((point, i) => ({ at: project(point), name: feature.properties.sites[i].name, place: feature.properties.sites[i], event: feature.properties }));
  });
}

// Sites closer than a sign is wide, and known equally exactly, share one sign. A grid of that width keeps this linear.
function gather(sites, view) {
  const groups = [], grid = new Map();
  for (const site of sites) {
    const [x, y] = view.toScreen(site.at);
    if (x < -60 || y < -60 || x > view.width + 60 || y > view.height + 60) continue;
    const shape = shapeOf(site.place.where_prec), column = Math.floor(x / MEET_PX), row = Math.floor(y / MEET_PX);
    const near = around(column, row).map((cell) => grid.get(shape + cell)).find((g) => g && Math.abs(g.x - x) < MEET_PX && Math.abs(g.y - y) < MEET_PX);
    if (near) { near.sites.push(site); continue; }
    const group = { x, y, shape, sites: [site] };
    groups.push(group);
    grid.set(`${shape}${column},${row}`, group);
  }
  return groups;
}

const around = (column, row) => [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${column + dx},${row + dy}`));

const shapeOf = (precision) => (precision === null || precision <= 1 ? "point" : precision === 2 ? "near" : precision <= 4 ? "division" : "area");

function drawSign(group, view, parent) {
  const events = [...new Map(group.sites.map((s) => [s.event.event, s.event])).values()];
  const families = new Set(events.map((e) => familyOf(e.type)));
  const family = families.size === 1 ? [...families][0] : "rest";
  const state = events.some((e) => e.status === "confirmed") ? "confirmed" : "draft";
  const tone = `f-${family} ${state}`;
  const node = make("g", { role: "button", tabindex: "0", transform: `translate(${group.x.toFixed(1)} ${group.y.toFixed(1)})`, "aria-label": spoken(group, events) }, parent);
  const size = Math.min(7 + 1.6 * Math.sqrt(events.length - 1), 15);
  if (group.shape === "near") {
    make("circle", { class: `halo f-${family}`, r: Math.max(view.kmToPixels(25, group.sites[0].at[1]), 13) }, node).style.pointerEvents = "none";
    make("circle", { class: `sign ${tone}`, r: Math.max(size - 2, 5) }, node);
  } else if (group.shape === "division") {
    make("path", { class: `sign ${tone}`, d: `M0 ${-size - 4} ${size + 4} 0 0 ${size + 4} ${-size - 4} 0Z` }, node);
  } else if (group.shape === "area") {
    make("path", { class: `sign ${tone}`, d: `M${-size - 2} ${-size - 2}H${size + 2}V${size + 2}H${-size - 2}Z` }, node);
  } else {
    make("circle", { class: `sign ${tone}`, r: size }, node);
  }
  if (events.length > 1) make("text", { class: "tally", y: 4 }, node).textContent = String(events.length);
  return { node, events, group };
}

const plain = (code) => code.replaceAll("_", " ");
const spoken = (group, events) => `${group.sites[0].place.name}: ${events.map((e) => plain(e.type)).slice(0, 4).join(", ")}${events.length > 4 ? ` and ${events.length - 4} more` : ""}`;

export class Signs {
  constructor(svg, tip, sites) {
    this.svg = svg;
    this.tip = new Tip(tip);
    this.sites = sites;
  }

  draw(view) {
    const focused = document.activeElement?.getAttribute?.("aria-label");
    this.svg.replaceChildren();
    this.tip.hide();
    for (const { node, events, group } of gather(this.sites, view).map((group) => drawSign(group, view, this.svg))) {
      this.tip.explains(node, () => describeAll(events), [group.x, group.y], view);
      if (focused && node.getAttribute("aria-label") === focused) node.focus({ preventScroll: true });
    }
  }
}

function describeAll(events) {
  const nodes = events.slice(0, 6).flatMap((event, i) => (i ? [document.createElement("hr")] : []).concat(describe(event)));
  return events.length > 6 ? [...nodes, line(`and ${events.length - 6} more; zoom in or filter`)] : nodes;
}

function describe(event) {
  const head = document.createElement("p");
  const link = document.createElement("a");
  link.href = `/events/${encodeURIComponent(event.event)}`;
  link.textContent = plain(event.type);
  const days = event.start ? lastDay(event) : "no day";
  head.append(link, ` · ${days} · ${event.status}`);
  const where = event.sites.map((site) => site.name).concat(event.unlocated_places.map((name) => `${name} (not located)`)).join(", ");
  const who = [event.by, event.to].filter(Boolean).join(" → ");
  const toll = event.toll.filter((words) => !words.endsWith("not said")).join("; ");
  const rest = [where, who, toll, `${event.origins} independent source${event.origins === 1 ? "" : "s"}`, event.disputes.length ? `disputed: ${[...new Set(event.disputes)].join(", ")}` : ""];
  return [head, ...rest.filter(Boolean).map((words) => line(words))];
}

// Days are half-open in the data; people read the last day.
function lastDay(event) {
  const last = new Date(Date.parse(event.end) - 864e5).toISOString().slice(0, 10);
  return last > event.start ? `${event.start} – ${last}` : event.start;
}
