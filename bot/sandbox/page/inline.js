// Inline mode: `@bot words` shows what the bot offers, and one result is sent.

import { avatar, freshId, fullName, h, icon, iconButton } from "./dom.js";

const PAUSE = 250; // after the last key, before the bot is asked

/**
 * The cards above the composer. `acts`: `inlineName()` the bot's name, `offer(query, offset, to)`
 * and `choose(query, resultId, to)`. `sent()` is called when a result went out.
 */
export class Inline {
  #query = null;
  #to = null;
  #timer = 0;
  #asked = 0;
  #results = [];
  #next = "";
  #at = -1;

  constructor(acts, sent) {
    this.acts = acts;
    this.sent = sent;
    this.receiver = h("p", { class: "inline-to", testid: "inline-to", hidden: true });
    this.head = h("div", { class: "inline-head" });
    this.list = h("div", { class: "inline-results", role: "listbox", id: freshId("offers"), "aria-label": "What the bot offers" });
    this.list.addEventListener("scroll", () => this.#more(), { passive: true });
    this.node = h("section", { class: "inline", testid: "inline", "aria-label": "What the bot offers", hidden: true }, this.receiver, this.head, this.list);
  }

  /** To whom a result goes: a friend, or null for this chat. */
  address(friend) {
    this.#to = friend;
    this.receiver.hidden = friend === null;
    if (friend === null) return;
    this.receiver.replaceChildren(avatar(friend, "small"), h("span", {}, `To ${fullName(friend)}`),
      iconButton("close", "Send it here instead", "inline-here", () => this.address(null)));
  }

  /** The text of the composer changed. */
  typed(text) {
    const name = this.acts.inlineName();
    const found = name && new RegExp(`^@${name}(?:\\s([\\s\\S]*))?$`, "i").exec(text);
    clearTimeout(this.#timer);
    if (!found || (found[1] === undefined && !this.#to)) return this.close();
    const query = (found[1] ?? "").trim();
    if (query === this.#query) return undefined;
    this.#query = query;
    this.#timer = setTimeout(() => void this.#ask(query, ""), PAUSE);
    return undefined;
  }

  close() {
    clearTimeout(this.#timer);
    this.#asked += 1; // what is still under way comes too late
    this.#query = null;
    this.address(null);
    this.#show({ results: [] });
    this.node.hidden = true;
  }

  async #ask(query, offset) {
    this.#asked += 1;
    const mine = this.#asked;
    this.node.hidden = false;
    this.node.setAttribute("aria-busy", "true");
    const answer = await this.acts.offer(query, offset, this.#to?.id);
    if (mine !== this.#asked) return;
    this.node.removeAttribute("aria-busy");
    if (!answer) return;
    if (answer.results === null) this.#say("The bot gave no answer.");
    else if (offset) this.#show({ ...answer, results: [...this.#results, ...answer.results] });
    else this.#show(answer);
  }

  #say(words) {
    this.#show({ results: [] });
    this.list.replaceChildren(h("p", { class: "soft", testid: "inline-nothing" }, words));
  }

  #show({ results, next_offset: next = "", button }) {
    const known = this.#results.length;
    const fresh = known && results.length > known && results[0] === this.#results[0] ? results.slice(known) : results;
    this.#results = results;
    this.#next = next;
    if (button) {
      const open = () => this.acts.startWith(button.start_parameter);
      this.head.replaceChildren(h("button", { type: "button", class: "inline-button", testid: "inline-start", on: { click: open } }, h("span", {}, button.text)));
    } else if (fresh === results) this.head.replaceChildren();
    const cards = fresh.map((result) => this.#card(result));
    if (fresh === results) {
      this.#at = -1;
      this.list.scrollTop = 0;
      this.list.replaceChildren(...cards);
    } else this.list.append(...cards);
    if (!results.length && this.#query !== null) this.list.replaceChildren(h("p", { class: "soft", testid: "inline-nothing" }, "Nothing to offer for these words."));
  }

  #card(result) {
    const mark = result.photo ? h("img", { src: result.photo, alt: "", loading: "lazy" })
      : h("span", { class: "inline-mark", "aria-hidden": "true" }, MARKS[result.type] ? icon(MARKS[result.type]) : [...(result.title ?? "·")][0]);
    const choose = (event) => {
      event.preventDefault(); // pressed, not clicked: the field keeps the focus
      void this.#send(result);
    };
    return h("button", {
      type: "button", class: "inline-card", role: "option", "aria-selected": "false", id: freshId("offer"), tabindex: -1,
      testid: "inline-result", data: { result: result.id }, on: { click: choose },
    }, mark, h("span", { class: "inline-words" }, h("strong", { dir: "auto" }, result.title ?? KINDS[result.type] ?? "Result"), result.description && h("small", { dir: "auto" }, result.description)));
  }

  #more() {
    const { scrollTop, scrollHeight, clientHeight } = this.list;
    if (!this.#next || scrollHeight - scrollTop - clientHeight > 160) return;
    const offset = this.#next;
    this.#next = "";
    void this.#ask(this.#query, offset);
  }

  async #send(result) {
    if (!await this.acts.choose(this.#query, result.id, this.#to?.id)) return;
    this.close();
    this.sent();
  }

  /** Take a key of the composer; true when it was used. */
  key(event) {
    if (this.node.hidden) return false;
    const cards = [...this.list.querySelectorAll(".inline-card")];
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown" && cards.length) this.#mark(cards, Math.min(this.#at + 1, cards.length - 1));
    else if (event.key === "ArrowUp" && cards.length) this.#mark(cards, Math.max(this.#at - 1, 0));
    else if (event.key === "Enter" && !event.shiftKey) {
      if (this.#at >= 0) void this.#send(this.#results[this.#at]);
    } else return false;
    event.preventDefault();
    return true;
  }

  #mark(cards, at) {
    this.#at = at;
    cards.forEach((card, index) => card.setAttribute("aria-selected", String(index === at)));
    cards[at].scrollIntoView({ block: "nearest" });
  }
}

const MARKS = { photo: "photo", location: "pin", venue: "pin", contact: "person", document: "file", voice: "microphone" };
const KINDS = { photo: "Photo", location: "Location", contact: "Contact", document: "File", video: "Video", voice: "Voice message" };
