"""Steps to try: each ticks itself off when its signs are seen, one after the other.

The sandbox does not know what a bot is for: whoever starts it says what to try, and by which
signs it is seen to have worked.
"""

import re
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.sandbox import codes
from bot.sandbox.events import Events
from bot.sandbox.model import JSON, Entry, Progress
from bot.sandbox.world import World

Report = Callable[[str], None]
Action = Callable[[Report], Awaitable[str]]
"""Something that a step's button does, saying how far it is; returns what came of it."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that is seen to happen.

    `kind` is what `person` (0: anybody) does: "starts" with a payload, "says" or "taps" a text,
    "sends" a photo or place or file, "pays", "scans" a link, "chooses" inline, or "reads" what the
    bot wrote or changed. `text` is searched for in the words and `data` in callback data, payload
    or link, both as regular expressions; `qr`: the picture must hold a code that can be read.
    """

    kind: str
    person: int = 0
    text: str = ""
    data: str = ""
    qr: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """`hint` says in one line what to do, `person` whose phone to hold, `action` names a button
    of the step's own, `label` what stands on it."""

    key: str
    title: str
    hint: str
    person: int
    signs: tuple[Sign, ...]
    action: str = ""
    label: str = ""


class Trail:
    """Which steps were gone."""

    def __init__(self, world: World, events: Events, steps: Sequence[Step]) -> None:
        self._world = world
        self._events = events
        self._steps = steps

    def note(
        self, kind: str, person: int, *, text: str = "", data: str = "", photo: str = ""
    ) -> None:
        """Something happened; `photo` is a picture's file id."""
        for step in self._steps:
            progress = self._progress(step)
            if progress.done_at or not step.signs:
                continue
            sign = step.signs[progress.seen]
            if (
                sign.kind == kind
                and sign.person in (0, person)
                and re.search(sign.text, text, re.IGNORECASE | re.MULTILINE)
                and re.search(sign.data, data)
                and (not sign.qr or self._holds_code(photo))
            ):
                self._advance(step, progress)

    def message(self, entry: Entry) -> None:
        """A message came or was changed."""
        message = entry.message
        sender = message.get("from", {})
        if sender.get("is_bot"):
            photo = message["photo"][-1]["file_id"] if "photo" in message else ""
            self.note("reads", entry.peer_id, text=_words(message), photo=photo)
        elif "successful_payment" in message:
            self.note("pays", sender["id"])
        elif "text" in message and sender:
            self.note("says", sender["id"], text=message["text"])
        elif sender:
            self.note("sends", sender["id"], text=" ".join(message))

    def acted(self, action: str) -> None:
        """A button has done its work: a step without signs is done by that."""
        for step in self._steps:
            if step.action == action and not step.signs and not self._progress(step).done_at:
                self._advance(step, self._progress(step))

    def _holds_code(self, photo: str) -> bool:
        stored = self._world.files.get(photo)
        return stored is not None and (
            codes.read((self._world.blobs / stored.blob).read_bytes()) is not None
        )

    def _progress(self, step: Step) -> Progress:
        return self._world.progress.get(step.key) or Progress(step.key)

    def _advance(self, step: Step, progress: Progress) -> None:
        progress.seen += 1
        if progress.seen >= len(step.signs):
            progress.done_at = int(time.time())
        self._world.keep(progress)
        if progress.done_at:
            self._events.publish("step", {"step": self._view(step)})

    def _view(self, step: Step) -> JSON:
        return {
            "key": step.key,
            "title": step.title,
            "hint": step.hint,
            "holder": step.person,
            "action": step.action,
            "label": step.label,
            "done": self._progress(step).done_at > 0,
        }

    def view(self) -> list[JSON]:
        """The steps in their order."""
        return [self._view(step) for step in self._steps]

    def forget(self) -> None:
        """Begin anew."""
        for progress in list(self._world.progress.values()):
            self._world.forget(progress)
        self._events.publish("step", {"step": None})


def _words(message: JSON) -> str:
    """What a person reads of a message: its text, and the labels of its buttons."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    labels = [button["text"] for row in rows for button in row]
    return "\n".join([message.get("text") or message.get("caption") or "", *labels])
