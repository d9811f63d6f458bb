"""The screens of look-books: what a designer shows, and how it is made."""

from collections.abc import Sequence
from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot import links
from bot.callbacks.finding import ShowCollection, ShowLookBook
from bot.callbacks.making import ShowVersions
from bot.callbacks.trades import (
    AmendCollection,
    NewCollection,
    PublishCollection,
    ShowCollections,
    ShowOwnCollection,
    ShowTrade,
)
from bot.screen import Screen, button, link
from bot.screens import lists
from bot.screens.approvals import specialty
from bot.screens.parts import home, paragraphs, season, shorten
from bot.texts import Texts
from domain.collections import Collection, LookBook
from domain.events import EventLine
from domain.follows import Kind
from storage.enums import CollectionStatus, Trade

Row = list[InlineKeyboardButton]
ALBUM = 10
"""Photos of one album (Bot API)."""

_LONGEST_LABEL = 36
_DOTS = {
    CollectionStatus.DRAFT: "○",
    CollectionStatus.PUBLISHED: "●",
    CollectionStatus.ARCHIVED: "▫",
}


def look_book(
    t: Texts,
    book: LookBook,
    coming: Sequence[EventLine],
    *,
    username: str,
    followed: bool,
    now: datetime,
) -> Screen:
    """A designer, what they show, and at which evenings next."""
    makes = ", ".join(specialty(t, each) for each in book.specialties)
    text = paragraphs(
        t("look-book-makes", brand=book.brand, makes=makes)
        if makes
        else t("look-book", brand=book.brand),
        t("look-book-about", about=book.about) if book.about else "",
        "" if book.collections else t("look-book-empty"),
        paragraphs(t("maker-next"), *(lists.line(t, each, now) for each in coming))
        if coming
        else "",
    )
    key = book.designer_id.hex
    rows: list[Row] = [
        [lists.follow(t, Kind.DESIGNER, key, book.brand, followed=followed)],
        *lists.next_evenings(t, coming),
    ]
    rows += [
        [button(_label(t, each, own=False), ShowCollection(collection=each.id))]
        for each in book.collections
        if each.status is CollectionStatus.PUBLISHED
    ]
    if book.portfolio:
        rows.append([link(t.plain("button-portfolio"), book.portfolio)])
    address = links.look_book_link(username, book.designer_id)
    rows.append([link(t.plain("button-share"), f"https://t.me/share/url?url={address}")])
    if book.own:
        rows.append([button(t.plain("button-my-collections"), ShowCollections())])
    return Screen(text, [*rows, [home(t)]])


def collection(t: Texts, shown: Collection, page: int) -> Screen:
    """What stands below an album, with the way on."""
    pages = pages_of(shown)
    text = paragraphs(
        t(
            "collection",
            name=shown.name,
            brand=shown.brand,
            season=season(t, shown.season, shown.year),
        ),
        t("look-book-about", about=shown.description) if shown.description and not page else "",
        t("collection-page", page=page + 1, pages=pages) if pages > 1 else "",
    )
    way: Row = []
    if page > 0:
        way.append(_page(t, "button-earlier", shown, page - 1))
    if page + 1 < pages:
        way.append(_page(t, "button-more", shown, page + 1))
    back = button(t.plain("button-look-book"), ShowLookBook(designer=shown.designer_id))
    return Screen(text, [way, [back, home(t)]])


def own_collections(t: Texts, collections: Sequence[Collection]) -> Screen:
    """What a designer made, in any state."""
    rows = [
        [button(_label(t, each, own=True), ShowOwnCollection(collection=each.id))]
        for each in collections
    ]
    rows.append([button(t.plain("button-new-collection"), NewCollection())])
    if collections:
        book = ShowLookBook(designer=collections[0].designer_id)
        rows.append([button(t.plain("button-look-book"), book)])
    back = button(t.plain("button-back"), ShowTrade(trade=Trade.DESIGNER))
    text = t("collections") if collections else t("collections-none")
    return Screen(text, [*rows, [back, home(t)]])


def own_collection(t: Texts, shown: Collection) -> Screen:
    """One's own collection, and what can be done to it."""
    text = paragraphs(
        t(
            "collection",
            name=shown.name,
            brand=shown.brand,
            season=season(t, shown.season, shown.year),
        ),
        t(
            "collection-state",
            state=t.plain(f"collection-is-{shown.status.value}"),
            count=len(shown.images),
        ),
        t("look-book-about", about=shown.description) if shown.description else "",
    )
    looks = [button(t.plain("button-see-photos"), ShowCollection(collection=shown.id))]
    if all(each.photo for each in shown.images):  # one that is drawn is not changed here
        looks.append(button(t.plain("button-amend"), AmendCollection(collection=shown.id)))
    public = shown.status is CollectionStatus.PUBLISHED
    turn = PublishCollection(collection=shown.id, public=not public)
    rows = [
        [button(t.plain("button-archive" if public else "button-publish-collection"), turn)],
        looks,
        [button(t.plain("button-versions"), ShowVersions(scope="c", about=shown.id))],
        [button(t.plain("button-back"), ShowCollections()), home(t)],
    ]
    return Screen(text, rows)


def pages_of(shown: Collection) -> int:
    """How many albums a collection takes."""
    return max(-(-len(shown.images) // ALBUM), 1)


def _label(t: Texts, shown: Collection, *, own: bool) -> str:
    name = shorten(shown.name, _LONGEST_LABEL - 18)
    told = " · ".join(part for part in (name, season(t, shown.season, shown.year)) if part)
    return f"{_DOTS[shown.status]} {told}" if own else told


def _page(t: Texts, key: str, shown: Collection, page: int) -> InlineKeyboardButton:
    return button(t.plain(key), ShowCollection(collection=shown.id, page=page))
