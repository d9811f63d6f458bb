// Light or dark: as the system says, until somebody chooses.

import { icon } from "./dom.js";

const KEY = "portal-theme";
const DARK = matchMedia("(prefers-color-scheme: dark)");

function chosen() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is forbidden: the choice lasts as long as the page
  }
}

function remember(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // as above
  }
}

/** Apply the theme and let `button` turn it. */
export function setUpTheme(button) {
  const apply = (theme) => {
    document.documentElement.dataset.theme = theme;
    const other = theme === "dark" ? "light" : "dark";
    button.setAttribute("aria-label", `Change to ${other}`);
    button.title = `Change to ${other}`;
    button.replaceChildren(icon(theme === "dark" ? "sun" : "moon"));
  };
  const system = () => (DARK.matches ? "dark" : "light");
  apply(chosen() ?? system());
  DARK.addEventListener("change", () => chosen() ?? apply(system()));
  button.addEventListener("click", () => {
    const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    remember(next);
    apply(next);
  });
}
