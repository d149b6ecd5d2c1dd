// The box that says what a sign means. It stays while the pointer is over it, so that its links can be used.
export class Tip {
  constructor(element) {
    this.element = element;
    element.addEventListener("mouseenter", () => clearTimeout(this.leaving));
    element.addEventListener("mouseleave", () => this.hideSoon());
  }

  // `nodes` at [x, y] of the map, inside the view.
  show(nodes, [x, y], view) {
    clearTimeout(this.leaving);
    const { element } = this;
    element.replaceChildren(...nodes);
    element.hidden = false;
    element.style.left = `${Math.max(8, Math.min(x + 14, view.width - element.offsetWidth - 8))}px`;
    element.style.top = `${y + 14 + element.offsetHeight < view.height ? y + 14 : Math.max(8, y - 14 - element.offsetHeight)}px`;
  }

  hide() { this.element.hidden = true; }
  hideSoon() { clearTimeout(this.leaving); this.leaving = setTimeout(() => this.hide(), 250); }

  // Makes `node` show what `describe()` gives when it is pointed at, focused or chosen.
  explains(node, describe, at, view) {
    const show = () => this.show(describe(), at, view);
    for (const name of ["mouseenter", "focus", "click"]) node.addEventListener(name, show);
    node.addEventListener("mouseleave", () => this.hideSoon());
    node.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.element.querySelector("a")?.focus();
      if (event.key === "Escape") this.hide();
    });
  }
}

// A line of words in whatever direction they run.
export function line(words, name = "p") {
  const node = document.createElement(name);
  node.dir = "auto";
  node.textContent = words;
  return node;
}

const SVG = "http://www.w3.org/2000/svg";
export function make(name, attributes, parent) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  parent?.append(node);
  return node;
}
