"""My profile: what stands there, who sees it, and a button for every part."""

from collections.abc import Sequence
from enum import StrEnum

from aiogram.types import InlineKeyboardButton

from bot.callbacks.mine import AtProfile, ShowProfile
from bot.callbacks.trades import ShowTrade
from bot.posters import portrait_picture
from bot.screen import Picture, Screen, button
from bot.screens.parts import home, paragraphs
from bot.screens.settings import settings_button
from bot.texts import Markup, Texts
from domain.profiles import Profile
from domain.tastes import Tastes
from storage.enums import Trade
from storage.security.unreadable import Unreadable

Row = list[InlineKeyboardButton]


class Part(StrEnum):
    """The parts of the profile in their order, by their names in `Profile`."""

    NAME = "name"
    PHOTO = "photo"
    EMAIL = "email"
    PHONE = "phone"
    BIO = "bio"
    LINKS = "links"
    COMPANY = "company"
    POSITION = "position"
    CITY = "city"


_SHORT = 120
"""Characters of a part on the page with all of them; each may count twice in Telegram's 4096."""


def profile(t: Texts, shown: Profile, tastes: Tastes, *, mails: bool) -> Screen:
    """All of it. Where no letters can be sent an address that is not there is not asked for."""
    offered = [each for each in Part if each is not Part.EMAIL or mails or shown.email]
    lines = [
        t(f"profile-line-{each.value}", value=told)
        for each in offered
        if (told := _told(t, shown, each))
    ]
    seen = t("profile-house") if shown.is_house else ""
    text = paragraphs(
        t("profile", lines=Markup("\n".join(lines)), tastes=_tastes(t, tastes)), seen
    )
    buttons = [_part(t, field, there=bool(_value(shown, field))) for field in offered]
    rows = [buttons[start : start + 2] for start in range(0, len(buttons), 2)]
    likes = button(t.plain("button-profile-tastes"), AtProfile(field="tastes", act="change"))
    return Screen(text, [*rows, [likes], [settings_button(t), home(t)]])


def part(t: Texts, shown: Profile, field: Part, *, mails: bool) -> Screen:
    """One part that is there: what it says, to change or to remove."""
    value = _value(shown, field)
    told = (
        t.plain("profile-photo-there")
        if field is Part.PHOTO
        else _told(t, shown, field, whole=True)
    )
    text = t(f"profile-part-{field.value}", value=told)
    back = button(t.plain("button-back"), ShowProfile())
    if field is Part.COMPANY and shown.is_house:
        registration = button(t.plain("button-my-registration"), ShowTrade(trade=Trade.ORGANIZER))
        return Screen(t("profile-part-house", value=told), [[registration], [back, home(t)]])
    ways: Row = []
    if field is not Part.EMAIL or mails:
        ways.append(button(t.plain("button-profile-change"), _at(field, "change")))
    remove = "button-profile-telegram" if field is Part.NAME else "button-profile-remove"
    ways.append(button(t.plain(remove), _at(field, "remove")))
    picture = None
    if field is Part.PHOTO and not isinstance(value, Unreadable):
        picture = Picture("portrait", portrait_picture, "portrait.jpg", sent=str(value))
    return Screen(text, [ways, [back, home(t)]], picture)


def profile_button(t: Texts) -> InlineKeyboardButton:
    """The way to my profile."""
    return button(t.plain("button-profile"), ShowProfile())


def _part(t: Texts, field: Part, *, there: bool) -> InlineKeyboardButton:
    label = (
        t.plain(f"form-my-{field.value}-title")
        if field is not Part.PHONE
        else t.plain("phone-title")
    )
    act = _at(field, "see" if there else "change")
    return button(label if there else t.plain("button-profile-add", part=label), act)


def _at(field: Part, act: str) -> AtProfile:
    return AtProfile.model_validate({"field": field.value, "act": act})


def _value(shown: Profile, field: Part) -> str | Sequence[str] | None:
    value: str | Sequence[str] | None = getattr(shown, field.value)
    return value


def _told(t: Texts, shown: Profile, field: Part, *, whole: bool = False) -> str:
    """A part in words, "" where there is nothing."""
    value = _value(shown, field)
    if not value:
        return ""
    if isinstance(value, Unreadable):
        return value
    if field is Part.PHOTO:
        return t.plain("profile-photo-there")
    words = value if isinstance(value, str) else ", ".join(map(_bare, value))
    if whole or len(words) <= _SHORT:
        return words
    return words[: _SHORT - 1].rstrip() + "…"


def _bare(address: str) -> str:
    return address.removeprefix("https://").removeprefix("www.").rstrip("/")


def _tastes(t: Texts, tastes: Tastes) -> Markup:
    if not tastes.any:
        return t("profile-tastes-none")
    said = [t.plain(f"kind-{each.value}") for each in tastes.types]
    said += [each.name for each in tastes.cities]
    if tastes.brands:
        said.append(t.plain("profile-tastes-brands", count=len(tastes.brands)))
    if tastes.price is not None:
        most = tastes.price.most
        said.append(t.plain("price-most", most=most) if most else t.plain("price-free"))
    return t("profile-tastes", said=" · ".join(said))
