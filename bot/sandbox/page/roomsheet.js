// The dialog that makes a group or a channel.

import { fullName, h } from "./dom.js";
import { openDialog } from "./popups.js";

const KINDS = [["supergroup", "Group"], ["channel", "Channel"], ["group", "Small old-style group"]];
const PLACES = [["administrator", "as an administrator"], ["member", "as a member"], ["left", "not yet"]];

function choice(name, label, options) {
  return h("label", { class: "field" }, h("span", {}, label),
    h("select", { name, testid: `room-${name}` }, options.map(([value, words]) => h("option", { value }, words))));
}

/** Describe a room; resolves to the room's fields or undefined. */
export function roomSheet(people) {
  const title = h("input", { name: "title", type: "text", required: true, maxlength: 128, autocomplete: "off", testid: "room-title" });
  const names = people.slice(0, 60).map((person) => [String(person.id), fullName(person)]);
  const guests = h("select", { name: "members", multiple: true, size: 5, testid: "room-members" }, names.map(([value, words]) => h("option", { value }, words)));
  const form = h("form", { class: "stack", method: "dialog" },
    h("label", { class: "field" }, h("span", {}, "Name"), title),
    h("div", { class: "pair" }, choice("kind", "What is it?", KINDS), choice("bot", "The bot joins", PLACES)),
    choice("owner", "Who makes it?", names),
    h("label", { class: "field" }, h("span", {}, "Who joins? Several with Ctrl or ⌘"), guests),
    h("div", { class: "actions" }, h("button", { type: "submit", class: "action main", testid: "room-save" }, "Make it")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { kind, bot, owner } = form.elements;
    dialog.close({
      title: title.value.trim(), kind: kind.value, bot: bot.value, owner: Number(owner.value),
      members: [...guests.selectedOptions].map((option) => Number(option.value)),
    });
  });
  const dialog = openDialog({ title: "A group or channel", eyebrow: "Guest list", testid: "dialog-room", body: form });
  title.focus();
  return dialog.closed;
}
