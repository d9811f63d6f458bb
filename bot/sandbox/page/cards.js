// What a bubble can hold beside text: pictures, files, places, people, prices.

import { avatar, h, icon, svg } from "./dom.js";
import * as api from "./api.js";
import { bytes, money } from "./times.js";

const WIDEST = 420;
const TALLEST = 460;
const NARROWEST = 220;

/** One photo; `acts.lightbox(photos, index)` opens it, `acts.scan` serves a QR code in it. */
export function photo(message, acts) {
  const { width = 4, height = 3, url } = message.photo;
  const image = h("img", { src: url, alt: photoName(message), loading: "lazy", decoding: "async", width, height });
  const open = h("button", {
    type: "button", class: "photo", testid: "photo", "aria-label": `Open ${photoName(message)}`,
    on: { click: () => acts.lightbox([message], 0) },
  }, image);
  open.style.setProperty("aspect-ratio", `${width} / ${height}`);
  return h("div", { class: "photo-frame" }, open, scanChip(message, acts));
}

function photoName(message) {
  return message.caption ? `photo: ${message.caption.slice(0, 80)}` : "photo";
}

// Offers to scan a picture once it has come into view and a code was found in it.
function scanChip(message, acts) {
  const place = h("span", { class: "scan-place" });
  const offer = (text) => {
    const chip = h("button", {
      type: "button", class: "scan", testid: "scan", title: text, "aria-haspopup": "menu",
      on: { click: () => acts.scan(message, chip) },
    }, icon("scan"), "Scan as …");
    place.append(chip);
  };
  seen.set(place, () => void api.qrText(message.photo.file_id).then((text) => text && offer(text)));
  eyes.observe(place);
  return place;
}

const seen = new WeakMap();
const eyes = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    eyes.unobserve(target);
    seen.get(target)();
  }
}, { rootMargin: "200px" });

/** How wide the bubble of these messages wants to be, in pixels; undefined when its text says it. */
export function wish(group) {
  const [message] = group;
  if (message.location || message.venue) return 320;
  if (!message.photo) return undefined;
  if (group.length > 1) return WIDEST;
  const { width = 4, height = 3 } = message.photo;
  const scale = Math.min(1, WIDEST / width, TALLEST / height);
  return Math.max(Math.round(width * scale), NARROWEST);
}

/** Photos of one album as a grid. */
export function album(messages, acts) {
  const cells = messages.map((message, index) => h("button", {
    type: "button", class: "cell", testid: "photo", data: { messageId: message.message_id },
    "aria-label": `Open photo ${index + 1} of ${messages.length}`,
    on: { click: () => acts.lightbox(messages, index) },
  }, h("img", { src: message.photo.url, alt: photoName(message), loading: "lazy", decoding: "async" })));
  return h("div", { class: "album", testid: "album", data: { count: messages.length } }, cells);
}

/** A file with its name, size and a way to keep it. */
export function file(message) {
  const { file_name: name = "file", file_size: size, mime_type: type, url } = message.document ?? message.video;
  const ending = name.includes(".") ? name.split(".").at(-1).slice(0, 4) : "";
  return h("a", { class: "file", href: url, download: name, testid: "document", "aria-label": `Download ${name}` },
    h("span", { class: "file-mark", "aria-hidden": "true" }, ending ? h("b", {}, ending) : icon("file")),
    h("span", { class: "file-text" },
      h("bdi", { class: "file-name" }, name),
      h("small", {}, [size === undefined ? "" : bytes(size), type].filter(Boolean).join(" · "))),
    h("span", { class: "file-get" }, icon("download")));
}

/** Something that was said: its length, and no sound, for none was recorded. */
export function voice(message) {
  const { duration = 0 } = message.voice;
  const bars = Array.from({ length: 24 }, (_, at) => {
    const bar = h("i");
    bar.style.setProperty("height", `${20 + Math.round(70 * Math.abs(Math.sin(at * 1.7 + duration)))}%`);
    return bar;
  });
  const length = `${Math.floor(duration / 60)}:${String(duration % 60).padStart(2, "0")}`;
  return h("div", { class: "voice-card", testid: "voice-message", role: "img", "aria-label": `Voice message, ${length}` },
    icon("microphone"), h("span", { class: "voice-bars", "aria-hidden": "true" }, bars), h("small", {}, length));
}

/** A place, drawn, not fetched: no map server hears of it. */
export function place(message) {
  const { latitude, longitude } = message.venue?.location ?? message.location;
  const spot = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const title = message.venue?.title ?? "Location";
  const away = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return h("div", { class: "place", testid: message.venue ? "venue" : "location" },
    drawnMap(latitude, longitude),
    h("div", { class: "place-text" },
      h("strong", { dir: "auto" }, title),
      message.venue?.address && h("span", { dir: "auto" }, message.venue.address),
      h("a", { class: "coordinates", href: away, target: "_blank", rel: "noopener noreferrer", title: "Open in OpenStreetMap" }, spot)));
}

function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state / 2 ** 32;
  };
}

const MAP_WIDTH = 320;
const MAP_HEIGHT = 150;

/** A little map that is always the same for the same place. */
function drawnMap(latitude, longitude) {
  const draw = chance(Math.round(latitude * 1e4) * 73_856_093 + Math.round(longitude * 1e4) * 19_349_663);
  const tilt = draw() * 40 - 20;
  const streets = svg("g", { class: "map-streets", transform: `rotate(${tilt} ${MAP_WIDTH / 2} ${MAP_HEIGHT / 2})` });
  for (let x = -60 + draw() * 30; x < MAP_WIDTH + 80; x += 28 + draw() * 34) {
    streets.append(svg("line", { x1: x, y1: -120, x2: x + draw() * 16, y2: MAP_HEIGHT + 120, "stroke-width": draw() > 0.75 ? 7 : 3 }));
  }
  for (let y = -80 + draw() * 20; y < MAP_HEIGHT + 100; y += 24 + draw() * 26) {
    streets.append(svg("line", { x1: -120, y1: y, x2: MAP_WIDTH + 120, y2: y + draw() * 14, "stroke-width": draw() > 0.75 ? 7 : 3 }));
  }
  const bend = 20 + draw() * 100;
  const river = `M-20 ${bend} C ${80 + draw() * 40} ${bend - 60}, ${180 + draw() * 40} ${bend + 80}, 340 ${20 + draw() * 110}`;
  const park = svg("ellipse", { class: "map-park", cx: 40 + draw() * 240, cy: 20 + draw() * 110, rx: 26 + draw() * 24, ry: 16 + draw() * 14, transform: `rotate(${tilt} 160 75)` });
  const pin = svg("g", { class: "map-pin", transform: `translate(${MAP_WIDTH / 2} ${MAP_HEIGHT / 2})` },
    svg("ellipse", { class: "map-shade", cx: 0, cy: 1, rx: 9, ry: 3.5 }),
    svg("path", { d: "M0 0C-8-10-13-16-13-23a13 13 0 1 1 26 0C13-16 8-10 0 0z" }),
    svg("circle", { cx: 0, cy: -23, r: 4.5 }));
  return svg("svg", { class: "map", viewBox: `0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`, preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" },
    svg("path", { class: "map-river", d: river }), park, streets, pin);
}

/** A shared contact. */
export function contact(message) {
  const { first_name, last_name, phone_number: phone, user_id: id = 0 } = message.contact;
  return h("div", { class: "contact", testid: "contact" },
    avatar({ id, first_name, last_name }),
    h("span", { class: "contact-text" },
      h("strong", { dir: "auto" }, [first_name, last_name].filter(Boolean).join(" ")),
      h("a", { href: `tel:${String(phone).replace(/[^+\d]/g, "")}` }, phone)));
}

/** An invoice; its pay button stands below, with the other buttons. */
export function invoice(message) {
  const { title, description, currency, total_amount: total, paid } = message.invoice;
  return h("div", { class: "invoice", testid: "invoice", data: { paid: String(Boolean(paid)) } },
    h("span", { class: "eyebrow" }, paid ? "Paid" : "Invoice"),
    h("strong", { class: "invoice-title", dir: "auto" }, title),
    h("span", { class: "invoice-text", dir: "auto" }, description),
    h("span", { class: "invoice-total" }, money(total, currency), paid && h("i", { class: "stamp" }, icon("check"), "paid")));
}
