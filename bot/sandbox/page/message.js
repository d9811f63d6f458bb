// One message (or one album) as a bubble with its buttons.

import * as cards from "./cards.js";
import { h, icon } from "./dom.js";
import { poll } from "./poll.js";
import { rich } from "./text.js";
import { fullTimeOf, money, timeOf } from "./times.js";

/** A short line that stands for a message elsewhere: in the pinned bar, a quote, a reader. */
export function gist(message) {
  const text = message.text ?? message.caption;
  if (text) return text.trim().replace(/\s*\n\s*/g, " · ").slice(0, 120);
  if (message.photo) return "Photo";
  if (message.video) return "Video";
  if (message.document) return message.document.file_name ?? "File";
  if (message.voice) return "Voice message";
  if (message.poll) return `Poll: ${message.poll.question}`;
  if (message.venue) return message.venue.title;
  if (message.location) return "Location";
  if (message.contact) return `Contact: ${message.contact.first_name}`;
  if (message.invoice) return `Invoice: ${message.invoice.title}`;
  return message.service ?? "Message";
}

/** A line between bubbles: "Payment received", "pinned a message". */
export function serviceLine(message, acts) {
  const paid = message.successful_payment;
  const back = message.refunded_payment;
  const text = paid ? `Paid ${money(paid.total_amount, paid.currency)}`
    : back ? `Refunded ${money(back.total_amount, back.currency)}`
      : message.service;
  const line = h("li", {
    class: paid ? "service paid" : "service", testid: "service", id: acts.idOf(message.message_id),
    data: { messageId: message.message_id },
  }, h("span", { dir: "auto", title: fullTimeOf(message.date) }, paid && icon("check"), text));
  return line;
}

/**
 * A bubble. `group` = messages shown together (one, or an album). `place` = where it stands among
 * its neighbours: `{own, first, last}`. `acts` = what its controls do, see pane.js.
 */
export function bubble(group, place, acts) {
  const message = group[0];
  const sides = ["msg", place.own ? "own" : "theirs", place.first ? "first" : "", place.last ? "last" : ""];
  const body = h("div", { class: `bubble ${looks(group)}` }, content(group, place, acts), stamp(group, place));
  makeRoom(body, group, place);
  const column = h("div", { class: "msg-body" }, body, buttons(message, acts));
  const wide = cards.wish(group);
  if (wide) column.style.setProperty("width", `${wide + 8}px`);
  const more = h("button", {
    type: "button", class: "tool msg-more", testid: "message-menu", title: "More",
    "aria-label": "More for this message", "aria-haspopup": "menu",
    on: { click: () => acts.menu(group, more) },
  }, icon("more"));
  const item = h("li", {
    class: sides.filter(Boolean).join(" "), testid: "message", id: acts.idOf(message.message_id),
    data: { messageId: message.message_id },
  }, h("span", { class: "sr" }, `${place.own ? "You" : message.from?.first_name ?? "Bot"}: `),
  h("div", { class: "msg-row" }, column, more));
  body.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, img") || String(getSelection())) return;
    event.preventDefault();
    acts.menu(group, more);
  });
  return item;
}

function looks(group) {
  const message = group[0];
  const caption = group.some((one) => one.caption || one.text);
  if (message.photo || message.location || message.venue) return caption ? "media captioned" : "media bare";
  return message.invoice ? "priced" : "";
}

function content(group, place, acts) {
  const message = group[0];
  const parts = [];
  if (acts.crowded && place.first && !place.own) parts.push(h("b", { class: "sender", dir: "auto" }, message.from?.first_name ?? "Somebody"));
  if (message.via) parts.push(h("span", { class: "via" }, `via @${message.via}`));
  if (message.forward_origin || message.forwarded) parts.push(h("span", { class: "forwarded" }, icon("share"), "Forwarded"));
  if (message.reply_to_message_id) parts.push(quoted(message.reply_to_message_id, acts));
  if (group.length > 1 && group.every((one) => one.photo)) parts.push(cards.album(group, acts));
  else for (const one of group) parts.push(...held(one, acts));
  const words = group.filter((one) => one.text ?? one.caption).map((one) => h("div", { class: "text", dir: "auto", testid: "text" },
    rich(one.text ?? one.caption, one.entities ?? one.caption_entities, acts)));
  return message.show_caption_above_media ? [...words, ...parts] : [...parts, ...words];
}

function held(message, acts) {
  const parts = [];
  if (message.photo) parts.push(cards.photo(message, acts));
  if (message.document ?? message.video) parts.push(cards.file(message));
  if (message.venue || message.location) parts.push(cards.place(message));
  if (message.contact) parts.push(cards.contact(message));
  if (message.voice) parts.push(cards.voice(message));
  if (message.poll) parts.push(poll(message, acts));
  if (message.invoice) parts.push(cards.invoice(message));
  if (!parts.length && !message.text) {
    parts.push(h("div", { class: "text unknown" }, "A kind of message that this page cannot show."));
  }
  return parts;
}

function quoted(id, acts) {
  const original = acts.find(id);
  return h("button", { type: "button", class: "quoted", on: { click: () => acts.jump(id) } },
    h("span", { dir: "auto" }, original ? gist(original) : "A message that is gone"));
}

function stamp(group, place) {
  const message = group.at(-1);
  const edited = group.some((one) => one.edit_date);
  return h("span", { class: "stamp-line" },
    edited && h("span", { class: "edited", testid: "edited" }, "edited"),
    h("time", { datetime: new Date(message.date * 1000).toISOString(), title: fullTimeOf(message.date) }, timeOf(message.date)),
    place.own && h("span", { class: "sent", "aria-hidden": "true" }, icon("check")));
}

// The time stands in the last line of the text when there is room: this keeps the room.
function makeRoom(body, group, place) {
  const text = body.querySelector(":scope > .text:nth-last-child(2)");
  if (!text || text.lastChild?.nodeName === "PRE" || text.lastChild?.nodeName === "BLOCKQUOTE") return;
  const room = [group.some((one) => one.edit_date) && "edited", timeOf(group.at(-1).date), place.own && "✓✓"];
  text.append(h("span", { class: "stamp-room", "aria-hidden": "true", data: { room: room.filter(Boolean).join(" ") } }));
  body.classList.add("roomy");
}

const CORNERS = [
  ["url", "out"], ["pay", "card"], ["copy_text", "copy"], ["web_app", "out"], ["login_url", "out"],
  ["switch_inline_query", "share"], ["switch_inline_query_current_chat", "share"], ["switch_inline_query_chosen_chat", "share"],
];

function buttons(message, acts) {
  const shown = (button) => !(button.pay && message.invoice?.paid);
  const rows = (message.inline_keyboard ?? []).map((row) => row.filter(shown)).filter((row) => row.length);
  const pays = rows.some((row) => row.some((button) => button.pay));
  const all = rows.map((row, y) => h("div", { class: "buttons-row" }, row.map((button, x) => inlineButton(message, button, y, x, acts))));
  if (message.invoice && !pays && !message.invoice.paid) {
    const { total_amount: total, currency } = message.invoice;
    const button = { text: `Pay ${money(total, currency)}`, pay: true };
    all.unshift(h("div", { class: "buttons-row" }, inlineButton(message, button, -1, 0, acts)));
  }
  return all.length ? h("div", { class: "buttons", role: "group", "aria-label": "Buttons of this message" }, all) : null;
}

// A bot that words no pay button gets the server's; the price is spelled for this reader.
function payText(invoice, text) {
  return invoice && /^Pay [\d.]+ [A-Z]{3}$/.test(text) ? `Pay ${money(invoice.total_amount, invoice.currency)}` : text;
}

function inlineButton(message, button, row, col, acts) {
  const corner = CORNERS.find(([kind]) => button[kind] !== undefined && button[kind] !== false)?.[1];
  const node = h("button", {
    type: "button", class: `inline-button ${button.style ?? ""}`, testid: "inline-button", dir: "auto",
    data: { row, col }, on: { click: () => acts.press(message, button, row, col, node) },
  }, h("span", {}, button.pay ? payText(message.invoice, button.text) : button.text), corner && icon(corner));
  return node;
}
