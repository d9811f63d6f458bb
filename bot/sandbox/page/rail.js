// The list of people on the left.

import { avatar, fullName, h, icon } from "./dom.js";

const MANY = 12;
const MOST = 60; // rows at once: of thousands, the rest is found by name

/** Shows the store's people; `app.choose(id, beside)` when one is pressed. */
export class Rail {
  constructor(store, app) {
    this.store = store;
    this.app = app;
    this.list = document.getElementById("people");
    this.find = document.getElementById("find");
    this.input = document.getElementById("find-input");
    this.input.addEventListener("input", () => this.draw());
    this.list.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Draw everyone anew, once for all that happens before the next frame. */
  draw() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.#drawNow();
    });
  }

  // Keeps the focus where it was.
  #drawNow() {
    const unread = [...this.store.unread.values()].reduce((sum, count) => sum + count, 0);
    document.title = unread ? `(${unread}) Fashionista Portal` : "Fashionista Portal";
    const focused = document.activeElement?.closest?.("#people [data-testid]")?.dataset.testid;
    const everyone = [...this.store.people.values()].filter((person) => !person.deactivated);
    this.find.hidden = everyone.length < MANY;
    const open = this.app.open();
    const words = this.input.value.trim().toLowerCase();
    const meant = (person) => words || person.listed !== false || open.includes(person.id);
    const shown = everyone.filter((person) => meant(person) && `${fullName(person)} ${person.about ?? ""} ${person.username ?? ""}`.toLowerCase().includes(words));
    const more = shown.length - MOST;
    if (more > 0) shown.length = MOST;
    const home = shown.some((person) => person.id === open[0]) ? open[0] : shown[0]?.id;
    this.list.replaceChildren(...shown.map((person) => this.#row(person, open, home)));
    const rooms = [...this.store.rooms.values()].filter((room) => !room.closed && room.title.toLowerCase().includes(words));
    if (rooms.length) this.list.append(h("li", { class: "people-head" }, "Groups & channels"));
    this.list.append(...rooms.map((room) => this.#row(this.store.who(room.id), open, home)));
    if (!shown.length) this.list.append(h("li", { class: "nobody" }, everyone.length ? "Nobody of that name." : "Nobody is here yet. Invite somebody with the plus below."));
    if (more > 0) this.list.append(h("li", { class: "nobody", testid: "more-people" }, `And ${more} more: find them by name.`));
    if (focused) this.list.querySelector(`[data-testid="${focused}"]`)?.focus();
  }

  #row(person, open, home) {
    const unread = this.store.unread.get(person.id) ?? 0;
    const current = open.includes(person.id);
    const name = fullName(person);
    const choose = h("button", {
      type: "button", class: "person", testid: `person-${person.id}`, tabindex: person.id === home ? 0 : -1,
      "aria-current": current ? "true" : null, title: person.username ? `@${person.username}` : null,
      on: { click: (event) => this.app.choose(person.id, event.shiftKey || event.ctrlKey || event.metaKey) },
    }, avatar(person, person.room ? "square" : ""), h("span", { class: "person-text" },
      h("strong", { dir: "auto" }, name), h("small", { dir: "auto" }, person.about || (person.username ? `@${person.username}` : ""))),
    person.blocked && h("span", { class: "blocked-mark", title: "has blocked the bot" }, icon("block"), h("span", { class: "sr" }, "has blocked the bot")),
    unread > 0 && h("span", { class: "unread", testid: `unread-${person.id}` }, String(Math.min(unread, 99)), h("span", { class: "sr" }, " unread")));
    const beside = h("button", {
      type: "button", class: "tool beside wide-only", testid: `beside-${person.id}`, tabindex: -1, title: "Open beside",
      "aria-label": `Open ${name} beside`, hidden: current, on: { click: () => this.app.choose(person.id, true) },
    }, icon("beside"));
    return h("li", { class: current ? "current" : "" }, choose, beside);
  }

  #key(event) {
    const people = [...this.list.querySelectorAll(".person")];
    const row = document.activeElement.closest("li");
    const at = people.findIndex((node) => node.parentElement === row);
    const target = {
      ArrowDown: () => people[(at + 1) % people.length],
      ArrowUp: () => people[(at - 1 + people.length) % people.length],
      Home: () => people[0],
      End: () => people.at(-1),
      ArrowRight: () => row?.querySelector(".beside:not([hidden])"),
      ArrowLeft: () => people[at],
    }[event.key]?.();
    if (!target || at < 0) return;
    event.preventDefault();
    if (target.classList.contains("person")) for (const node of people) node.tabIndex = node === target ? 0 : -1;
    target.focus();
  }
}
