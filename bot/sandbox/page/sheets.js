// The dialogs of a chat: pay, choose a place, send a file, share a contact, open a link.

import * as api from "./api.js";
import { avatar, fullName, h, icon, iconButton } from "./dom.js";
import { openDialog } from "./popups.js";
import { bytes, money } from "./times.js";

/** Pay an invoice as a person: a message's, or the one of a link (`slug`). */
export function paySheet(person, message, seat) {
  const { title, description, currency, total_amount: total, prices = [], waiting } = message.invoice;
  const result = h("p", { class: "pay-result", role: "status", testid: "pay-result" });
  const pay = h("button", { type: "button", class: "action main", testid: "pay-pay" }, `Pay ${money(total, currency)}`);
  const twice = h("button", { type: "button", class: "action", testid: "pay-twice", title: "Two charges for one invoice: a good shop takes one" }, "Pay twice");
  const decline = h("button", { type: "button", class: "action", testid: "pay-decline", title: "The card is refused" }, "Decline");
  const late = h("button", { type: "button", class: "action", testid: "pay-late", title: "The bank agrees now, and its money comes later" }, "Pay late");
  const arrive = h("button", { type: "button", class: "action main", testid: "pay-arrive" }, "Let the money arrive");
  const lines = h("dl", { class: "bill" }, prices.map((price) => [
    h("dt", { dir: "auto" }, price.label), h("dd", {}, money(price.amount, currency)),
  ]), h("dt", { class: "bill-total" }, "Total"), h("dd", { class: "bill-total" }, money(total, currency)));
  const dialog = openDialog({
    title, eyebrow: `${fullName(person)} pays`, testid: "dialog-pay", look: "pay",
    body: [
      h("p", { class: "soft", dir: "auto" }, description), lines,
      h("p", { class: "card-line" }, icon("card"), h("span", {}, "Visa ···· 4242"), h("small", {}, "a card of make-believe")),
      result,
      h("div", { class: "actions" }, ...(waiting ? [arrive] : [decline, twice, late, pay])),
    ],
  });
  const which = message.slug ? { slug: message.slug } : { message_id: message.message_id };
  const buttons = [pay, twice, late, decline, arrive];
  const settle = (outcome) => async () => {
    for (const button of buttons) button.disabled = true;
    say("One moment …", "busy");
    try {
      const answer = await api.act(seat, "pay", { ...which, outcome });
      say(...verdict(answer));
      if (answer.result === "refused") release(outcome);
      else finish();
    } catch (error) {
      say(error.message, "bad");
      release(outcome);
    }
  };
  const say = (text, mood) => {
    result.textContent = text;
    result.dataset.mood = mood;
  };
  const release = () => {
    for (const button of buttons) button.disabled = false;
    (waiting ? arrive : pay).focus();
  };
  const finish = () => {
    const done = h("button", { type: "button", class: "action main", testid: "pay-done", on: { click: () => dialog.close() } }, "Done");
    result.nextElementSibling.replaceChildren(done);
    done.focus();
  };
  pay.addEventListener("click", settle("pay"));
  twice.addEventListener("click", settle("twice"));
  decline.addEventListener("click", settle("decline"));
  late.addEventListener("click", settle("late"));
  arrive.addEventListener("click", settle("arrive"));
  if (waiting) say("The bank has agreed. Its money is on its way.", "busy");
  (waiting ? arrive : pay).focus();
  return dialog.closed;
}

function verdict(answer) {
  const charges = answer.charges?.length ?? 0;
  if (answer.result === "paid" && answer.error_message) return [`Paid once. The other charge was refused: ${answer.error_message}`, "good"];
  if (answer.result === "paid") return [charges > 1 ? `Paid. ${charges} charges went out.` : "Paid. Thank you.", "good"];
  if (answer.result === "waiting") return ["The bank has agreed and takes its time. Open this bill again to let the money arrive.", "good"];
  if (answer.result === "declined") return ["The card was declined. Nothing was charged.", "bad"];
  return [answer.error_message || "The house did not accept this payment.", "bad"];
}

const PLACES = [
  ["Milan", "Piazza del Duomo", 45.4641, 9.1919], ["Paris", "Palais de Tokyo", 48.8645, 2.2971],
  ["London", "Somerset House", 51.5111, -0.1171], ["Berlin", "Kraftwerk", 52.5106, 13.4203],
  ["Copenhagen", "Vesterbro", 55.6703, 12.5488], ["Lisbon", "Alfama", 38.7118, -9.1301],
];

/** Choose where a person stands; resolves to `{latitude, longitude}` or undefined. */
export function locationSheet(person) {
  const presets = PLACES.map(([city, spot, latitude, longitude]) => h("button", {
    type: "button", class: "choice", testid: "place", data: { city },
    on: { click: () => dialog.close({ latitude, longitude }) },
  }, icon("pin"), h("span", {}, h("strong", {}, city), h("small", {}, spot))));
  const latitude = degrees("Latitude", 90, "latitude");
  const longitude = degrees("Longitude", 180, "longitude");
  const form = h("form", { class: "coordinates-form", method: "dialog" }, latitude.label, longitude.label,
    h("button", { type: "submit", class: "action main", testid: "send-coordinates" }, "Send"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close({ latitude: Number(latitude.input.value), longitude: Number(longitude.input.value) });
  });
  const dialog = openDialog({
    title: `Where is ${person.first_name}?`, eyebrow: "Location", testid: "dialog-location",
    body: [h("div", { class: "choices" }, presets), h("p", { class: "eyebrow" }, "Anywhere else"), form],
  });
  return dialog.closed;
}

function degrees(name, limit, testid) {
  const input = h("input", { type: "number", step: "any", min: -limit, max: limit, required: true, testid, inputmode: "decimal" });
  return { input, label: h("label", { class: "field" }, h("span", {}, name), input) };
}

/** Choose a person; resolves to the person or undefined. */
export function peopleSheet({ title, eyebrow, people, testid, note }) {
  const list = people.map((person) => h("button", {
    type: "button", class: "choice", testid: `choose-${person.id}`, on: { click: () => dialog.close(person) },
  }, avatar(person, "small"), h("span", {}, h("strong", { dir: "auto" }, fullName(person)), h("small", {}, note?.(person) ?? person.about ?? ""))));
  const dialog = openDialog({ title, eyebrow, testid, body: [h("div", { class: "choices single" }, list)] });
  return dialog.closed;
}

/** Look at files before they go; resolves to `{caption}` or undefined. */
export function fileSheet(files, kind) {
  const caption = h("input", { type: "text", maxlength: 1024, testid: "caption", dir: "auto", autocomplete: "off", autofocus: true });
  const addresses = kind === "photo" ? files.map((file) => URL.createObjectURL(file)) : [];
  const [picked] = files;
  const preview = addresses.length
    ? h("div", { class: addresses.length > 1 ? "previews" : "" }, addresses.map((src) => h("img", { class: "preview", src, alt: "A photo to send" })))
    : h("p", { class: "card-line" }, icon("file"), h("bdi", {}, picked.name), h("small", {}, bytes(picked.size)));
  const form = h("form", { class: "stack", method: "dialog" }, preview,
    h("label", { class: "field" }, h("span", {}, "Caption"), caption),
    h("div", { class: "actions" }, h("button", { type: "submit", class: "action main", testid: "send-file" }, "Send")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close({ caption: caption.value.trim() });
  });
  const title = kind !== "photo" ? "Send a document" : files.length > 1 ? `Send ${files.length} photos` : "Send a photo";
  const dialog = openDialog({ title, testid: "dialog-file", body: form });
  caption.focus();
  return dialog.closed.finally(() => addresses.forEach((address) => URL.revokeObjectURL(address)));
}

/** Type or paste a link; resolves to it or undefined. */
export function linkSheet(person, bot) {
  const example = `https://t.me/${bot?.username ?? "bot"}?start=`;
  const input = h("input", { type: "text", required: true, testid: "link-input", placeholder: example, autocomplete: "off", spellcheck: "false", inputmode: "url" });
  const form = h("form", { class: "stack", method: "dialog" },
    h("p", { class: "soft" }, "From a poster, a friend, a QR code: it opens as if this person had pressed it."),
    h("label", { class: "field" }, h("span", {}, "Link"), input),
    h("div", { class: "actions" }, h("button", { type: "submit", class: "action main", testid: "link-open" }, "Open")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close(input.value.trim());
  });
  const dialog = openDialog({ title: `Open a link as ${person.first_name}`, testid: "dialog-link", body: form });
  input.focus();
  return dialog.closed;
}

const LANGUAGES = [["en", "English"], ["fr", "Français"], ["it", "Italiano"]];

/** Describe a new person; resolves to the person's fields or undefined. */
export function personSheet() {
  const field = (name, label, extra = {}) => h("label", { class: "field" }, h("span", {}, label), h("input", { name, type: "text", autocomplete: "off", testid: `person-${name}`, maxlength: 64, ...extra }));
  const language = h("select", { name: "language_code" }, LANGUAGES.map(([code, name]) => h("option", { value: code }, name)));
  const form = h("form", { class: "stack", method: "dialog" },
    h("div", { class: "pair" }, field("first_name", "First name", { required: true }), field("last_name", "Last name")),
    h("div", { class: "pair" }, field("username", "Username", { pattern: "[A-Za-z][A-Za-z0-9_]{2,31}", title: "Three to 32 letters, digits or _, a letter first" }),
      h("label", { class: "field" }, h("span", {}, "Language"), language)),
    field("about", "Who is this?", { placeholder: "buyer from Lyon" }),
    h("div", { class: "actions" }, h("button", { type: "submit", class: "action main", testid: "person-save" }, "Invite")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    dialog.close(Object.fromEntries(new FormData(form)));
  });
  const dialog = openDialog({ title: "Another person", eyebrow: "Guest list", testid: "dialog-person", body: form });
  form.elements.first_name.focus();
  return dialog.closed;
}

/** Look at photos one by one; arrow keys turn. */
export function lightbox(messages, start) {
  let at = start;
  const image = h("img", { alt: "", testid: "lightbox-photo" });
  const caption = h("p", { class: "lightbox-caption", dir: "auto" });
  const count = h("span", { class: "lightbox-count" });
  const keep = h("a", { class: "tool", download: "photo", "aria-label": "Download", title: "Download" }, icon("download"));
  const node = h("dialog", { class: "lightbox", testid: "lightbox", "aria-label": "Photo" });
  const turn = (step) => {
    at = (at + step + messages.length) % messages.length;
    const message = messages[at];
    image.src = message.photo.url;
    image.alt = message.caption ?? "photo";
    caption.textContent = message.caption ?? "";
    count.textContent = messages.length > 1 ? `${at + 1} of ${messages.length}` : "";
    keep.href = message.photo.url;
  };
  const turns = messages.length > 1
    ? [iconButton("prev", "Previous photo", "lightbox-prev", () => turn(-1)), iconButton("next", "Next photo", "lightbox-next", () => turn(1))]
    : [];
  node.append(h("header", { class: "lightbox-head" }, count, ...turns, keep, iconButton("close", "Close", "lightbox-close", () => node.close())), image, caption);
  node.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") turn(-1);
    if (event.key === "ArrowRight") turn(1);
  });
  node.addEventListener("click", (event) => event.target === node && node.close());
  node.addEventListener("close", () => node.remove());
  turn(0);
  document.body.append(node);
  node.showModal();
}
