// A poll in a bubble: choose, see how the votes stand.

import { h, icon } from "./dom.js";

/** `acts.vote(message, options)` votes; `acts.person` is who is looking. */
export function poll(message, acts) {
  const { question, options, total_voter_count: total, is_closed: closed, is_anonymous: anonymous, type, allows_multiple_answers: several, votes, correct_option_ids: correct = [], explanation } = message.poll;
  const mine = votes?.[String(acts.person)] ?? [];
  const voted = mine.length > 0;
  const shown = voted || closed;
  const kind = [closed ? "Closed" : "", anonymous ? "anonymous" : "public", type === "quiz" ? "quiz" : "poll"].filter(Boolean).join(" ");
  const choose = (place) => {
    const now = several && !mine.includes(place) ? [...mine, place] : several ? mine.filter((one) => one !== place) : [place];
    void acts.vote(message, now);
  };
  const rows = options.map((option, place) => {
    const share = total ? Math.round(100 * option.voter_count / total) : 0;
    const right = shown && correct.includes(place);
    const bar = h("i", { class: "poll-bar", "aria-hidden": "true" });
    bar.style.setProperty("width", shown ? `${share}%` : "0");
    return h("button", {
      type: "button", class: `poll-option${mine.includes(place) ? " mine" : ""}${right ? " right" : ""}`, testid: "poll-option",
      data: { place }, "aria-pressed": String(mine.includes(place)), disabled: closed || (type === "quiz" && voted),
      on: { click: () => choose(place) },
    }, h("span", { class: "poll-share" }, shown ? `${share}%` : ""), h("span", { dir: "auto" }, option.text),
    mine.includes(place) && icon("check"), bar);
  });
  const back = voted && !closed && type !== "quiz" && h("button", {
    type: "button", class: "poll-back", testid: "poll-back", on: { click: () => void acts.vote(message, []) },
  }, "Take my vote back");
  return h("div", { class: "poll", testid: "poll", data: { closed: String(closed) } },
    h("strong", { dir: "auto" }, question), h("small", {}, kind), rows,
    shown && explanation && h("p", { class: "soft", dir: "auto" }, explanation),
    h("small", { class: "poll-foot" }, total === 1 ? "1 vote" : `${total} votes`, back));
}
