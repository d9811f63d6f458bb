// Things that lie above the page: dialogs, menus, short notices.

import { freshId, h, icon, iconButton } from "./dom.js";

/**
 * Open a modal dialog; Esc and a press outside close it, focus returns by itself.
 * Returns `{node, close(value), closed}`; `closed` resolves to the value given to `close`.
 */
export function openDialog({ title, testid, eyebrow, body, look = "" }) {
  const name = freshId("dialog");
  let value;
  const node = h("dialog", { class: `sheet ${look}`, testid, "aria-labelledby": name });
  const close = (result) => {
    value = result;
    node.close();
  };
  node.append(
    h("header", { class: "sheet-head" },
      h("div", {}, eyebrow && h("p", { class: "eyebrow" }, eyebrow), h("h2", { id: name }, title)),
      iconButton("close", "Close", "close", () => close())),
    h("div", { class: "sheet-body" }, body));
  node.addEventListener("mousedown", (event) => event.target === node && close());
  const closed = new Promise((resolve) => {
    node.addEventListener("close", () => {
      node.remove();
      resolve(value);
    });
  });
  document.body.append(node);
  node.showModal();
  return { node, close, closed };
}

/** A few words with one button: the bot's alert. */
export function alertDialog(text, title, eyebrow) {
  const ok = h("button", { type: "button", class: "action main", testid: "alert-ok", autofocus: true }, "OK");
  const body = [h("p", { class: "alert-text", dir: "auto", testid: "alert-text" }, text), h("div", { class: "actions" }, ok)];
  const dialog = openDialog({ title, eyebrow, testid: "dialog-alert", body, look: "narrow" });
  ok.addEventListener("click", () => dialog.close());
  ok.focus();
  return dialog.closed;
}

/** Ask one thing; resolves to true when it was confirmed. */
export function confirmDialog({ title, text, confirm, testid }) {
  const yes = h("button", { type: "button", class: "action main", testid: "confirm" }, confirm);
  const no = h("button", { type: "button", class: "action" }, "Not now");
  const dialog = openDialog({ title, testid, look: "narrow", body: [h("p", {}, text), h("div", { class: "actions" }, no, yes)] });
  yes.addEventListener("click", () => dialog.close(true));
  no.addEventListener("click", () => dialog.close(false));
  yes.focus();
  return dialog.closed;
}

/**
 * Open a menu at `anchor`. `items`: `{label, icon?, node?, detail?, testid?, danger?, run}`.
 * Arrow keys, Home, End and first letters move; Esc and Tab close; focus returns to the anchor.
 */
export function openMenu(anchor, items, { title, testid = "menu" } = {}) {
  const menu = h("div", { class: "menu", role: "menu", popover: "auto", testid, "aria-label": title ?? "Menu" });
  if (title) menu.append(h("p", { class: "menu-title", role: "presentation" }, title));
  for (const item of items) menu.append(menuItem(menu, item));
  const entries = [...menu.querySelectorAll("[role=menuitem]")];
  menu.addEventListener("keydown", (event) => moveInMenu(event, menu, entries));
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    anchor.removeAttribute("aria-expanded");
    const focusInside = menu.contains(document.activeElement) || document.activeElement === document.body;
    menu.remove();
    if (focusInside && anchor.isConnected) anchor.focus({ preventScroll: true });
  });
  document.body.append(menu);
  menu.showPopover();
  anchor.setAttribute("aria-expanded", "true");
  put(menu, anchor.getBoundingClientRect());
  entries[0]?.focus();
  return menu;
}

function menuItem(menu, item) {
  const run = () => {
    menu.hidePopover();
    item.run();
  };
  return h("button", {
    type: "button", role: "menuitem", tabindex: -1, testid: item.testid ?? "menu-item",
    class: item.danger ? "menu-item danger" : "menu-item", on: { click: run },
  }, item.node ?? (item.icon && icon(item.icon)),
  h("span", { class: "menu-words" }, h("span", {}, item.label), item.detail && h("small", { dir: "auto" }, item.detail)));
}

const STEP = { ArrowDown: 1, ArrowUp: -1 };

function moveInMenu(event, menu, entries) {
  const at = entries.indexOf(document.activeElement);
  let target = null;
  if (event.key in STEP) target = entries[(at + STEP[event.key] + entries.length) % entries.length];
  else if (event.key === "Home") target = entries[0];
  else if (event.key === "End") target = entries.at(-1);
  else if (event.key === "Tab") menu.hidePopover();
  else if (event.key.length === 1 && event.key !== " ") target = byLetter(entries, at, event.key);
  if (!target && event.key !== "Tab") return;
  event.preventDefault();
  target?.focus();
}

function byLetter(entries, at, letter) {
  const round = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  const found = round.find((entry) => entry.textContent.trim().toLowerCase().startsWith(letter.toLowerCase()));
  return found ?? null;
}

const MARGIN = 8;

function put(menu, anchor) {
  const { width, height } = menu.getBoundingClientRect();
  const below = anchor.bottom + 6 + height < innerHeight;
  const top = below ? anchor.bottom + 6 : Math.max(MARGIN, anchor.top - height - 6);
  const wanted = anchor.left + width < innerWidth - MARGIN ? anchor.left : anchor.right - width;
  menu.style.setProperty("left", `${Math.min(Math.max(MARGIN, wanted), innerWidth - width - MARGIN)}px`);
  menu.style.setProperty("top", `${top}px`);
}

const SHORT = 4500;
const LONG = 8000;

/** Show a short notice in `region` (an aria-live element). `kind`: "note", "error" or "done". */
export function toast(region, text, kind = "note") {
  const gone = () => node.remove();
  const node = h("div", { class: `toast ${kind}`, testid: kind === "error" ? "error" : "toast" },
    h("span", { dir: "auto" }, text),
    iconButton("close", "Dismiss", "dismiss", gone));
  while (region.children.length >= 3) region.firstChild.remove();
  region.append(node);
  let timer = setTimeout(gone, kind === "error" ? LONG : SHORT);
  node.addEventListener("pointerenter", () => clearTimeout(timer));
  node.addEventListener("pointerleave", () => {
    timer = setTimeout(gone, SHORT);
  });
}

/** Put text on the clipboard; false when the browser forbids it. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
