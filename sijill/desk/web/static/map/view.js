// What part of the world the map shows: web Mercator, world width 1, y down. Panning and zooming change it and tell whoever listens.
export const project = ([lon, lat]) => {
  const y = Math.max(-85, Math.min(85, lat)) * Math.PI / 180;
  return [(lon + 180) / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + y / 2)) / (2 * Math.PI)];
};
export const latitude = (y) => (2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2) * 180 / Math.PI;

const EARTH_M = 40075016.7;
const MIN_SCALE = 300, MAX_SCALE = 1e6;

export class View {
  constructor(element, changed) {
    this.element = element;
    this.changed = changed;
    this.x = 0.5; this.y = 0.4; this.scale = 900; // centre in world units, pixels per world width
    this.measure();
    this.listen();
  }

  measure() {
    const box = this.element.getBoundingClientRect();
    this.width = Math.max(box.width, 1);
    this.height = Math.max(box.height, 1);
  }

  toScreen([x, y]) { return [(x - this.x) * this.scale + this.width / 2, (y - this.y) * this.scale + this.height / 2]; }

  kmToPixels(km, y) { return km * 1000 / (EARTH_M * Math.cos(latitude(y) * Math.PI / 180)) * this.scale; }

  moveBy(dx, dy) {
    this.x = Math.max(0, Math.min(1, this.x - dx / this.scale));
    this.y = Math.max(0, Math.min(1, this.y - dy / this.scale));
    this.changed();
  }

  zoomBy(factor, px = this.width / 2, py = this.height / 2) {
    const scale = Math.max(MIN_SCALE, Math.min(MAX_SCALE, this.scale * factor));
    const step = 1 / this.scale - 1 / scale;
    this.x += (px - this.width / 2) * step;
    this.y += (py - this.height / 2) * step;
    this.scale = scale;
    this.changed();
  }

  // All points in the picture, with a margin; a single point is shown with some 60 km around it.
  fit(points) {
    if (!points.length) { this.x = 0.5; this.y = 0.42; this.scale = this.width; this.changed(); return; }
    const xs = points.map((p) => p[0]), ys = points.map((p) => p[1]);
    const [west, east] = [Math.min(...xs), Math.max(...xs)], [north, south] = [Math.min(...ys), Math.max(...ys)];
    this.x = (west + east) / 2;
    this.y = (north + south) / 2;
    const widest = Math.min((this.width - 110) / Math.max(east - west, 1e-9), (this.height - 110) / Math.max(south - north, 1e-9));
    this.scale = Math.max(MIN_SCALE, Math.min(widest, 1.6e5));
    this.changed();
  }

  listen() {
    const held = new Map();
    const el = this.element;
    const onMap = (event) => !event.target.closest(".tip, .zoom, [role=button]");
    el.addEventListener("pointerdown", (event) => {
      if (event.button || !onMap(event)) return;
      held.set(event.pointerId, [event.clientX, event.clientY]);
      el.setPointerCapture(event.pointerId);
      el.classList.add("moving");
    });
    el.addEventListener("pointermove", (event) => {
      const before = held.get(event.pointerId);
      if (!before) return;
      const now = [event.clientX, event.clientY];
      const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
      if (other) this.pinch(before, now, other);
      else this.moveBy(now[0] - before[0], now[1] - before[1]);
      held.set(event.pointerId, now);
    });
    for (const name of ["pointerup", "pointercancel"]) {
      el.addEventListener(name, (event) => { held.delete(event.pointerId); if (!held.size) el.classList.remove("moving"); });
    }
    el.addEventListener("wheel", (event) => {
      if (event.target.closest(".tip")) return;
      event.preventDefault();
      const box = el.getBoundingClientRect();
      this.zoomBy(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    el.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => { this.measure(); this.changed(); }).observe(el);
  }

  pinch(before, now, other) {
    const box = this.element.getBoundingClientRect();
    const apart = (a) => Math.hypot(a[0] - other[0], a[1] - other[1]);
    this.zoomBy(Math.max(apart(now), 1) / Math.max(apart(before), 1), (now[0] + other[0]) / 2 - box.left, (now[1] + other[1]) / 2 - box.top);
  }

  key(event) {
    const step = 80;
    const act = { ArrowLeft: () => this.moveBy(step, 0), ArrowRight: () => this.moveBy(-step, 0), ArrowUp: () => this.moveBy(0, step), ArrowDown: () => this.moveBy(0, -step),
      "+": () => this.zoomBy(1.6), "=": () => this.zoomBy(1.6), "-": () => this.zoomBy(1 / 1.6) }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  }
}
