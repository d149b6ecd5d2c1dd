// The base map on a canvas: land, borders, and as many names of countries and towns as fit beside each other.
import { project } from "./view.js";

// Arcs are chains of steps in hundredths of a degree; rings are lists of arc numbers, ~n meaning arc n backwards.
function decode(world) {
  const arcs = world.arcs.map((flat) => {
    let x = 0, y = 0;
    const points = [];
    for (let i = 0; i < flat.length; i += 2) points.push(project([(x += flat[i]) / world.steps, (y += flat[i + 1]) / world.steps]));
    return { points, box: boxOf(points) };
  });
  const countries = world.countries.map(([name, rings]) => {
    const outlines = rings.map((ring) => ring.flatMap((n) => (n < 0 ? [...arcs[~n].points].reverse() : arcs[n].points)));
    const shapes = outlines.map((points) => ({ points, box: boxOf(points) }));
    const largest = shapes.reduce((a, b) => (area(b.box) > area(a.box) ? b : a));
    return { name, shapes, size: largest.box[2] - largest.box[0], at: middle(largest.points) };
  });
  return { arcs: arcs.filter((arc) => arc.points.length > 1), countries };
}

function boxOf(points) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) { box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y); box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y); }
  return box;
}
const area = (box) => (box[2] - box[0]) * (box[3] - box[1]);

// The centroid of a ring (shoelace), or its box's middle for a degenerate one.
function middle(points) {
  let doubled = 0, cx = 0, cy = 0;
  for (let i = 0; i < points.length; i++) {
    const [x0, y0] = points[i], [x1, y1] = points[(i + 1) % points.length];
    const cross = x0 * y1 - x1 * y0;
    doubled += cross; cx += (x0 + x1) * cross; cy += (y0 + y1) * cross;
  }
  const box = boxOf(points);
  return doubled ? [cx / (3 * doubled), cy / (3 * doubled)] : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

export class Base {
  constructor(canvas, world, towns) {
    this.canvas = canvas;
    Object.assign(this, decode(world));
    this.towns = [];
    for (let i = 0; i < towns.towns.length; i += 4) {
      const [name, x, y, rank] = towns.towns.slice(i, i + 4);
      this.towns.push({ name, at: project([x / towns.steps, y / towns.steps]), rank });
    }
  }

  // `labels`: names of the events' own places, written first, beside their signs.
  draw(view, labels) {
    const ratio = devicePixelRatio || 1;
    const { canvas } = this;
    canvas.width = Math.round(view.width * ratio);
    canvas.height = Math.round(view.height * ratio);
    canvas.style.width = `${view.width}px`;
    canvas.style.height = `${view.height}px`;
    const pen = canvas.getContext("2d");
    pen.scale(ratio, ratio);
    const style = getComputedStyle(canvas);
    const colour = (name) => style.getPropertyValue(name).trim();
    const seen = (box) => {
      const [left, top] = view.toScreen(box), [right, bottom] = view.toScreen([box[2], box[3]]);
      return right > 0 && bottom > 0 && left < view.width && top < view.height;
    };
    pen.beginPath();
    for (const country of this.countries) for (const shape of country.shapes) if (seen(shape.box)) trace(pen, view, shape.points);
    pen.fillStyle = colour("--land");
    pen.fill("evenodd");
    pen.beginPath();
    for (const arc of this.arcs) if (seen(arc.box)) trace(pen, view, arc.points);
    pen.strokeStyle = colour("--border");
    pen.lineWidth = view.scale > 2e4 ? 1.6 : 0.8;
    pen.lineJoin = "round";
    pen.stroke();
    this.names(pen, view, { ink: colour("--label"), halo: colour("--land"), strong: colour("--ink") }, labels);
  }

  names(pen, view, { ink, halo, strong }, labels) {
    const taken = [];
    const free = (box) => !taken.some((t) => box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1]);
    pen.lineWidth = 3;
    pen.strokeStyle = halo;
    pen.fillStyle = ink;
    const put = (name, x, y, size, weight, dot, gap = 6) => {
      if (x < -40 || y < 0 || x > view.width + 40 || y > view.height) return;
      pen.font = `${weight} ${size}px system-ui, sans-serif`;
      const wide = pen.measureText(name).width, left = dot || gap > 6 ? x + gap : x - wide / 2;
      const box = [left - 3, y - size * 0.7, left + wide + 3, y + size * 0.7];
      if (!free(box)) return;
      taken.push(box);
      if (dot) { pen.beginPath(); pen.arc(x, y, 2, 0, 7); pen.fill(); }
      pen.strokeText(name, left, y + size * 0.35);
      pen.fillText(name, left, y + size * 0.35);
    };
    if (view.scale > 1.2e4) {
      pen.fillStyle = strong;
      for (const { name, at } of labels) put(name, ...view.toScreen(at), 12.5, 600, false, 13);
      pen.fillStyle = ink;
    }
    for (const country of this.countries) {
      const wide = country.size * view.scale;
      if (wide > 55 && wide < 4200) put(country.name.toUpperCase(), ...view.toScreen(country.at), wide > 700 ? 13 : 10, 500, false);
    }
    const least = Math.min(5, Math.floor(Math.log2(view.scale / 1100)));
    for (const town of this.towns) {
      if (town.rank > least || taken.length > 120) break;
      put(town.name, ...view.toScreen(town.at), town.rank < 3 ? 12 : 11, town.rank < 3 ? 500 : 400, true);
    }
  }
}

function trace(pen, view, points) {
  let px = NaN, py = NaN;
  points.forEach((point, i) => {
    const [x, y] = view.toScreen(point);
    if (i && i < points.length - 1 && Math.abs(x - px) < 0.6 && Math.abs(y - py) < 0.6) return;
    if (i) pen.lineTo(x, y); else pen.moveTo(x, y);
    px = x; py = y;
  });
}
