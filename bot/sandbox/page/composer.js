// Where a person writes: text, commands, attachments and the bot's reply keyboard.

import { freshId, h, icon, iconButton } from "./dom.js";
import { Inline } from "./inline.js";
import { openMenu } from "./popups.js";

const TALLEST = 160;
const MOST_IN_ALBUM = 10;

const CORNERS = [["request_contact", "person"], ["request_location", "pin"], ["request_users", "person"], ["request_chat", "room"]];

/**
 * The foot of a chat. `acts`: `send(text)`, `attach(kind, files)`, `attachAny(files)`, `voice()`, `location()`,
 * `contact()`, `otherContact()`, `offer(…)` and `choose(…)` of inline mode, `commands() -> [{command, description}]`, `replyButton(button)`.
 */
export class Composer {
  #matches = [];
  #chosen = -1;

  constructor(label, acts) {
    this.acts = acts;
    const listId = freshId("suggestions");
    this.input = h("textarea", {
      class: "composer-input", rows: 1, dir: "auto", testid: "composer", "aria-label": label, placeholder: "Message",
      maxlength: 8192, role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": listId,
      autocomplete: "off", enterkeyhint: "send",
    });
    this.suggestions = h("ul", { class: "suggestions", role: "listbox", id: listId, testid: "suggestions", "aria-label": "Commands", hidden: true });
    this.photoInput = this.#picker("photo", "image/*");
    this.fileInput = this.#picker("document", "");
    this.keyboard = h("div", { class: "reply-keyboard", testid: "reply-keyboard", role: "group", "aria-label": "Answers to choose from", hidden: true });
    this.toggle = iconButton("keyboard", "Show or hide the answers to choose from", "keyboard-toggle", () => this.#flip(), { hidden: true });
    this.commandsButton = iconButton("menu", "Commands", "commands", () => this.#menu(), { "aria-haspopup": "menu" });
    this.attachButton = iconButton("clip", "Attach", "attach", () => this.#attach(), { "aria-haspopup": "menu" });
    const send = h("button", { type: "submit", class: "tool send", testid: "send", "aria-label": "Send", title: "Send (Enter)" }, icon("send"));
    const form = h("form", { class: "composer" }, this.commandsButton, this.attachButton,
      h("div", { class: "composer-box" }, this.input, this.toggle), send, this.photoInput, this.fileInput);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.#offer([]));
    this.input.addEventListener("paste", (event) => this.#pasted(event));
    this.inline = new Inline(acts, () => {
      this.text = "";
      this.input.focus();
    });
    this.node = h("div", { class: "foot" }, this.suggestions, this.inline.node, form, this.keyboard);
  }

  #picker(kind, accept) {
    const input = h("input", { type: "file", accept, multiple: kind === "photo", testid: `file-${kind}`, hidden: true, tabindex: -1, "aria-label": `Choose a ${kind}` });
    input.addEventListener("change", () => {
      const files = [...input.files].slice(0, MOST_IN_ALBUM);
      input.value = "";
      if (files.length) this.acts.attach(kind, files);
    });
    return input;
  }

  get text() {
    return this.input.value;
  }

  set text(value) {
    this.input.value = value;
    this.grow();
  }

  /** Fit the field to its text; to be called again when it comes into view. */
  grow() {
    const { style } = this.input;
    style.removeProperty("height");
    if (this.text && this.input.scrollHeight) style.setProperty("height", `${Math.min(this.input.scrollHeight, TALLEST)}px`);
  }

  #send() {
    const text = this.text.trim();
    if (!text) return;
    this.text = "";
    this.#offer([]);
    this.acts.send(text);
    this.input.focus();
  }

  #typed() {
    this.grow();
    this.suggest();
    this.inline.typed(this.text);
  }

  /** Offer the commands that begin as the text does; to be called again when they have changed. */
  suggest() {
    if (document.activeElement !== this.input) return;
    const typed = /^\/(\w*)$/.exec(this.text)?.[1];
    const fits = ({ command }) => command.startsWith(typed.toLowerCase());
    this.#offer(typed === undefined ? [] : this.acts.commands().filter(fits));
  }

  #key(event) {
    if (event.isComposing || this.inline.key(event)) return;
    if (this.#matches.length && this.#keyInSuggestions(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    }
  }

  #keyInSuggestions(event) {
    const count = this.#matches.length;
    if (event.key === "ArrowDown") this.#choose((this.#chosen + 1) % count);
    else if (event.key === "ArrowUp") this.#choose((this.#chosen - 1 + count) % count);
    else if (event.key === "Escape") this.#offer([]);
    else if (event.key === "Tab" && !event.shiftKey) this.text = `/${this.#matches[Math.max(this.#chosen, 0)].command} `;
    else if (event.key === "Enter" && this.#chosen >= 0) this.#take(this.#matches[this.#chosen].command);
    else return false;
    if (event.key === "Tab") this.#offer([]);
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #take(command) {
    this.text = `/${command}`;
    this.#send();
  }

  #offer(matches) {
    const names = (list) => list.map(({ command }) => command).join();
    if (names(matches) === names(this.#matches)) return;
    this.#matches = matches;
    this.#chosen = -1;
    this.suggestions.hidden = matches.length === 0;
    this.input.setAttribute("aria-expanded", String(matches.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    this.suggestions.replaceChildren(...matches.map(({ command, description }) => h("li", {
      role: "option", id: freshId("option"), "aria-selected": "false", testid: "suggestion",
      on: {
        // pressed, not clicked: the field must not lose the focus first
        pointerdown: (event) => {
          event.preventDefault();
          this.#take(command);
        },
      },
    }, h("b", {}, `/${command}`), h("span", {}, description))));
  }

  #choose(index) {
    this.#chosen = index;
    [...this.suggestions.children].forEach((node, at) => {
      node.setAttribute("aria-selected", String(at === index));
      if (at !== index) return;
      node.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", node.id);
    });
  }

  #pasted(event) {
    const files = [...event.clipboardData?.files ?? []];
    if (!files.length) return;
    event.preventDefault();
    this.acts.attachAny(files);
  }

  #menu() {
    const commands = this.acts.commands();
    const items = commands.map(({ command, description }) => ({
      label: `/${command}`, detail: description, testid: "command", run: () => this.acts.send(`/${command}`),
    }));
    if (!items.length) items.push({ label: "/start", detail: "This bot has named no commands yet", testid: "command", run: () => this.acts.send("/start") });
    openMenu(this.commandsButton, items, { title: "Commands", testid: "commands-menu" });
  }

  #attach() {
    openMenu(this.attachButton, [
      { label: "Photo or album", icon: "photo", testid: "attach-photo", run: () => this.photoInput.click() },
      { label: "Document", icon: "file", testid: "attach-document", run: () => this.fileInput.click() },
      { label: "Voice message", icon: "microphone", testid: "attach-voice", run: () => this.acts.voice() },
      { label: "Location", icon: "pin", testid: "attach-location", run: () => this.acts.location() },
      { label: "My contact", icon: "person", testid: "attach-contact", run: () => this.acts.contact() },
      { label: "Somebody’s contact …", icon: "person", testid: "attach-other-contact", run: () => this.acts.otherContact() },
    ], { title: "Attach" });
  }

  #flip() {
    this.keyboard.hidden = !this.keyboard.hidden;
    this.toggle.setAttribute("aria-expanded", String(!this.keyboard.hidden));
    if (!this.keyboard.hidden) this.keyboard.querySelector("button")?.focus();
  }

  /** Show the bot's reply keyboard (Bot API ReplyKeyboardMarkup), or none. */
  showKeyboard(markup) {
    if (markup === this.markup) return;
    this.markup = markup;
    const rows = markup?.keyboard ?? [];
    this.input.placeholder = markup?.input_field_placeholder ?? "Message";
    this.toggle.hidden = rows.length === 0;
    this.keyboard.hidden = rows.length === 0;
    this.toggle.setAttribute("aria-expanded", String(rows.length > 0));
    this.keyboard.replaceChildren(...rows.map((row) => h("div", { class: "buttons-row" }, row.map((entry) => this.#replyButton(entry)))));
  }

  #replyButton(entry) {
    const button = typeof entry === "string" ? { text: entry } : entry;
    const corner = CORNERS.find(([kind]) => button[kind])?.[1];
    const press = () => {
      if (this.markup?.one_time_keyboard) this.#flip();
      this.acts.replyButton(button);
    };
    return h("button", { type: "button", class: `reply-button ${button.style ?? ""}`, testid: "reply-button", dir: "auto", on: { click: press } },
      h("span", {}, button.text), corner && icon(corner));
  }
}
