// The list of bubbles: grouped, with days between, touched only where something changed.

import { h } from "./dom.js";
import { bubble, serviceLine } from "./message.js";
import { dayKey, dayName } from "./times.js";

const SAME_BREATH = 300; // seconds within which bubbles of one sender stand close together
const NEAR_END = 120; // pixels from the end within which a new message pulls the view along

/** Shows messages in `acts`' chat; `node` goes into the pane. */
export class Log {
  constructor(label, acts) {
    this.acts = acts;
    this.shown = new Map();
    this.list = h("ol", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions", "aria-busy": "true", "aria-label": label, testid: "log" });
    this.frame = h("div", { class: "log-frame", tabindex: 0, role: "region", "aria-label": label }, this.list);
    this.node = this.frame;
    this.stuck = true;
    this.frame.addEventListener("scroll", () => {
      this.stuck = this.#gap() < NEAR_END;
      this.onScroll?.(this.stuck);
    }, { passive: true });
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(this.list);
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(this.frame);
  }

  #gap() {
    return this.frame.scrollHeight - this.frame.scrollTop - this.frame.clientHeight;
  }

  /** Scroll to the newest message. */
  toEnd() {
    this.stuck = true;
    this.frame.scrollTop = this.frame.scrollHeight;
  }

  /** Bring one message into view and let it glow; false when it is not here. */
  jump(id) {
    const target = this.frame.querySelector(`[data-message-id="${id}"]`);
    if (!target) return false;
    this.stuck = false;
    const { top, height } = target.getBoundingClientRect();
    const frame = this.frame.getBoundingClientRect();
    this.frame.scrollTop += top - frame.top - Math.max(0, (frame.height - height) / 2);
    target.classList.remove("glow");
    void target.offsetWidth;
    target.classList.add("glow");
    return true;
  }

  /** Show these messages (in order of their ids); nodes of unchanged ones stay as they are. */
  render(messages, person) {
    const wanted = plan(messages, person);
    const next = new Map();
    let before = this.list.firstChild;
    for (const item of wanted) {
      const old = this.shown.get(item.key);
      const entry = old && same(old.item, item) ? old : { item, node: this.#draw(item) };
      if (entry !== old && old) {
        if (before === old.node) before = old.node.nextSibling;
        this.#replace(old.node, entry.node);
      } else if (entry.node === before) {
        before = before.nextSibling;
      } else {
        this.list.insertBefore(entry.node, before);
      }
      next.set(item.key, entry);
    }
    for (const [key, entry] of this.shown) if (!next.has(key)) entry.node.remove();
    this.shown = next;
    if (this.stuck) this.toEnd();
    // What was there before is read when somebody wants to, only what comes now is read out.
    if (messages.length) requestAnimationFrame(() => this.list.setAttribute("aria-busy", "false"));
  }

  #replace(old, fresh) {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const spot = focused?.dataset.row === undefined ? null : [focused.dataset.row, focused.dataset.col];
    keepPictures(old, fresh);
    old.replaceWith(fresh);
    if (!focused) return;
    // Whoever works by keyboard stays on the message whose screen was just redrawn.
    const button = spot && fresh.querySelector(`[data-row="${spot[0]}"][data-col="${spot[1]}"]`);
    (button ?? fresh.querySelector(".inline-button") ?? this.frame).focus({ preventScroll: true });
  }

  #draw(item) {
    if (item.day) return h("li", { class: "day", role: "separator" }, h("span", {}, item.day));
    if (item.service) return serviceLine(item.group[0], this.acts);
    return bubble(item.group, item.place, this.acts);
  }
}

// A picture that stays is moved, not loaded again: a line that changes under it must not flicker.
function keepPictures(old, fresh) {
  const known = new Map([...old.querySelectorAll("img")].map((image) => [image.src, image]));
  for (const image of fresh.querySelectorAll("img")) {
    const shown = known.get(image.src);
    if (shown?.complete) image.replaceWith(shown);
  }
}

function same(a, b) {
  if (a.day || b.day) return a.day === b.day;
  if (a.service !== b.service || a.group.length !== b.group.length) return false;
  if (!a.service && (a.own !== b.own || a.place.first !== b.place.first || a.place.last !== b.place.last)) return false;
  return a.group.every((message, index) => message === b.group[index]);
}

function isService(message) {
  return Boolean(message.service || message.successful_payment || message.refunded_payment);
}

/** What stands in the list, from top to bottom. */
function plan(messages, person) {
  const items = [];
  let day = null;
  for (const message of messages) {
    const key = dayKey(message.date);
    if (key !== day) items.push({ key: `day ${key}`, day: dayName(message.date), date: message.date });
    day = key;
    const last = items.at(-1);
    if (message.media_group_id && last.album === message.media_group_id) {
      last.group.push(message);
      continue;
    }
    items.push({
      key: message.message_id, group: [message], service: isService(message), album: message.media_group_id,
      own: message.from?.id === person, author: message.from?.id, date: message.date,
    });
  }
  items.forEach((item, index) => place(item, items[index - 1], items[index + 1]));
  return items;
}

function place(item, previous, next) {
  if (item.day || item.service) return;
  item.place = { own: item.own, first: !together(previous, item), last: !together(item, next) };
}

function together(a, b) {
  if (!a || !b || a.day || b.day || a.service || b.service) return false;
  return a.author === b.author && b.date - a.date < SAME_BREATH;
}
