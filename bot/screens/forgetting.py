"""Being forgotten: what goes and what stays, what is in the way, the cool-off, the farewell."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from math import ceil

from aiogram.types import InlineKeyboardButton

from bot.callbacks.buying import ShowTickets
from bot.callbacks.finding import ShowMenu
from bot.callbacks.making import ShowMine
from bot.callbacks.mine import AtPrivacy, Forget, Room
from bot.screen import Screen, button
from bot.screens.parts import home, paragraphs, shorten
from bot.texts import Markup, Texts
from domain.forgetting import Obstacle, Outlook, Request, Tie

_MOST = 5
"""Evenings that are named of one kind."""

_LONGEST_TITLE = 60
_ZONE = "UTC"

Row = list[InlineKeyboardButton]


def room(t: Texts, outlook: Outlook, *, now: datetime) -> Screen:
    """Where somebody stands: asked already, held by something, or free to ask."""
    if outlook.request is not None:
        return _waiting(t, outlook, outlook.request, now)
    if outlook.obstacles:
        return _held(t, outlook)
    return meaning(t, outlook, gives_up=False)


def meaning(t: Texts, outlook: Outlook, *, gives_up: bool) -> Screen:
    """What goes, what stays and why, what is out of reach, and what would be given up."""
    told = t("forget", hours=_hours(outlook.cool_off))
    text = paragraphs(told, _lost(t, outlook, gives_up), _campaigns(t, outlook))
    on = button(t.plain("button-forget-sure"), Forget(act="sure", gives_up=gives_up))
    return Screen(text, [[on], _back(t)])


def sure(t: Texts, outlook: Outlook, *, gives_up: bool) -> Screen:
    """The second, deliberate tap."""
    asked = t("forget-sure-of-it", hours=_hours(outlook.cool_off))
    ask = Forget(act="ask", gives_up=gives_up, seal=outlook.seal)
    yes = button(t.plain("button-forget-ask"), ask)
    return Screen(paragraphs(asked, _lost(t, outlook, gives_up)), [[yes], [_keep_without(t)]])


def kept(t: Texts, *, taken_back: bool) -> Screen:
    """The account stays."""
    return Screen(t("forget-kept" if taken_back else "forget-nothing-asked"), [[home(t)]])


def soon(t: Texts, outlook: Outlook, *, now: datetime) -> Screen:
    """The last message before it happens."""
    if outlook.request is None:
        raise ValueError("somebody has asked")
    minutes = max(1, ceil((outlook.request.due_at - now) / timedelta(minutes=1)))
    return Screen(t("forget-soon", minutes=minutes), [[_keep(t)]])


def blocked(t: Texts, outlook: Outlook) -> Screen:
    """The cool-off is over, and something came in between."""
    lines = _ties(t, outlook.obstacles)
    rows = [*_ways(t, outlook.obstacles), [_keep(t)]]
    return Screen(t("forget-blocked", lines=Markup("\n\n".join(lines))), rows)


def forgotten(t: Texts) -> Screen:
    """The last message of all, to a chat whose person nobody knows any more."""
    return Screen(t("forget-done"))


def _waiting(t: Texts, outlook: Outlook, request: Request, now: datetime) -> Screen:
    if request.due_at > now:
        told = t(
            "forget-waiting",
            hours=_hours(request.due_at - now),
            when=t.when(request.due_at, _ZONE),
        )
    else:
        told = t("forget-under-way")
    lines = _ties(t, outlook.obstacles)
    in_the_way = t("forget-in-the-way", lines=Markup("\n\n".join(lines))) if lines else ""
    ways = _ways(t, outlook.obstacles)
    return Screen(paragraphs(told, in_the_way), [*ways, [_keep(t)], _back(t)])


def _held(t: Texts, outlook: Outlook) -> Screen:
    lines = _ties(t, outlook.obstacles)
    text = t("forget-held", lines=Markup("\n\n".join(lines)))
    return Screen(text, [*_ways(t, outlook.obstacles), _back(t)])


def _ties(t: Texts, obstacles: Sequence[Obstacle]) -> list[Markup]:
    """Each kind once, with its evenings."""
    told = []
    for tie, some in groupby(obstacles, lambda each: each.tie):
        told.append(t(f"forget-tie-{tie.value}", evenings=_evenings(t, list(some))))
    return told


def _lost(t: Texts, outlook: Outlook, gives_up: bool) -> Markup | str:
    """What somebody gives up, by kind."""
    lines = [
        t(f"forget-lose-{tie.value}", evenings=_evenings(t, list(some)))
        for tie, some in groupby(outlook.obstacles, lambda each: each.tie)
        if gives_up and tie.can_be_given_up
    ]
    return t("forget-gives-up", lines=Markup("\n".join(lines))) if lines else ""


def _evenings(t: Texts, some: Sequence[Obstacle]) -> str:
    names = [
        t.plain(
            "forget-evening",
            title=shorten(each.title, _LONGEST_TITLE),
            day=t.day(each.at, each.time_zone),
        )
        for each in some
        if each.at is not None
    ]
    names = list(dict.fromkeys(names))
    named, more = ", ".join(names[:_MOST]), len(names) - _MOST
    return t.plain("forget-more", evenings=named, count=more) if more > 0 else named


def _ways(t: Texts, obstacles: Sequence[Obstacle]) -> list[Row]:
    """Where what is in the way can be settled, and what can be given up."""
    ties = {each.tie for each in obstacles}
    rows: list[Row] = []
    if Tie.TICKETS in ties:
        rows.append([button(t.plain("button-my-tickets"), ShowTickets())])
    if Tie.EVENTS in ties:
        rows.append([button(t.plain("button-mine"), ShowMine())])
    if ties and all(tie.can_be_given_up for tie in ties):
        give_up = Forget(act="see", gives_up=True)
        rows.append([button(t.plain("button-forget-give-up"), give_up)])
    return rows


def _campaigns(t: Texts, outlook: Outlook) -> Markup | str:
    return t("forget-campaigns", count=outlook.campaigns) if outlook.campaigns else ""


def _keep(t: Texts) -> InlineKeyboardButton:
    return button(t.plain("button-forget-keep"), Forget(act="keep"))


def _keep_without(t: Texts) -> InlineKeyboardButton:
    """Before anything was asked for: back to the first screen."""
    return button(t.plain("button-forget-keep"), ShowMenu())


def _back(t: Texts) -> Row:
    return [button(t.plain("button-privacy-menu"), AtPrivacy(room=Room.MENU)), home(t)]


def _hours(span: timedelta) -> int:
    return max(1, ceil(span / timedelta(hours=1)))
