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

export const people = () => request("GET", "/client/people").then((answer) => answer.people);
export const savePerson = (person) => request("POST", "/client/people", person);
export const bots = (person) =>
  request("GET", `/client/bots${person ? `?person=${person}` : ""}`).then((answer) => answer.bots);
export const chat = (person) => request("GET", `/client/chats/${person}`).then((answer) => answer.chat);

/** Do something as a person: `act(5, "send", {text: "hello"})`. */
export const act = (person, what, body = {}) => request("POST", `/client/chats/${person}/${what}`, body);

/** Send a file; `kind` is "photo" or "document". */
export function upload(person, kind, file, caption) {
  const form = new FormData();
  form.append("file", file, file.name || "picture.png");
  if (caption) form.append("caption", caption);
  return act(person, kind, form);
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

const EVENTS = ["message", "edit", "delete", "keyboard", "action", "pinned", "person", "people", "commands", "alert"];
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
