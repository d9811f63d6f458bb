// Everything that goes to the server and comes back from it.

/** A refusal, told as a sentence for a person. */
export class ApiError extends Error {}

/** The bot that the address of the page names (`?bot=username`), else null: the first one. */
export const bot = new URLSearchParams(location.search).get("bot");

function address(path) {
  if (!bot) return path;
  return `${path}${path.includes("?") ? "&" : "?"}bot=${encodeURIComponent(bot)}`;
}

async function request(method, path, body) {
  const options = { method, headers: { Accept: "application/json" } };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(address(path), options);
  } catch {
    throw new ApiError("The sandbox does not answer. Is it still running?");
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(sentence(answer, response.status));
  if (answer === null) throw new ApiError("The sandbox gave an answer that this page cannot read.");
  return answer;
}

function sentence(answer, status) {
  if (typeof answer?.error === "string" && answer.error) return answer.error;
  if (status === 413) return "That file is too big.";
  if (status === 404) return "The sandbox does not know this person or message any more.";
  return `The sandbox could not do that (status ${status}).`;
}

// Where somebody acts: in the own chat with the bot (a person's id), or in a room as one of its
// people (`{voice, room}`).
function chatPath(seat, what = "") {
  const path = `/client/chats/${seat.voice ?? seat}${what && `/${what}`}`;
  return seat.room === undefined ? path : `${path}?room=${seat.room}`;
}

export const people = () => request("GET", "/client/people").then((answer) => answer.people);
export const savePerson = (person) => request("POST", "/client/people", person);
export const rooms = () => request("GET", "/client/rooms").then((answer) => answer.rooms);
export const makeRoom = (room) => request("POST", "/client/rooms", room).then((answer) => answer.room);
export const seatBot = (room, status) => request("POST", `/client/rooms/${room}/member`, { user: "bot", status });
export const letters = () => request("GET", "/client/letters").then((answer) => answer.letters);
export const steps = () => request("GET", "/client/steps").then((answer) => answer.steps);

/** Press a step's own button; resolves to what came of it. */
export const perform = (action) => request("POST", `/client/actions/${encodeURIComponent(action)}`, {}).then((answer) => answer.text);

/** The bots, with the commands that are seen from this seat. */
export function bots(seat) {
  const room = seat?.room === undefined ? "" : `&room=${seat.room}`;
  const asked = seat ? `?person=${seat.voice ?? seat}${room}` : "";
  return request("GET", `/client/bots${asked}`).then((answer) => answer.bots);
}

export const chat = (seat) => request("GET", chatPath(seat)).then((answer) => answer.chat);

/** Do something from a seat: `act(5, "send", {text: "hello"})`. */
export const act = (seat, what, body = {}) => request("POST", chatPath(seat, what), body);

/** Send files; `kind` is "photo", "document", "video", or "album" for several pictures. */
export function upload(seat, kind, files, caption) {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name || "picture.png");
  if (caption) form.append("caption", caption);
  return act(seat, kind, form);
}

const decoded = new Map();

/** The text of the QR code in a picture, or null; asked once for each file. */
export function qrText(fileId) {
  if (!decoded.has(fileId)) {
    const answer = request("GET", `/client/qr/${encodeURIComponent(fileId)}`)
      .then((found) => found.text ?? null)
      .catch(() => {
        decoded.delete(fileId);
        return null;
      });
    decoded.set(fileId, answer);
  }
  return decoded.get(fileId);
}

const EVENTS = ["message", "edit", "delete", "keyboard", "action", "pinned", "person", "people", "commands", "alert", "room", "step", "acting", "letter"];
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;

/**
 * Listen to what happens in all chats. `handler(kind, data)` is called for each event and
 * `onState("live" | "reconnecting")` when the line changes. The browser resumes a broken line by
 * itself; a line that the server refused is opened again here, with growing pauses.
 */
export function listen(handler, onState) {
  let wait = FIRST_WAIT;
  const open = () => {
    const source = new EventSource(address("/client/events"));
    source.addEventListener("open", () => {
      wait = FIRST_WAIT;
      onState("live");
    });
    source.addEventListener("error", () => {
      onState("reconnecting");
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(open, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
    for (const kind of EVENTS) {
      source.addEventListener(kind, (event) => {
        if (event.data) handler(kind, JSON.parse(event.data));
      });
    }
    addEventListener("pagehide", () => source.close(), { once: true });
  };
  open();
}
