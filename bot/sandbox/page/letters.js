// The letters that the bot sent by e-mail: nobody here has another mailbox.

import * as api from "./api.js";
import { h } from "./dom.js";
import { openDialog } from "./popups.js";

/** The button in the rail, and the sheet behind it. `say` tells something short. */
export class Letters {
  constructor(button, say) {
    this.button = button;
    this.say = say;
    button.addEventListener("click", () => void this.#open());
  }

  /** Show the button where there are letters. */
  async refresh() {
    this.button.hidden = (await api.letters()).length === 0;
  }

  /** A letter came. */
  arrived({ to, subject }) {
    this.button.hidden = false;
    this.say(`A letter for ${to}: ${subject}`, "note");
  }

  async #open() {
    const letters = await api.letters();
    const body = letters.reverse().map(({ to, subject, text }) => h("article", { class: "letter", testid: "letter" },
      h("h3", { dir: "auto" }, subject), h("p", { class: "soft", dir: "auto" }, `To ${to}`), h("p", { class: "letter-text", dir: "auto" }, text)));
    openDialog({ title: "Letters", eyebrow: "Everybody’s mailbox", testid: "dialog-letters", body });
  }
}
