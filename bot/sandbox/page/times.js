// Dates, durations and money as people read them.

import { h } from "./dom.js";

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const dayThisYear = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const dayOtherYear = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });
const whole = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "short" });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });

const DAY = 86_400;

/** "21:04" of Unix seconds. */
export const timeOf = (seconds) => clock.format(seconds * 1000);

/** The full date and time of Unix seconds. */
export const fullTimeOf = (seconds) => whole.format(seconds * 1000);

/** A key that is equal for two moments of the same local day. */
export const dayKey = (seconds) => new Date(seconds * 1000).toDateString();

/** "Today", "Yesterday" or the date. */
export function dayName(seconds, now = Date.now()) {
  const date = new Date(seconds * 1000);
  if (dayKey(seconds) === dayKey(now / 1000)) return "Today";
  if (dayKey(seconds) === dayKey(now / 1000 - DAY)) return "Yesterday";
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayThisYear : dayOtherYear).format(date);
}

/** A price in minor units; stars when the currency is Telegram's own. */
export function money(amount, currency) {
  if (currency === "XTR") return `★ ${amount}`;
  try {
    const format = new Intl.NumberFormat(undefined, { style: "currency", currency });
    return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
  } catch {
    return `${amount / 100} ${currency ?? ""}`;
  }
}

/** "1.4 MB" */
export function bytes(size) {
  if (size < 1024) return `${size} B`;
  if (size < 1024 ** 2) return `${Math.round(size / 1024)} KB`;
  return `${(size / 1024 ** 2).toFixed(1)} MB`;
}

const STEPS = [["day", DAY], ["hour", 3600], ["minute", 60], ["second", 1]];

function distance(seconds) {
  const left = Math.round(seconds - Date.now() / 1000);
  const size = Math.abs(left);
  if (size < 3600 && size >= 60 && left > 0) {
    return `in ${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
  }
  const [unit, length] = STEPS.find(([, span]) => size >= span) ?? STEPS.at(-1);
  return relative.format(Math.trunc(left / length), unit);
}

const FORMATS = {
  d: { dateStyle: "short" }, D: { dateStyle: "long" }, t: { timeStyle: "short" }, T: { timeStyle: "medium" },
};

function spelled(seconds, format) {
  const options = {};
  for (const letter of format) {
    if (letter === "w") Object.assign(options, { weekday: "long" });
    else Object.assign(options, FORMATS[letter]);
  }
  if (options.weekday && (options.dateStyle || options.timeStyle)) {
    const { weekday, ...rest } = options;
    return [weekday && new Intl.DateTimeFormat(undefined, { weekday }), new Intl.DateTimeFormat(undefined, rest)]
      .map((part) => part.format(seconds * 1000)).join(", ");
  }
  return new Intl.DateTimeFormat(undefined, options).format(seconds * 1000);
}

const ticking = new Set();

setInterval(() => {
  for (const [reference, seconds] of ticking) {
    const node = reference.deref();
    if (node) node.textContent = distance(seconds);
  }
  for (const entry of ticking) if (!entry[0].deref()) ticking.delete(entry);
}, 1000);

/**
 * A moment that the client words itself (Bot API `date_time` entity): in this reader's time zone,
 * or as a distance that counts down when `format` has an "r". `fallback` is the text as sent.
 */
export function moment(seconds, format, fallback) {
  const iso = new Date(seconds * 1000).toISOString();
  const node = h("time", { datetime: iso, title: fullTimeOf(seconds), class: "moment" }, fallback);
  if (format.includes("r")) {
    node.textContent = distance(seconds);
    ticking.add([new WeakRef(node), seconds]);
  } else if (format) {
    node.textContent = spelled(seconds, format);
  }
  return node;
}
