// Small helpers to build the page. Text enters only as text nodes: nothing here parses markup.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element. `props`: `class`, `testid`, `data` (object), `on` (event -> listener),
 * properties that must be set as such (`value`, `disabled`, `hidden`, ...) and attributes.
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null) continue;
    if (name === "class") node.className = value;
    else if (name === "testid") node.dataset.testid = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "on") for (const [event, run] of Object.entries(value)) node.addEventListener(event, run);
    else if (typeof value === "boolean" && name in node) node[name] = value;
    else if (name === "value") node.value = value;
    else node.setAttribute(name, String(value));
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(node, child);
    else node.append(child);
  }
}

/** Make an SVG element with attributes. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  append(node, children);
  return node;
}

/** An icon of the sprite in index.html. */
export function icon(name) {
  return svg("svg", { class: "icon", "aria-hidden": "true", focusable: "false" }, svg("use", { href: `#i-${name}` }));
}

/** A round button that shows only an icon; `label` is its name for everyone. */
export function iconButton(name, label, testid, run, extra = {}) {
  return h("button", {
    type: "button", class: "tool", title: label, "aria-label": label, testid, on: { click: run }, ...extra,
  }, icon(name));
}

const TONES = 8;

/** Initials on a colour that stays the same for a person. */
export function avatar(person, size = "") {
  const letters = [person.first_name, person.last_name]
    .filter(Boolean)
    .map((name) => [...name.trim()][0] ?? "")
    .join("")
    .toUpperCase();
  const tone = Math.abs(Number(person.id) * 7) % TONES;
  return h("span", { class: `avatar ${size}`, "aria-hidden": "true", data: { tone } }, letters || "·");
}

/** "Amélie Laurent" */
export function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ") || "Somebody";
}

let serial = 0;

/** An id that no other element of the page has. */
export function freshId(prefix) {
  serial += 1;
  return `${prefix}-${serial}`;
}
