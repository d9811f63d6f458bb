"""The screens of guided dialogs."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Move
from bot.form import Asked, Dialog
from bot.screen import Screen, button
from bot.screens.parts import home
from bot.steps import Choice, Choices, Photo, Stored, Wrong
from bot.texts import Markup, Texts

Row = list[InlineKeyboardButton]
_SHORT_LABEL = 14
_ROOM = 1800
"""Characters of answers that a review shows; each may count twice in Telegram's 4096."""


def place(dialog: Dialog, t: Texts, wrong: Wrong | None = None) -> Screen:
    """The open question or the review, after what was wrong with the last answer."""
    shown = _review(dialog, t) if dialog.current is None else _question(dialog, dialog.current, t)
    if wrong is None:
        return shown
    text = t("form-with-refusal", refusal=refusal(dialog, wrong, t), screen=Markup(shown.text))
    return Screen(text, shown.rows)


def refusal(dialog: Dialog, wrong: Wrong, t: Texts) -> Markup:
    """What was wrong and what would be right."""
    if wrong.reason == "invalid":
        return t(f"form-{dialog.form.name}-{dialog.place}-invalid")
    return t(f"form-{wrong.reason}", **wrong.facts)


def unfinished(dialog: Dialog, t: Texts, *, answered: bool) -> Screen:
    """Shall we go on? With `answered` the message that this replies to becomes the answer."""
    title = t(f"form-{dialog.form.name}-title")
    text = t("form-unfinished-answer" if answered else "form-unfinished", title=title)
    return Screen(text, [[_move(dialog, t, "resume")], [_move(dialog, t, "cancel")]])


def begun_before(dialog: Dialog, t: Texts) -> Screen:
    """The person asks for a dialog of which there is half one already."""
    text = t("form-begun-before", title=t(f"form-{dialog.form.name}-title"))
    return Screen(text, [[_move(dialog, t, "resume")], [_move(dialog, t, "restart")]])


def done(form: str, t: Texts) -> Screen:
    """Sent."""
    return Screen(t(f"form-{form}-done"), [[home(t)]])


def cancelled(t: Texts) -> Screen:
    """Given up."""
    return Screen(t("form-cancelled"), [[home(t)]])


def _question(dialog: Dialog, asked: Asked, t: Texts) -> Screen:
    text = t(
        "form-question",
        title=t(f"form-{dialog.form.name}-title"),
        number=(dialog.position or 0) + 1,
        count=len(dialog.asked),
        question=t(f"form-{dialog.form.name}-{asked.step.name}"),
    )
    answer = dialog.answers.get(asked.step.name)
    if answer is not None and not isinstance(asked.step, Choice | Choices):
        text = t("form-question-answered", question=text, answer=_clipped(answer, asked, t, _ROOM))
    rows = [*_options(dialog, asked), *_ways(dialog, asked, t)]
    return Screen(text, rows)


def _options(dialog: Dialog, asked: Asked) -> list[Row]:
    given = dialog.answers.get(asked.step.name)
    chosen = {given} if isinstance(given, str) else set(given or ())
    buttons = [
        button(
            f"✓ {option.label}" if option.value in chosen else option.label,
            _to(dialog, "answer", option.value),
        )
        for option in asked.options
    ]
    width = 2 if all(len(each.label) <= _SHORT_LABEL for each in asked.options) else 1
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def _ways(dialog: Dialog, asked: Asked, t: Texts) -> list[Row]:
    """Onwards, back, out."""
    onwards: Row = []
    if asked.step.name in dialog.answers:
        several = isinstance(asked.step, Choices)
        onwards.append(_move(dialog, t, "keep", "button-form-ready" if several else None))
    if asked.step.optional:
        onwards.append(_move(dialog, t, "skip"))
    backwards: Row = [_move(dialog, t, "cancel")]
    if dialog.position and not dialog.complete:
        backwards.insert(0, _move(dialog, t, "back"))
    return [onwards, backwards]


def _review(dialog: Dialog, t: Texts) -> Screen:
    form = dialog.form.name
    share = _share(dialog)
    lines = [
        t(
            "form-review-line",
            label=t(f"form-{form}-{asked.step.name}-label"),
            answer=_clipped(answer, asked, t, share),
        )
        for asked, answer in dialog.answered()
    ]
    text = t("form-review", title=t(f"form-{form}-title"), lines=Markup("\n".join(lines)))
    edits = [
        button(
            t.plain("button-form-edit", label=t.plain(f"form-{form}-{asked.step.name}-label")),
            _to(dialog, "edit", asked.step.name),
        )
        for asked in dialog.asked
    ]
    rows = [edits[start : start + 2] for start in range(0, len(edits), 2)]
    return Screen(text, [[_move(dialog, t, "send")], *rows, [_move(dialog, t, "cancel")]])


def _share(dialog: Dialog) -> int:
    """How much of each answer a review has room for."""
    sizes = [len(answer) for _, answer in dialog.answered() if isinstance(answer, str)]
    return _ROOM if sum(sizes) <= _ROOM else _ROOM // max(len(sizes), 1)


def _clipped(answer: Stored, asked: Asked, t: Texts, room: int) -> str:
    told = _told(answer, asked, t)
    return told if len(told) <= room else told[: room - 1] + "…"


def _told(answer: Stored, asked: Asked, t: Texts) -> str:
    """An answer in words."""
    if answer is None:
        return t.plain("form-skipped")
    if isinstance(asked.step, Photo):
        return t.plain("form-photo-attached")
    if isinstance(asked.step, Choice | Choices):
        chosen: Sequence[str] = [answer] if isinstance(answer, str) else answer
        return ", ".join(each.label for each in asked.options if each.value in chosen)
    return str(answer)


def _move(dialog: Dialog, t: Texts, act: str, key: str | None = None) -> InlineKeyboardButton:
    return button(t.plain(key or f"button-form-{act}"), _to(dialog, act))


def _to(dialog: Dialog, act: str, answer: str = "") -> Move:
    return Move.model_validate(
        {"form": dialog.form.name, "turn": dialog.turn, "act": act, "answer": answer}
    )
