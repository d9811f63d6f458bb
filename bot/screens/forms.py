"""The screens of guided dialogs."""

from datetime import date

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.callbacks.wire import Move
from bot.form import Asked, Dialog
from bot.screen import Screen, button
from bot.screens import calendar
from bot.screens.answers import fact, told
from bot.screens.parts import home, paragraphs, shorten
from bot.steps import Choice, Choices, Day, Moment, Stored, WholeNumber, Wrong
from bot.steps.dates import day_value, moment_value
from bot.texts import Markup, Texts

Row = list[InlineKeyboardButton]
_SHORT_LABEL = 14
_LONGEST_EDIT = 34
_ROOM = 1800
"""Characters of answers that a review shows; each may count twice in Telegram's 4096."""
_HOURS = range(8, 24)
_HOURS_IN_A_ROW = 4


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
    facts = {name: fact(t, value) for name, value in wrong.facts.items()}
    return t(f"form-{wrong.reason}", **facts)


def unfinished(dialog: Dialog, t: Texts, *, answered: bool) -> Screen:
    """Shall we go on? With `answered` the message that this replies to becomes the answer."""
    title = t(f"form-{dialog.form.name}-title")
    text = t("form-unfinished-answer" if answered else "form-unfinished", title=title)
    return Screen(text, [[_move(dialog, t, "resume")], [_move(dialog, t, "cancel")]])


def begun_before(dialog: Dialog, t: Texts, anew: CallbackData | None = None) -> Screen:
    """The person asks for a dialog of which there is half one already.

    `anew` begins with what they ask for; without it, every answer is forgotten.
    """
    text = t("form-begun-before", title=t(f"form-{dialog.form.name}-title"))
    to = _to(dialog, "restart") if anew is None else anew
    restart = button(t.plain("button-form-restart"), to)
    return Screen(text, [[_move(dialog, t, "resume")], [restart]])


def surely(dialog: Dialog, t: Texts) -> Screen:
    """Shall so many answers be let go?"""
    text = t("form-surely", title=t(f"form-{dialog.form.name}-title"), count=dialog.told)
    return Screen(text, [[_move(dialog, t, "resume")], [_move(dialog, t, "drop")]])


def done(form: str, t: Texts) -> Screen:
    """Sent."""
    return Screen(t(f"form-{form}-done"), [[home(t)]])


def cancelled(t: Texts) -> Screen:
    """Given up."""
    return Screen(t("form-cancelled"), [[home(t)]])


def _question(dialog: Dialog, asked: Asked, t: Texts) -> Screen:
    key = asked.step.question or f"form-{dialog.form.name}-{asked.step.name}"
    text = t(
        "form-question",
        title=t(f"form-{dialog.form.name}-title"),
        number=(dialog.position or 0) + 1,
        count=len(dialog.asked),
        question=paragraphs(t(key, **asked.step.said), _hint(dialog, t)),
    )
    answer = dialog.answers.get(asked.step.name)
    if answer is not None and not isinstance(asked.step, Choice | Choices):
        text = t("form-question-answered", question=text, answer=_clipped(answer, asked, t, _ROOM))
    rows = [*_options(dialog, asked), *_days(dialog, t), *_ways(dialog, asked, t)]
    return Screen(text, rows)


def _hint(dialog: Dialog, t: Texts) -> str:
    """How a day or a time can be given, beside the buttons; or a number's range."""
    step = dialog.current.step if dialog.current else None
    if isinstance(step, WholeNumber) and step.told:
        return t("form-hint-number", low=step.low, high=step.high)
    if isinstance(step, Day) and step.calendar:
        first, last = step.span(dialog.now.date())
        near = min(max(dialog.now.date(), first), last)
        return t("form-hint-day", example=t.long_day(near))
    if isinstance(step, Moment):
        return t("form-hint-time" if _asks_time(dialog, step) else "form-hint-moment")
    return ""


def _asks_time(dialog: Dialog, step: Moment) -> bool:
    """Whether the day was chosen and no other month is looked at."""
    return step.name in dialog.answers and not dialog.has_current and not dialog.view


def _days(dialog: Dialog, t: Texts) -> list[Row]:
    """The calendar of a day, or the hours of the day that was chosen."""
    step = dialog.current.step if dialog.current else None
    if isinstance(step, Day):
        if not step.calendar:
            return []
        first, last = step.span(dialog.now.date())
        stored = dialog.answers.get(step.name)
        chosen = step.read(stored) if stored else None
    elif isinstance(step, Moment):
        first, last = step.span(dialog.now)
        chosen = step.day_of(dialog.answers.get(step.name))
        if chosen and _asks_time(dialog, step):
            return _hours(dialog, chosen, t)
        after = dialog.given().find(step.after) if step.after else None
        first = max(first, after.astimezone(step.place).date()) if after else first
    else:
        return []
    shown = calendar.read_page(dialog.view) or chosen or max(first, dialog.now.date())
    return calendar.month(
        t,
        shown,
        first=first,
        last=last,
        pick=lambda day: _to(dialog, "answer", day_value(day)),
        turn=lambda day: _to(dialog, "see", calendar.page(day)),
        chosen=[chosen] if chosen else [],
    )


def _hours(dialog: Dialog, day: date, t: Texts) -> list[Row]:
    hours = [
        button(f"{hour:02}:00", _to(dialog, "answer", moment_value(day, hour))) for hour in _HOURS
    ]
    rows = [
        hours[start : start + _HOURS_IN_A_ROW] for start in range(0, len(hours), _HOURS_IN_A_ROW)
    ]
    other = button(t.plain("button-form-other-day"), _to(dialog, "see", calendar.page(day)))
    return [*rows, [other]]


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
    stored = dialog.answers.get(asked.step.name)
    if dialog.has_current:
        ready = asked.step.collects and stored
        onwards.append(_move(dialog, t, "keep", "button-form-ready" if ready else None))
    anew: Row = []
    if dialog.collects_photos and stored:
        onwards.append(_move(dialog, t, "undo"))
        anew = [_move(dialog, t, "clear")] if len(stored) > 1 else []
    if asked.step.optional and not (dialog.collects_photos and stored):
        onwards.append(_move(dialog, t, "skip"))
    backwards: Row = [_move(dialog, t, "cancel")]
    if dialog.leads_back:
        backwards.insert(0, _move(dialog, t, "back"))
    return [onwards, anew, backwards]


def _review(dialog: Dialog, t: Texts) -> Screen:
    share = _share(dialog)
    lines = [
        t(
            "form-review-asked" if asked.step.label else "form-review-line",
            label=t(_label(dialog, asked), **asked.step.said),
            answer=_clipped(answer, asked, t, share),
        )
        for asked, answer in dialog.answered()
    ]
    text = t(
        "form-review",
        title=t(f"form-{dialog.form.name}-title"),
        lines=Markup("\n".join(lines)),
        question=t(f"form-review-{dialog.form.ends_by}"),
    )
    edits = [
        button(
            t.plain("button-form-edit", label=_short_label(dialog, asked, t)),
            _to(dialog, "edit", asked.step.name),
        )
        for asked in dialog.asked
    ]
    width = 1 if any(asked.step.label for asked in dialog.asked) else 2
    rows = [edits[start : start + width] for start in range(0, len(edits), width)]
    send = _move(dialog, t, "send", f"button-form-{dialog.form.ends_by}")
    return Screen(text, [[send], *rows, [_move(dialog, t, "cancel")]])


def _label(dialog: Dialog, asked: Asked) -> str:
    return asked.step.label or f"form-{dialog.form.name}-{asked.step.name}-label"


def _short_label(dialog: Dialog, asked: Asked, t: Texts) -> str:
    return shorten(t.plain(_label(dialog, asked), **asked.step.said), _LONGEST_EDIT)


def _share(dialog: Dialog) -> int:
    """How much of each answer a review has room for."""
    sizes = [len(answer) for _, answer in dialog.answered() if isinstance(answer, str)]
    return _ROOM if sum(sizes) <= _ROOM else _ROOM // max(len(sizes), 1)


def _clipped(answer: Stored, asked: Asked, t: Texts, room: int) -> str:
    words = told(answer, asked, t)
    return words if len(words) <= room else words[: room - 1] + "…"


def _move(dialog: Dialog, t: Texts, act: str, key: str | None = None) -> InlineKeyboardButton:
    return button(t.plain(key or f"button-form-{act}"), _to(dialog, act))


def _to(dialog: Dialog, act: str, answer: str = "") -> Move:
    return Move.model_validate(
        {"form": dialog.form.name, "turn": dialog.turn, "act": act, "answer": answer}
    )
