// What a person can do in a chat; every refusal ends as a sentence on the page.

import * as api from "./api.js";
import { avatar, fullName } from "./dom.js";
import { gist } from "./message.js";
import { alertDialog, confirmDialog, copy, openMenu } from "./popups.js";
import * as sheets from "./sheets.js";

/** The doings of one pane while it shows one person. */
export class Actions {
  constructor(pane) {
    this.pane = pane;
    this.person = pane.person;
    this.lightbox = sheets.lightbox;
  }

  get store() {
    return this.pane.store;
  }

  get who() {
    return this.store.people.get(this.person);
  }

  /** Others than this person. */
  get others() {
    return [...this.store.people.values()].filter((person) => person.id !== this.person);
  }

  async #try(doing) {
    try {
      return await doing();
    } catch (error) {
      if (!(error instanceof api.ApiError)) throw error;
      this.pane.say(error.message, "error");
      return undefined;
    }
  }

  #act(what, body) {
    return this.#try(() => api.act(this.person, what, body));
  }

  // For the log.

  idOf(messageId) {
    return `m-${this.pane.index}-${this.person}-${messageId}`;
  }

  find(messageId) {
    return this.store.chat(this.person).messages.get(messageId);
  }

  jump(messageId) {
    if (!this.pane.log.jump(messageId)) this.pane.say("That message is gone.");
  }

  command(text) {
    void this.send(text);
  }

  /** Open an own link of the bot here; true when it was one. */
  link(url) {
    if (!this.isOwn(url)) return false;
    void this.#act("open", { url });
    return true;
  }

  isOwn(url) {
    const name = this.store.bot?.username?.toLowerCase();
    const found = /^(?:https?:\/\/(?:www\.)?(?:t|telegram)\.me\/|tg:\/\/resolve\?domain=)(\w+)/i.exec(url);
    return Boolean(name) && found?.[1].toLowerCase() === name;
  }

  // For the foot.

  commands() {
    return this.store.commands.get(this.person) ?? [];
  }

  async send(text) {
    this.pane.log.toEnd();
    const done = await this.#act("send", { text });
    if (!done && !this.pane.composer.text) this.pane.composer.text = text;
  }

  async attach(kind, file) {
    const chosen = await sheets.fileSheet(file, kind);
    if (chosen) await this.#try(() => api.upload(this.person, kind, file, chosen.caption));
  }

  async location() {
    const spot = await sheets.locationSheet(this.who);
    if (spot) await this.#act("location", spot);
  }

  async contact() {
    const name = this.store.bot?.name ?? "the bot";
    const yes = await confirmDialog({
      title: "Share the phone number?", testid: "dialog-contact", confirm: "Share",
      text: `${name} will see the phone number of ${fullName(this.who)}.`,
    });
    if (yes) await this.#act("contact", {});
  }

  async otherContact() {
    const other = await sheets.peopleSheet({ title: "Whose contact?", eyebrow: "Contact", people: this.others, testid: "dialog-other-contact" });
    if (other) await this.#act("contact", { of: other.id });
  }

  async replyButton(button) {
    if (button.request_contact) await this.contact();
    else if (button.request_location) await this.location();
    else await this.#act("reply_keyboard", { text: button.text });
  }

  start() {
    return this.#act("start", {});
  }

  block() {
    return this.#act("block");
  }

  unblock() {
    return this.#act("unblock");
  }

  async openLink() {
    const url = await sheets.linkSheet(this.who, this.store.bot);
    const done = url && await this.#act("open", { url });
    if (done?.opened === false) this.pane.say(`That link leads out of this chat: ${done.url}`);
  }

  // For buttons under messages.

  async press(message, button, row, col, node) {
    if (button.pay) return sheets.paySheet(this.who, message);
    if (button.copy_text) return this.#copy(button.copy_text.text);
    if (button.url) return this.link(button.url) || this.#share(button.url) || this.#leave(button.url);
    if (button.web_app || button.login_url) return this.#leave((button.web_app ?? button.login_url).url);
    const query = button.switch_inline_query ?? button.switch_inline_query_current_chat ?? button.switch_inline_query_chosen_chat?.query;
    if (query !== undefined) return this.#inline(query);
    return this.#tap(message, row, col, node);
  }

  async #copy(text) {
    if (await copy(text)) this.pane.say(`Copied: ${text}`, "done");
    else await alertDialog(text, "Copy this");
  }

  // Telegram's "share" link: here the friend opens at once what would be sent. False: another link.
  #share(address) {
    const shared = /^https:\/\/(?:t|telegram)\.me\/share\/?(?:url)?\?/i.test(address) && new URL(address).searchParams.get("url");
    if (!shared || !this.isOwn(shared)) return false;
    void this.#hand(shared);
    return true;
  }

  async #hand(url) {
    const friend = await sheets.peopleSheet({ title: "Share with whom?", eyebrow: "They open it at once", people: this.others, testid: "dialog-share" });
    if (!friend) return;
    const done = await this.#try(() => api.act(friend.id, "open", { url }));
    if (done) this.pane.app.meet(friend.id, this.pane.index);
  }

  #leave(url) {
    if (/^https?:/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
    else this.pane.say("This page opens only web addresses.", "error");
  }

  #inline(query) {
    this.pane.composer.text = `@${this.store.bot?.username ?? "bot"} ${query}`;
    this.pane.composer.input.focus();
  }

  async #tap(message, row, col, node) {
    if (node.getAttribute("aria-busy") === "true") return;
    node.setAttribute("aria-busy", "true");
    const done = await this.#act("tap", { message_id: message.message_id, row, col });
    node.removeAttribute("aria-busy");
    if (!done) return;
    const { answer } = done;
    if (answer === null) this.pane.say("The bot gave no answer to this press.");
    else if (answer?.text && answer.show_alert) await alertDialog(answer.text, this.store.bot?.name ?? "The bot", `to ${fullName(this.who)}`);
    else if (answer?.text) this.pane.say(answer.text);
    if (answer?.url && !this.isOwn(answer.url)) this.#leave(answer.url);
  }

  scan(message, anchor) {
    openMenu(anchor, this.others.map((person) => ({
      label: fullName(person), detail: person.about, node: avatar(person, "small"),
      testid: `scan-as-${person.id}`, run: () => this.#scan(message, person),
    })), { title: "Scan this code as", testid: "scan-menu" });
  }

  async #scan(message, person) {
    const done = await this.#act("scan", { message_id: message.message_id, person: person.id });
    if (!done) return;
    if (done.opened) this.pane.app.meet(person.id, this.pane.index);
    else this.pane.say(done.text ? `The code says: ${done.text}` : "There is no code that can be read in this picture.");
  }

  menu(group, anchor) {
    const message = group[0];
    const text = group.map((one) => one.text ?? one.caption).find(Boolean);
    const items = [];
    if (text) items.push({ label: "Copy the text", icon: "copy", testid: "message-copy", run: () => this.#copyQuietly(text) });
    if (message.photo) items.push({ label: "Scan as …", icon: "scan", testid: "message-scan", run: () => this.scan(message, anchor) });
    items.push(
      { label: "Forward to …", icon: "share", testid: "message-forward", run: () => this.#forward(message) },
      { label: "Delete", icon: "trash", danger: true, testid: "message-delete", run: () => this.#delete(group) });
    openMenu(anchor, items, { title: gist(message).slice(0, 40) });
  }

  async #copyQuietly(text) {
    if (await copy(text)) this.pane.say("Copied.", "done");
    else await alertDialog(text, "Copy this");
  }

  async #forward(message) {
    const other = await sheets.peopleSheet({ title: "Forward to whom?", eyebrow: "Forward", people: this.others, testid: "dialog-forward" });
    if (!other) return;
    const done = await this.#act("forward", { message_id: message.message_id, to: other.id });
    if (done) this.pane.say(`Forwarded to ${fullName(other)}.`, "done");
  }

  async #delete(group) {
    for (const message of group) await this.#act("delete", { message_id: message.message_id });
  }
}
