// One open chat: head, pinned bar, messages, foot.

import { Actions } from "./actions.js";
import { Composer } from "./composer.js";
import { avatar, fullName, h, icon, iconButton } from "./dom.js";
import { Log } from "./log.js";
import { gist } from "./message.js";
import { openMenu, toast } from "./popups.js";

const DOING = {
  typing: "is typing", upload_photo: "is sending a photo", upload_document: "is sending a file",
  find_location: "is looking at the map", choose_sticker: "is choosing a sticker", record_video: "is filming",
};

/** A place on the page that shows one person's chat. `app` opens other people and knows the panes. */
export class Pane {
  constructor(index, store, app) {
    this.index = index;
    this.store = store;
    this.app = app;
    this.person = null;
    this.drafts = new Map();
    this.node = h("section", { class: "pane", testid: `pane-${index}`, "aria-label": "Chat" });
    this.node.addEventListener("focusin", () => app.activate(index));
    this.node.addEventListener("pointerdown", () => app.activate(index));
    for (const kind of ["dragover", "drop"]) this.node.addEventListener(kind, (event) => this.#dropped(event));
    this.show(null);
  }

  get chat() {
    return this.store.chat(this.person);
  }

  get who() {
    return this.store.who(this.person);
  }

  /** Show this person's chat, or the welcome when null. */
  show(person) {
    if (this.composer && this.person !== null) this.drafts.set(this.person, this.composer.text);
    this.person = person;
    this.pinnedAt = 0;
    this.node.dataset.person = person ?? "";
    if (person === null) {
      this.composer = null;
      this.node.setAttribute("aria-label", "Welcome");
      this.node.replaceChildren(this.index === 0 ? welcome() : besides());
      return;
    }
    this.node.setAttribute("aria-label", `Chat of ${fullName(this.who)}`);
    this.#build();
    this.refresh();
  }

  #build() {
    const acts = new Actions(this);
    this.acts = acts;
    this.title = h("h2", { dir: "auto" });
    this.status = h("p", { class: "pane-status", testid: "status" });
    this.voice = h("select", { class: "voice", testid: "voice", "aria-label": "Who writes here", hidden: true,
      on: { change: () => this.store.speakAs(this.person, Number(this.voice.value)) } });
    this.menuButton = iconButton("more", "Chat menu", "pane-menu", () => this.#menu(), { "aria-haspopup": "menu" });
    const head = h("header", { class: "pane-head" },
      iconButton("back", "Back to people", "back", () => this.app.back(), { class: "tool back" }),
      avatar(this.who), h("div", { class: "pane-names" }, this.title, this.status), this.voice, this.menuButton,
      iconButton("close", "Close this chat", "close-pane", () => this.app.close(this.index), { class: "tool close-pane" }));
    this.pinnedBar = h("button", { type: "button", class: "pinned", testid: "pinned", hidden: true, on: { click: () => this.#nextPinned() } });
    this.log = new Log(`Messages of ${fullName(this.who)}`, acts);
    this.log.onScroll = (stuck) => {
      this.down.hidden = stuck;
    };
    this.down = iconButton("down", "To the newest message", "to-end", () => this.log.toEnd(), { class: "tool to-end", hidden: true });
    this.empty = h("div", { class: "empty", hidden: true });
    this.typing = h("div", { class: "typing", testid: "typing", hidden: true, "aria-hidden": "true" }, h("i"), h("i"), h("i"));
    this.toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.composer = new Composer(`Message as ${fullName(this.who)}`, acts);
    this.composer.text = this.drafts.get(this.person) ?? "";
    this.gate = h("div", { class: "gate" });
    this.node.replaceChildren(head, this.pinnedBar,
      h("div", { class: "stage" }, this.log.node, this.empty, this.typing, this.down, this.toasts),
      this.composer.node, this.gate);
  }

  /** Draw what the store knows now. */
  refresh() {
    if (this.person === null) return;
    const { chat, who, store } = this;
    this.title.textContent = fullName(who);
    this.drawStatus();
    this.#drawVoice();
    this.log.render(chat.sorted(), store.voice(this.person));
    this.#drawPinned();
    this.composer.showKeyboard(chat.keyboard);
    this.#drawGate();
    const bare = chat.loaded && chat.messages.size === 0;
    this.empty.hidden = !bare;
    if (bare) this.empty.replaceChildren(...greeting(store.bot));
    this.node.dataset.loaded = String(chat.loaded);
    if (this.focusLater) this.focus();
  }

  /** The bot or its commands changed. */
  meetBot() {
    this.refresh();
    this.composer?.suggest();
  }

  /** Draw who this is, or what the bot is just doing. */
  drawStatus() {
    if (this.person === null) return;
    const { action, blocked } = this.chat;
    const name = this.store.bot?.name ?? "the bot";
    const about = this.who.about ? `${this.who.about} · ` : "";
    this.status.textContent = action ? `${name} ${DOING[action] ?? "is busy"} …` : blocked ? `${about}has blocked ${name}` : `${about}with ${name}`;
    this.status.classList.toggle("doing", Boolean(action));
    this.typing.hidden = !action;
  }

  #drawVoice() {
    const { room } = this.who;
    this.voice.hidden = !room;
    if (!room) return;
    const people = room.members.map(({ id }) => this.store.people.get(id)).filter(Boolean);
    this.voice.replaceChildren(...people.map((person) => h("option", { value: person.id }, `as ${person.first_name}`)));
    this.voice.value = String(this.store.voice(this.person));
  }

  #drawPinned() {
    const ids = [...this.chat.pinned].sort((a, b) => b - a);
    const messages = ids.map((id) => this.chat.messages.get(id)).filter(Boolean);
    this.pinnedBar.hidden = messages.length === 0;
    if (!messages.length) return;
    this.pinnedAt %= messages.length;
    const message = messages[this.pinnedAt];
    this.pinnedBar.dataset.messageId = message.message_id;
    const count = messages.length > 1 ? ` ${this.pinnedAt + 1} of ${messages.length}` : "";
    this.pinnedBar.replaceChildren(icon("tack"), h("span", {}, h("small", {}, `Pinned${count}`), h("span", { dir: "auto" }, gist(message))));
  }

  #nextPinned() {
    this.log.jump(Number(this.pinnedBar.dataset.messageId));
    this.pinnedAt += 1;
    this.#drawPinned();
  }

  #drawGate() {
    const { blocked, started, loaded } = this.chat;
    const { room } = this.who;
    const state = !loaded ? "loading" : blocked ? "blocked" : started || room ? "open" : "new";
    const open = state === "open";
    this.composer.node.hidden = !open;
    this.gate.hidden = open || state === "loading";
    if (this.gateState === state && this.gate.firstChild) return;
    this.gateState = state;
    if (open) this.composer.grow();
    const [label, testid, run] = blocked
      ? ["Unblock", "unblock", () => this.acts.unblock()]
      : ["Start", "start", () => this.acts.start()];
    const hadFocus = this.gate.contains(document.activeElement);
    this.gate.replaceChildren(...open ? [] : [h("button", { type: "button", class: "action main wide", testid, on: { click: run } }, label)]);
    if (hadFocus && open) this.composer.input.focus();
  }

  #menu() {
    const { chat, who, acts } = this;
    if (who.room) return openMenu(this.menuButton, this.#roomMenu(), { title: fullName(who) });
    const items = [
      { label: `Open a link as ${who.first_name} …`, icon: "link", testid: "menu-link", run: () => acts.openLink() },
      { label: "Send /start again", icon: "send", testid: "menu-start", run: () => acts.start() },
    ];
    items.push(chat.blocked
      ? { label: "Unblock the bot", icon: "check", testid: "menu-unblock", run: () => acts.unblock() }
      : { label: "Block the bot", icon: "block", testid: "menu-block", danger: true, run: () => acts.block() });
    openMenu(this.menuButton, items, { title: fullName(who) });
  }

  #roomMenu() {
    const { bot } = this.who.room;
    const inside = bot === "member" || bot === "administrator";
    const move = (label, status, icon) => ({ label, icon, testid: `room-bot-${status}`, run: () => this.acts.moveBot(status) });
    return [
      ...inside ? [] : [move("Let the bot in", "member", "check")],
      ...bot === "administrator" ? [] : [move("Make the bot an administrator", "administrator", "check")],
      ...inside ? [{ ...move("Remove the bot", "kicked", "block"), danger: true }] : [],
    ];
  }

  #dropped(event) {
    if (this.person === null || ![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
    event.preventDefault();
    if (event.type === "drop") this.acts.attachAny([...event.dataTransfer.files]);
  }

  /** Say something short in this chat. */
  say(text, kind) {
    toast(this.toasts, text, kind);
  }

  /** Put the cursor where a person goes on. */
  focus() {
    if (this.person === null) return;
    this.focusLater = !this.chat.loaded;
    if (this.focusLater) return;
    const target = this.composer.node.hidden ? this.gate.querySelector("button") : this.composer.input;
    target.focus({ preventScroll: true });
  }
}

function welcome() {
  return h("div", { class: "welcome", testid: "welcome" },
    h("span", { class: "welcome-mark", "aria-hidden": "true" }, icon("hanger")),
    h("p", { class: "eyebrow" }, "Salon privé"),
    h("h2", {}, "Every guest is make‑believe. ", h("em", {}, "The house is real.")),
    h("p", {}, "Choose somebody from the list and you hold their phone: write, press, pay, show a ticket. The bot, its database and its queues behind it are the real ones; no Telegram account, no money."),
    h("p", { class: "hint wide-only" }, "Open a second chat beside the first to see both sides: the guest shows the code, the door scans it."));
}

function besides() {
  return h("div", { class: "welcome", testid: "welcome-beside" },
    h("span", { class: "welcome-mark", "aria-hidden": "true" }, icon("beside")),
    h("h2", {}, "And beside?"),
    h("p", {}, "Choose a second person from the list: the guest here, the door there."));
}

function greeting(bot) {
  return [
    bot?.photo ? h("img", { class: "portrait", src: bot.photo, alt: "" }) : h("span", { class: "welcome-mark", "aria-hidden": "true" }, icon("hanger")),
    h("h3", {}, bot?.name ?? "A bot"),
    h("p", { dir: "auto" }, bot?.description || "Nothing has been said yet. Press Start to meet the bot."),
  ];
}
