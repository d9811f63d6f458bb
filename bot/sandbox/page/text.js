// Message text and its entities, as nodes. Text is never parsed as markup.

import { h } from "./dom.js";
import { moment } from "./times.js";

const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);
// Telegram marks these by itself in text that carries no entity for them.
const PLAIN = /(https?:\/\/[^\s<>"]+|\bt\.me\/[^\s<>"]+)|(^|[\s(])(\/[a-z][a-z0-9_]{0,31})(?![\w/])/gi;
const TRAILING = /[.,;:!?)\]}'"…»]+$/;

/** The address when a chat may link to it, else null. */
export function safeUrl(text) {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(full);
    return SAFE_SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * Nodes for `text` with Bot API `entities` (offsets in UTF-16 units, like JavaScript's own).
 * `acts`: `command(text)` and `link(url) -> bool` (true when the chat itself handled it).
 */
export function rich(text, entities, acts) {
  const sorted = [...(entities ?? [])]
    .filter((entity) => entity.length > 0)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, sorted, 0, text.length, acts, true);
}

function build(text, entities, from, to, acts, plain) {
  const nodes = [];
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    const inner = [];
    index += 1;
    while (index < entities.length && entities[index].offset < end) inner.push(entities[index++]);
    if (end <= start) continue;
    if (start > at) nodes.push(...spot(text.slice(at, start), acts, plain));
    at = end + (BLOCKS.has(entity.type) && text[end] === "\n" && end < to ? 1 : 0); // a block ends its line itself
    const literal = VERBATIM.has(entity.type);
    const children = build(text, inner, start, end, acts, plain && !literal);
    nodes.push(dress(entity, text.slice(start, end), children, acts));
  }
  if (at < to) nodes.push(...spot(text.slice(at, to), acts, plain));
  return nodes;
}

const VERBATIM = new Set(["code", "pre", "url", "text_link", "email", "phone_number", "bot_command", "mention", "date_time"]);

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", blockquote: "blockquote" };

function dress(entity, raw, children, acts) {
  const tag = TAGS[entity.type];
  if (tag) return h(tag, {}, children);
  switch (entity.type) {
    case "pre":
      return h("pre", { tabindex: 0, data: { language: entity.language } }, h("code", {}, children));
    case "expandable_blockquote":
      return quote(children);
    case "spoiler":
      return spoiler(children);
    case "url":
      return link(raw, children, acts);
    case "text_link":
      return link(entity.url, children, acts);
    case "email":
      return link(`mailto:${raw}`, children, acts);
    case "phone_number":
      return link(`tel:${raw.replace(/[^+\d]/g, "")}`, children, acts);
    case "bot_command":
      return command(raw, acts);
    case "mention":
      return link(`https://t.me/${raw.slice(1)}`, children, acts);
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return h("span", { class: "tag" }, children);
    case "date_time":
      return moment(entity.unix_time, entity.date_time_format ?? "", raw);
    default:
      return h("span", {}, children);
  }
}

function link(address, children, acts) {
  const href = safeUrl(address ?? "");
  if (!href) return h("span", {}, children);
  const open = (event) => {
    if (acts.link(href)) event.preventDefault();
  };
  return h("a", { href, target: "_blank", rel: "noopener noreferrer nofollow", on: { click: open } }, children);
}

function command(text, acts) {
  return h("button", { type: "button", class: "inline-command", on: { click: () => acts.command(text) } }, text);
}

function spoiler(children) {
  const hidden = h("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": "Hidden text, press to show" }, h("span", { "aria-hidden": "true" }, children));
  const show = () => {
    hidden.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
    hidden.firstChild.removeAttribute("aria-hidden");
  };
  hidden.addEventListener("click", show);
  hidden.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    show();
  });
  return hidden;
}

function quote(children) {
  const more = h("button", { type: "button", class: "quote-more", "aria-expanded": "false" }, "Show all");
  const block = h("blockquote", { class: "folded" }, h("div", {}, children), more);
  more.addEventListener("click", () => {
    const folded = block.classList.toggle("folded");
    more.textContent = folded ? "Show all" : "Show less";
    more.setAttribute("aria-expanded", String(!folded));
  });
  return block;
}

function spot(text, acts, plain) {
  if (!plain) return [text];
  const nodes = [];
  let at = 0;
  for (const found of text.matchAll(PLAIN)) {
    const word = found[3] ?? found[1].replace(TRAILING, "");
    const start = found.index + (found[2]?.length ?? 0);
    if (start > at) nodes.push(text.slice(at, start));
    nodes.push(found[3] ? command(word, acts) : link(word, [word], acts));
    at = start + word.length;
  }
  if (at < text.length) nodes.push(text.slice(at));
  return nodes;
}

