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
    this.peer = pane.person;
    this.crowded = pane.store.rooms.has(this.peer);
    this.lightbox = sheets.lightbox;
  }

  get store() {
    return this.pane.store;
  }

  /** Who acts: the person, or in a room whoever writes there. */
  get person() {
    return this.store.voice(this.peer);
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
    return this.#try(() => api.act(this.store.seat(this.peer), what, body));
  }

  // For the log.

  idOf(messageId) {
    return `m-${this.pane.index}-${this.peer}-${messageId}`;
  }

  find(messageId) {
    return this.store.chat(this.peer).messages.get(messageId);
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

  /** Open an invoice's address as a bill; false when it is another address. */
  async #bill(url) {
    if (!/^https:\/\/t\.me\/\$/.test(url)) return false;
    const done = await this.#act("open", { url });
    if (done?.invoice) void sheets.paySheet(this.who, { invoice: done.invoice, slug: done.slug }, this.store.seat(this.peer));
    return Boolean(done);
  }

  isOwn(url) {
    const name = this.store.bot?.username?.toLowerCase();
    const found = /^(?:https?:\/\/(?:www\.)?(?:t|telegram)\.me\/|tg:\/\/resolve\?domain=)(\w+)/i.exec(url);
    return Boolean(name) && found?.[1].toLowerCase() === name;
  }

  // For the foot.

  commands() {
    return this.store.commands.get(this.peer) ?? [];
  }

  async send(text) {
    this.pane.log.toEnd();
    const done = await this.#act("send", { text });
    if (!done && !this.pane.composer.text) this.pane.composer.text = text;
  }

  /** Send one file, or pictures as an album. */
  async attach(kind, files) {
    const chosen = await sheets.fileSheet(files, kind);
    if (!chosen) return;
    const how = files.length > 1 ? "album" : kind;
    await this.#try(() => api.upload(this.store.seat(this.peer), how, files, chosen.caption));
  }

  /** Send what was dropped or pasted. */
  attachAny(files) {
    const pictures = files.filter(({ type }) => type.startsWith("image/"));
    if (pictures.length === files.length && files.length) void this.attach("photo", files.slice(0, 10));
    else if (files.length) void this.attach("document", files.slice(0, 1));
  }

  voice() {
    return this.#act("voice", { duration: 3 + Math.floor(Math.random() * 12) });
  }

  vote(message, options) {
    return this.#act("vote", { message_id: message.message_id, options });
  }

  moveBot(status) {
    return this.#try(() => api.seatBot(this.peer, status));
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
    else if (button.request_users) await this.#shareUsers(button.request_users);
    else if (button.request_chat) await this.#shareRoom(button.request_chat);
    else await this.#act("reply_keyboard", { text: button.text });
  }

  async #shareUsers({ request_id: request }) {
    const other = await sheets.peopleSheet({ title: "Share whom?", eyebrow: "People", people: this.others, testid: "dialog-share-users" });
    if (other) await this.#act("share_users", { request_id: request, users: [other.id] });
  }

  async #shareRoom({ request_id: request, chat_is_channel: channel }) {
    const rooms = [...this.store.rooms.values()].filter((room) => !room.closed && (room.kind === "channel") === channel);
    if (!rooms.length) return this.pane.say(`There is no ${channel ? "channel" : "group"} yet: make one with the plus below the list.`, "error");
    const people = rooms.map((room) => this.store.who(room.id));
    const room = await sheets.peopleSheet({ title: "Share which?", eyebrow: channel ? "Channel" : "Group", people, testid: "dialog-share-room" });
    if (room) await this.#act("share_room", { request_id: request, room: room.id });
  }

  // For inline mode.

  /** By which name the bot is asked. */
  inlineName() {
    return this.store.bot?.username;
  }

  /** Go to the bot with a start parameter, as the button above the results asks. */
  startWith(payload) {
    return this.#act("start", { payload });
  }

  /** What the bot offers for the words after its name; undefined when it cannot be asked. */
  offer(query, offset, to) {
    return this.#act("inline", { query, offset, ...to && { to } });
  }

  /** Send an offered result here, or to a friend. */
  async choose(query, result, to) {
    const done = await this.#act("choose", { query, result, ...to && { to } });
    if (done && to) this.pane.say(`Sent to ${fullName(this.store.people.get(to))}.`, "done");
    return Boolean(done);
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
    if (button.pay) return sheets.paySheet(this.who, message, this.store.seat(this.peer));
    if (button.copy_text) return this.#copy(button.copy_text.text);
    if (button.url && await this.#bill(button.url)) return undefined;
    if (button.url) return this.link(button.url) || this.#share(button.url) || this.#leave(button.url);
    if (button.web_app || button.login_url) return this.#leave((button.web_app ?? button.login_url).url);
    if (button.switch_inline_query_current_chat !== undefined) return this.#inline(button.switch_inline_query_current_chat);
    const elsewhere = button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query ?? (button.switch_inline_query_chosen_chat && "");
    if (elsewhere !== undefined) return this.#inlineElsewhere(elsewhere);
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

  #inline(query, to = null) {
    const { composer } = this.pane;
    composer.text = `@${this.store.bot?.username ?? "bot"} ${query}`;
    composer.input.focus();
    composer.inline.address(to);
    composer.inline.typed(composer.text);
  }

  async #inlineElsewhere(query) {
    const friend = await sheets.peopleSheet({ title: "Share with whom?", eyebrow: "Share", people: this.others, testid: "dialog-inline" });
    if (friend) this.#inline(query, friend);
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
