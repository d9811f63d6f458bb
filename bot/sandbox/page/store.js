// What the page knows: people, the bot, and the chats that were opened.

import * as api from "./api.js";

const ACTION_LASTS = 5500;
const SETTLE = 200;

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
    this.loading = null;
    this.again = false;
    this.late = null;
  }

  /** Messages from the oldest to the newest. */
  sorted() {
    return [...this.messages.values()].sort((a, b) => a.message_id - b.message_id);
  }
}

// What did not change stays the same object, so that its bubble is not drawn again.
function renewed(old, messages) {
  return new Map(messages.map((message) => {
    const known = old.get(message.message_id);
    const same = known && JSON.stringify(known) === JSON.stringify(message);
    return [message.message_id, same ? known : message];
  }));
}

/** Keeps itself up to date by events; tells listeners `(what, personId)`. */
export class Store {
  #listeners = new Set();
  #waiting = new Set();

  constructor() {
    this.people = new Map();
    this.rooms = new Map();
    this.voices = new Map();
    this.steps = [];
    this.chats = new Map();
    this.unread = new Map();
    this.bot = null;
    this.commands = new Map();
    this.isOpen = () => false;
    this.isSeen = () => false;
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

  async loadRooms() {
    this.rooms = new Map((await api.rooms()).map((room) => [room.id, room]));
    this.#tell("people");
  }

  async loadSteps() {
    this.steps = await api.steps();
    this.#tell("steps");
  }

  /** Whether this is a chat that can be opened. */
  has(peer) {
    return this.people.has(peer) || this.rooms.has(peer);
  }

  /** Who is seen at the head of a chat: a person, or a room in a person's clothes. */
  who(peer) {
    const room = this.rooms.get(peer);
    if (!room) return this.people.get(peer) ?? { id: peer, first_name: "Somebody" };
    const count = room.members.length;
    return { id: peer, first_name: room.title, room, about: `${room.kind === "channel" ? "channel" : "group"} · ${count} ${count === 1 ? "person" : "people"}` };
  }

  /** As whom somebody acts in a chat: the person, or in a room whoever was chosen. */
  voice(peer) {
    const room = this.rooms.get(peer);
    if (!room) return peer;
    const members = room.members.map(({ id }) => id);
    const chosen = this.voices.get(peer);
    return members.includes(chosen) ? chosen : members[0] ?? null;
  }

  speakAs(peer, person) {
    this.voices.set(peer, person);
    void this.loadBot(peer);
    this.#tell("chat", peer);
  }

  /** Where the page acts for this chat, for api.js. */
  seat(peer) {
    return this.rooms.has(peer) ? { room: peer, voice: this.voice(peer) } : peer;
  }

  /** The bot's profile and the commands that this person sees. */
  async loadBot(person) {
    const bots = await api.bots(person && this.seat(person));
    const bot = bots.find(({ username }) => username.toLowerCase() === api.bot?.toLowerCase()) ?? bots[0];
    this.bot = bot ?? null;
    if (person) this.commands.set(person, bot?.commands ?? []);
    this.#tell("bot", person);
  }

  chat(person) {
    if (!this.chats.has(person)) this.chats.set(person, new Chat(person));
    return this.chats.get(person);
  }

  /** Fetch a chat afresh; one that is asked for while it is being fetched is fetched once more. */
  loadChat(person) {
    const chat = this.chat(person);
    if (chat.loading) chat.again = true;
    chat.loading ??= this.#fetchChat(chat).finally(() => {
      chat.loading = null;
      chat.late = null;
      this.#tell("chat", person);
    });
    return chat.loading;
  }

  async #fetchChat(chat) {
    do {
      chat.again = false;
      chat.late = []; // events that arrive meanwhile, applied after
      const { messages, keyboard, pinned, blocked, started } = await api.chat(this.seat(chat.person));
      chat.messages = renewed(chat.messages, messages);
      Object.assign(chat, { keyboard, pinned, blocked, started, loaded: true });
      for (const [kind, data] of chat.late) this.#apply(chat, kind, data);
    } while (chat.again);
  }

  markRead(person) {
    if (this.unread.delete(person)) this.#tell("unread", person);
  }

  /** Take one event of the server. */
  take(kind, data) {
    if (kind === "people") this.#later("people", () => this.refresh());
    else if (kind === "person") this.#meet(data.who);
    else if (kind === "room") this.#furnish(data.room);
    else if (kind === "step") this.#step(data.step);
    else if (kind === "acting") this.#tell("acting", data);
    else if (kind === "commands") this.#later("commands", () => this.#refreshCommands());
    else if (kind !== "alert") this.#takeForChat(kind, data);
    // An alert of one person comes with the answer to that person's press.
    else if (data.person === null) this.#tell("alert", data.text);
  }

  #meet(who) {
    this.people.set(who.id, who);
    this.#tell("people");
    const chat = this.chats.get(who.id);
    if (!chat) return;
    Object.assign(chat, { blocked: who.blocked, started: who.started });
    this.#tell("chat", who.id);
  }

  #furnish(room) {
    this.rooms.set(room.id, room);
    this.#tell("people");
    this.#tell("chat", room.id);
  }

  #step(step) {
    if (step === null) this.#later("steps", () => this.loadSteps());
    else {
      this.steps = this.steps.map((old) => (old.key === step.key ? step : old));
      this.#tell("steps", step);
    }
  }

  #takeForChat(kind, data) {
    const { person, message } = data;
    if (data.bot && data.bot !== this.bot?.username) return;
    if (kind === "message" && message.from?.id !== person && !this.isSeen(person)) {
      this.unread.set(person, (this.unread.get(person) ?? 0) + 1);
      this.#tell("unread", person);
    }
    const chat = this.chats.get(person);
    if (!chat) return;
    if (chat.late) chat.late.push([kind, data]);
    else {
      this.#apply(chat, kind, data);
      this.#tell(kind === "action" ? "action" : "chat", person);
    }
  }

  // Many events at once, as in a rush of buyers, ask for one fetch.
  #later(what, run) {
    if (this.#waiting.has(what)) return;
    this.#waiting.add(what);
    setTimeout(() => {
      this.#waiting.delete(what);
      run().catch((error) => this.#tell("error", error.message));
    }, SETTLE);
  }

  #refreshCommands() {
    return Promise.all([...this.commands.keys()].map((person) => this.loadBot(person)));
  }

  /** Fetch everything that is shown, and forget what is not. */
  async refresh() {
    for (const id of this.chats.keys()) if (!this.isOpen(id)) this.chats.delete(id);
    const open = [...this.chats.keys()];
    await this.loadRooms();
    await Promise.all([this.loadPeople(), this.loadSteps(), this.loadBot(), ...open.flatMap((id) => [this.loadChat(id), this.loadBot(id)])]);
  }

  #apply(chat, kind, data) {
    if (kind === "message" || kind === "edit") {
      chat.messages.set(data.message.message_id, data.message);
      if (kind === "message" && data.message.from?.id !== chat.person) this.#setAction(chat, null);
    } else if (kind === "delete") {
      chat.messages.delete(data.message_id);
      chat.pinned = chat.pinned.filter((id) => id !== data.message_id);
    } else if (kind === "pinned") {
      chat.pinned = data.pinned;
    } else if (kind === "keyboard") {
      chat.keyboard = data.keyboard ?? null;
    } else if (kind === "action") {
      this.#setAction(chat, data.action);
    }
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
