// What the page knows: people, the bot, and the chats that were opened.

import * as api from "./api.js";

const ACTION_LASTS = 5500;

/** One person's chat with the bot. */
class Chat {
  constructor(person) {
    this.person = person;
    this.messages = new Map();
    this.keyboard = null;
    this.pinned = [];
    this.action = null;
    this.blocked = false;
    this.started = false;
    this.loaded = false;
    this.late = null;
  }

  /** Messages from the oldest to the newest. */
  sorted() {
    return [...this.messages.values()].sort((a, b) => a.message_id - b.message_id);
  }
}

/** Keeps itself up to date by events; tells listeners `(what, personId)`. */
export class Store {
  #listeners = new Set();

  constructor() {
    this.people = new Map();
    this.chats = new Map();
    this.unread = new Map();
    this.bot = null;
    this.commands = new Map();
    this.isOpen = () => false;
  }

  onChange(listener) {
    this.#listeners.add(listener);
  }

  #tell(what, person) {
    for (const listener of this.#listeners) listener(what, person);
  }

  async loadPeople() {
    const list = await api.people();
    this.people = new Map(list.map((person) => [person.id, person]));
    for (const person of list) {
      const chat = this.chats.get(person.id);
      if (chat) Object.assign(chat, { blocked: person.blocked, started: person.started });
    }
    this.#tell("people");
    for (const id of this.chats.keys()) this.#tell("chat", id);
  }

  /** The bot's profile and the commands that this person sees. */
  async loadBot(person) {
    const [bot] = await api.bots(person);
    this.bot = bot ?? null;
    if (person) this.commands.set(person, bot?.commands ?? []);
    this.#tell("bot", person);
  }

  chat(person) {
    if (!this.chats.has(person)) this.chats.set(person, new Chat(person));
    return this.chats.get(person);
  }

  /** Fetch a chat afresh; events that arrive meanwhile are applied after it. */
  async loadChat(person) {
    const chat = this.chat(person);
    chat.late ??= [];
    try {
      const fresh = await api.chat(person);
      const late = chat.late;
      chat.late = null;
      chat.messages = new Map(fresh.messages.map((message) => [message.message_id, message]));
      const { keyboard, pinned, action, blocked, started } = fresh;
      Object.assign(chat, { keyboard, pinned: pinned ?? [], action, blocked, started, loaded: true });
      for (const [kind, data] of late ?? []) this.#apply(chat, kind, data);
    } finally {
      chat.late = null;
      this.#tell("chat", person);
    }
  }

  markRead(person) {
    if (this.unread.delete(person)) this.#tell("unread", person);
  }

  /** Take one event of the server. */
  take(kind, data) {
    if (kind === "people") return void this.loadPeople().catch(() => undefined);
    if (kind === "commands") return this.#refreshCommands();
    const person = data.person;
    if (kind === "alert") return this.#tell("alert", data);
    if (kind === "message" && data.message.from?.id !== person && !this.isOpen(person)) {
      this.unread.set(person, (this.unread.get(person) ?? 0) + 1);
      this.#tell("unread", person);
    }
    const chat = this.chats.get(person);
    if (!chat) return undefined;
    if (chat.late) chat.late.push([kind, data]);
    else {
      this.#apply(chat, kind, data);
      this.#tell(kind === "action" ? "action" : "chat", person);
    }
    return undefined;
  }

  #refreshCommands() {
    for (const person of this.commands.keys()) void this.loadBot(person).catch(() => undefined);
  }

  #apply(chat, kind, data) {
    if (kind === "message" || kind === "edit") {
      chat.messages.set(data.message.message_id, data.message);
      if (kind === "message" && data.message.from?.id !== chat.person) this.#setAction(chat, null);
    } else if (kind === "delete") {
      for (const id of data.message_ids ?? [data.message_id]) chat.messages.delete(id);
    } else if (kind === "keyboard") {
      chat.keyboard = data.keyboard ?? null;
    } else if (kind === "action") {
      this.#setAction(chat, data.action);
    }
    for (const name of ["pinned", "blocked", "started"]) if (data[name] !== undefined) chat[name] = data[name];
  }

  #setAction(chat, action) {
    clearTimeout(chat.timer);
    chat.action = action ?? null;
    if (!action) return;
    chat.timer = setTimeout(() => {
      chat.action = null;
      this.#tell("action", chat.person);
    }, ACTION_LASTS);
  }
}
