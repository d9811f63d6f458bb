// The page: who is open where, the line to the server, light and dark.

import * as api from "./api.js";
import { openMenu, toast } from "./popups.js";
import { Pane } from "./pane.js";
import { Letters } from "./letters.js";
import { Rail } from "./rail.js";
import { personSheet } from "./sheets.js";
import { roomSheet } from "./roomsheet.js";
import { Trail } from "./steps.js";
import { Store } from "./store.js";
import { setUpTheme } from "./theme.js";

const WIDE = matchMedia("(min-width: 1000px)");
const PHONE = matchMedia("(max-width: 719px)");

class App {
  constructor() {
    this.store = new Store();
    this.places = [null, null];
    this.split = false;
    this.active = 0;
    this.wasLive = false;
    this.store.isOpen = (person) => this.open().includes(person);
    this.store.isSeen = (person) => this.store.isOpen(person) && !document.hidden;
    this.main = document.getElementById("chats");
    this.splitButton = document.getElementById("split");
    this.panes = [0, 1].map((index) => new Pane(index, this.store, this));
    this.main.append(...this.panes.map((pane) => pane.node));
    this.activate(0);
    this.rail = new Rail(this.store, this);
    this.trail = new Trail(this.store, this);
    this.letters = new Letters(document.getElementById("letters"), (text, kind) => this.say(text, kind));
    this.store.onChange((what, detail) => this.#changed(what, detail));
    this.splitButton.addEventListener("click", () => this.#setSplit(!this.split));
    document.getElementById("add-person").addEventListener("click", (event) => this.#add(event.currentTarget));
    WIDE.addEventListener("change", () => this.#layout());
    addEventListener("hashchange", () => this.#fromAddress());
    document.addEventListener("visibilitychange", () => this.#readOpen());
  }

  /** People whose chats are on the screen. */
  open() {
    return this.places.slice(0, this.#two() ? 2 : 1).filter((person) => person !== null);
  }

  #two() {
    return this.split && WIDE.matches;
  }

  run() {
    setUpTheme(document.getElementById("theme"));
    api.listen((kind, data) => this.#take(kind, data), (state) => void this.#line(state));
  }

  #take(kind, data) {
    if (kind === "letter") this.letters.arrived(data);
    else this.store.take(kind, data);
  }

  say(text, kind = "error") {
    toast(document.getElementById("notices"), text, kind);
  }

  async #line(state) {
    const node = document.getElementById("connection");
    node.dataset.state = state;
    node.lastElementChild.textContent = state === "live" ? "Live" : "Reconnecting …";
    document.body.dataset.line = state;
    if (state !== "live") return;
    // What happened while the line was down is fetched, not guessed; also at the beginning, so
    // that nothing falls between the first look and the line.
    try {
      await Promise.all([this.store.refresh(), this.letters.refresh()]);
      if (!this.wasLive) this.#fromAddress();
      this.wasLive = true;
    } catch (error) {
      this.say(error.message);
    }
  }

  #changed(what, detail) {
    if (what === "people" || what === "unread") this.rail.draw();
    if (what === "steps") this.trail.draw(detail);
    if (what === "acting") this.trail.report(detail);
    if (what === "bot") this.panes.forEach((pane) => pane.meetBot());
    if (what === "alert" || what === "error") this.say(detail);
    for (const pane of this.panes) {
      if (pane.person !== detail) continue;
      if (what === "chat") pane.refresh();
      if (what === "action") pane.drawStatus();
    }
  }

  #fetch(person) {
    return Promise.all([this.store.loadChat(person), this.store.loadBot(person)]).catch((error) => this.say(error.message));
  }

  // Who is where. The address of the page says it too: `#101` or `#101,103`.

  #fromAddress() {
    const ids = location.hash.slice(1).split(",").map(Number).filter((id) => this.store.has(id));
    if (ids.length > 1) this.split = true;
    this.#place(ids[0] ?? null, this.split ? ids[1] ?? this.places[1] : null);
    document.body.dataset.view = ids.length ? "chat" : "people";
  }

  #place(first, second) {
    [first, second === first ? null : second].forEach((person, index) => {
      if (this.places[index] === person) return;
      this.places[index] = person;
      this.panes[index].show(person);
      if (person !== null) {
        this.store.markRead(person);
        void this.#fetch(person);
      }
    });
    this.#layout();
    this.rail.draw();
  }

  #go(places) {
    const ids = places.filter((person) => person !== null);
    const hash = ids.length ? `#${ids.join(",")}` : "";
    this.#place(places[0] ?? null, places[1] ?? null);
    document.body.dataset.view = ids.length ? "chat" : "people";
    if (hash !== location.hash) history.pushState(null, "", hash || location.pathname + location.search);
  }

  /** Open a person's chat where the eye is, or beside it. */
  choose(person, beside = false) {
    const at = this.open().indexOf(person);
    if (at >= 0) {
      document.body.dataset.view = "chat";
      this.activate(this.places.indexOf(person));
    } else if (beside && WIDE.matches) {
      this.split = true;
      this.#go([this.places[0] ?? person, this.places[0] === null ? null : person]);
    } else {
      const places = this.#two() ? [...this.places] : [null, null];
      places[this.#two() ? this.active : 0] = person;
      if (places[0] === null) places.reverse();
      this.#go(places);
    }
    const index = this.places.indexOf(person);
    this.activate(index);
    if (!PHONE.matches) this.panes[index].focus();
  }

  /** Show a person because of something done in the pane `from`: beside it when there is room. */
  meet(person, from) {
    const open = this.open().includes(person);
    if (this.#two() && !open) {
      const places = [...this.places];
      places[1 - from] = person;
      if (places[0] === null) places.reverse();
      this.#go(places);
      this.activate(this.places.indexOf(person));
    } else {
      this.choose(person);
    }
  }

  close(index) {
    const rest = this.places.filter((person, at) => at !== index && person !== null);
    this.split = false;
    this.active = 0;
    this.#go([rest[0] ?? null, null]);
  }

  /** On a phone: from a chat to the list. */
  back() {
    document.body.dataset.view = "people";
    history.pushState(null, "", location.pathname + location.search);
    const person = this.places[0];
    this.#place(null, null);
    document.querySelector(`[data-testid="person-${person}"]`)?.focus();
  }

  activate(index) {
    this.active = index;
    this.panes.forEach((pane, at) => pane.node.classList.toggle("active", at === index));
  }

  #setSplit(split) {
    this.split = split;
    if (!split) this.active = 0;
    this.#go(split ? this.places : [this.places[0], null]);
  }

  #layout() {
    const two = this.#two();
    this.main.classList.toggle("two", two);
    this.panes[1].node.hidden = !two;
    this.splitButton.setAttribute("aria-pressed", String(this.split));
  }

  #readOpen() {
    if (!document.hidden) this.open().forEach((person) => this.store.markRead(person));
  }

  #add(anchor) {
    openMenu(anchor, [
      { label: "Another person …", icon: "person", testid: "add-a-person", run: () => this.#invite() },
      { label: "A group or channel …", icon: "room", testid: "add-a-room", run: () => this.#open() },
    ], { title: "Invite" });
  }

  async #open() {
    const wish = await roomSheet([...this.store.people.values()]);
    if (!wish) return;
    try {
      const room = await api.makeRoom(wish);
      await this.store.loadRooms();
      this.choose(room.id);
    } catch (error) {
      this.say(error.message);
    }
  }

  async #invite() {
    const fields = await personSheet();
    if (!fields) return;
    try {
      const { person } = await api.savePerson(fields);
      await this.store.loadPeople();
      this.choose(person.id);
    } catch (error) {
      this.say(error.message);
    }
  }
}

new App().run();
