"""Who makes the evenings: the page of a house, and whom and what a person follows."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from bot import links
from bot.callbacks.finding import Browse, Follow, ShowHouse, ShowLookBook
from bot.screen import Screen, button, link
from bot.screens import lists
from bot.screens.parts import home, paragraphs, shorten
from bot.texts import Texts
from domain.filters import Filter
from domain.follows import Followed, HousePage, Kind

_ABOUT = 1500
_NAME = 30


def house(t: Texts, page: HousePage, *, username: str, now: datetime) -> Screen:
    """A house: who they are, what comes next, follow."""
    told = [lists.line(t, each, now) for each in page.next.lines]
    coming = paragraphs(t("maker-next"), *told) if told else t("maker-nothing-next")
    address = links.house_link(username, page.id)
    rows = [
        [lists.follow(t, Kind.HOUSE, page.id.hex, page.name, followed=page.followed)],
        *lists.next_evenings(t, page.next.lines),
        [link(t.plain("button-share"), f"https://t.me/share/url?url={address}"), home(t)],
    ]
    about = t("maker-about", about=shorten(page.about, _ABOUT)) if page.about else ""
    return Screen(paragraphs(t("maker-title", name=page.name), about, coming), rows)


def following(t: Texts, followed: Sequence[Followed]) -> Screen:
    """All that a person follows: a tap opens it, the cross beside it lets it go."""
    if not followed:
        return Screen(t("following-none"), [[button(t.plain("button-all"), Browse()), home(t)]])
    rows = [
        [
            button(shorten(each.name, _NAME), _page(each)),
            button(t.plain("button-unfollow"), _let_go(each)),
        ]
        for each in followed
    ]
    mine = button(t.plain("button-for-you"), Browse(of=Filter(mine=True).wire()))
    return Screen(t("following", count=len(followed)), [*rows, [mine, home(t)]])


def _page(each: Followed) -> ShowLookBook | ShowHouse | Browse:
    match each.kind:
        case Kind.DESIGNER:
            return ShowLookBook(designer=UUID(each.key))
        case Kind.HOUSE:
            return ShowHouse(organizer=UUID(each.key))
        case Kind.CITY:
            return Browse(of=Filter(city=each.key).wire())


def _let_go(each: Followed) -> Follow:
    return Follow(kind=each.kind.value, key=each.key, on=False, at="list")
