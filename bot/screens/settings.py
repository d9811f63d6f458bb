"""What reaches a person: the question about news, and the screen that changes the answer."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.callbacks.mine import (
    Allow,
    NewsAgain,
    SetQuiet,
    SetReminder,
    SetZone,
    ShowQuiet,
    ShowSettings,
    StopNews,
    WantNews,
)
from bot.screen import Screen, button
from bot.screens.parts import home
from bot.texts import Texts
from domain.quiet_hours import Hours, Quiet
from storage.enums import ConsentPurpose, NotificationType


def question(t: Texts) -> Screen:
    """May we write to you? Asked once."""
    ways = [
        button(t.plain("button-news-yes"), WantNews(yes=True, asked=True)),
        button(t.plain("button-news-no"), WantNews(yes=False, asked=True)),
    ]
    return Screen(t("news-question"), [ways])


def may_suggest(t: Texts) -> Screen:
    """May we pick evenings for you? Asked before the first time."""
    ways = [
        button(t.plain("button-suggest-yes"), _suggestions(yes=True)),
        button(t.plain("button-suggest-no"), _suggestions(yes=False)),
    ]
    return Screen(t("suggest-question"), [ways])


def _suggestions(*, yes: bool) -> Allow:
    purpose, channel = ConsentPurpose.SUGGESTIONS, NotificationType.PUSH
    return Allow(purpose=purpose, channel=channel, yes=yes, asked=True)


def answered(t: Texts, *, news: bool) -> Screen:
    """In the place of the question."""
    text = t("news-thanks") if news else t("news-declined")
    return Screen(text, [[settings_button(t), home(t)]])


def settings(
    t: Texts, *, news: bool, hours: Sequence[int], choices: Sequence[int], quiet: Quiet
) -> Screen:
    """What reaches me: news and when, and reminders `hours` before a show, out of `choices`."""
    said = "yes" if news else "no"
    label = t.plain("button-news-stop") if news else t.plain("button-news-start")
    rows = [
        [button(label, WantNews(yes=not news))],
        [button(t.plain("button-quiet", span=_span(t, quiet.hours)), ShowQuiet())],
        [_reminder(t, each, on=each in hours) for each in choices],
        [home(t)],
    ]
    return Screen(t("settings", news=said), rows)


def no_more_news(t: Texts) -> InlineKeyboardButton:
    """The way out, under every message of a campaign."""
    return button(t.plain("button-news-stop"), StopNews())


def news_again(t: Texts) -> InlineKeyboardButton:
    """The way back, in the same place."""
    return button(t.plain("button-news-again"), NewsAgain())


def quiet(t: Texts, quiet: Quiet, choices: Sequence[Hours]) -> Screen:
    """When campaigns leave me in peace, and by which clock."""
    clock = t.plain("quiet-clock-unknown") if quiet.zone is None else _place(t, quiet.zone)
    kind = "never" if quiet.hours[0] == quiet.hours[1] else "hours"
    text = t("quiet", kind=kind, span=_span(t, quiet.hours), clock=clock)
    ways = [_hours(t, each, on=each == quiet.hours) for each in choices]
    rows = [
        *(ways[at : at + 2] for at in range(0, len(ways), 2)),
        [_hours(t, (0, 0), on=kind == "never")],
        [button(t.plain("button-clock"), ShowQuiet(zones=True))],
        [settings_button(t), home(t)],
    ]
    return Screen(text, rows)


def zones(t: Texts, offered: Sequence[str]) -> Screen:
    """By which clock do I live?"""
    ways = [button(_place(t, each), SetZone(zone=each)) for each in offered]
    rows = [*(ways[at : at + 2] for at in range(0, len(ways), 2))]
    house = button(t.plain("button-clock-house"), SetZone())
    back = button(t.plain("button-back"), ShowQuiet())
    return Screen(t("quiet-zones"), [*rows, [house], [back]])


def _hours(t: Texts, hours: Hours, *, on: bool) -> InlineKeyboardButton:
    key = "button-quiet-on" if on else "button-quiet-off"
    act = SetQuiet(start=hours[0], end=hours[1])
    return button(t.plain(key, span=_span(t, hours)), act)


def _span(t: Texts, hours: Hours) -> str:
    if hours[0] == hours[1]:
        return t.plain("quiet-never")
    return t.plain("quiet-span", start=hours[0], end=hours[1])


def _place(t: Texts, zone: str) -> str:
    return t.plain("quiet-place", zone=zone.partition("/")[2].replace("_", ""))


def settings_button(t: Texts) -> InlineKeyboardButton:
    """The way to what reaches me."""
    return button(t.plain("button-settings"), ShowSettings())


def _reminder(t: Texts, hours: int, *, on: bool) -> InlineKeyboardButton:
    key = "button-reminder-on" if on else "button-reminder-off"
    return button(t.plain(key, hours=hours), SetReminder(hours=hours, on=not on))
