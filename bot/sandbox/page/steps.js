// "Try this": what there is to do, ticked off by what really happens.

import * as api from "./api.js";
import { fullName, h, icon } from "./dom.js";

const KEY = "portal-trail-folded";

/** The list below the people. `app.choose(person)` opens whose phone a step asks for. */
export class Trail {
  constructor(store, app) {
    this.store = store;
    this.app = app;
    this.node = document.getElementById("trail");
    this.list = document.getElementById("trail-list");
    this.count = document.getElementById("trail-count");
    this.toggle = document.getElementById("trail-toggle");
    this.words = new Map(); // what a running action says, by its name
    this.toggle.addEventListener("click", () => this.#fold(!this.list.hidden));
    this.#fold(remembered());
  }

  #fold(folded) {
    this.list.hidden = folded;
    this.toggle.setAttribute("aria-expanded", String(!folded));
    try {
      localStorage.setItem(KEY, folded ? "1" : "");
    } catch {
      // storage is forbidden: it is open again next time
    }
  }

  /** Draw all steps; `just` is one that was done a moment ago. */
  draw(just) {
    const { steps } = this.store;
    this.node.hidden = steps.length === 0;
    const done = steps.filter((step) => step.done).length;
    this.count.textContent = `${done} of ${steps.length}`;
    const following = steps.find((step) => !step.done)?.key;
    const focused = document.activeElement?.closest?.("#trail-list [data-testid]")?.dataset.testid;
    this.list.replaceChildren(...steps.map((step) => this.#row(step, step.key === following, step.key === just?.key)));
    if (focused) this.list.querySelector(`[data-testid="${focused}"]`)?.focus();
    // What comes next stays in view, also when the list is longer than its place.
    this.list.querySelector(`[data-step="${just?.key ?? following}"]`)?.scrollIntoView({ block: "nearest" });
    if (!just) return;
    this.app.say(done === steps.length ? `“${just.title}”: done, and that was the last one.` : `“${just.title}”: done.`, "done");
  }

  #row(step, following, just) {
    const looks = ["step", step.done ? "done" : "", following ? "following" : "", just ? "just" : ""];
    const holder = this.store.people.get(step.holder);
    const open = h("button", {
      type: "button", class: "step-open", testid: `step-${step.key}`, on: { click: () => this.#open(step) },
      title: holder ? `Open ${fullName(holder)}` : null,
    }, h("span", { class: "step-mark", "aria-hidden": "true" }, icon("check")),
    h("span", { class: "step-words" }, h("strong", {}, step.title), h("small", {}, step.hint)),
    step.done && h("span", { class: "sr" }, " done"));
    return h("li", { class: looks.filter(Boolean).join(" "), data: { step: step.key, done: String(step.done) } }, open, step.action && this.#action(step));
  }

  #action(step) {
    const busy = this.words.has(step.action);
    return h("button", {
      type: "button", class: "step-action", testid: `act-${step.action}`, disabled: busy, on: { click: () => void this.#perform(step) },
    }, busy ? this.words.get(step.action) : step.label);
  }

  #open(step) {
    if (this.store.people.has(step.holder)) this.app.choose(step.holder);
  }

  async #perform(step) {
    this.report({ action: step.action, text: "One moment …" });
    try {
      this.app.say(await api.perform(step.action), "done");
    } catch (error) {
      this.app.say(error.message);
    } finally {
      this.words.delete(step.action);
      this.draw();
    }
  }

  /** A running action says how far it is. */
  report({ action, text }) {
    this.words.set(action, text);
    const button = this.list.querySelector(`[data-testid="act-${action}"]`);
    if (button) Object.assign(button, { textContent: text, disabled: true });
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEY) === "1";
  } catch {
    return false;
  }
}
