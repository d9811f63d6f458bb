"""Where I am signed in on the web: the devices, links that work once, and the notices about it."""

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.callbacks.mine import AtProfile, EndDevice, EndDevices, NewWebLink, ShowDevices
from bot.screen import Screen, button, copy, link
from bot.screens.parts import home, paragraphs, shorten
from bot.texts import Markup, Texts
from bot.web.agents import device_name, device_note
from domain.sessions import Device, Devices
from storage.enums import WebPurpose

_MOST = 8
"""Devices on the screen; a ninth is there, and ended with all."""

_LONGEST_NAME = 24


def devices(t: Texts, found: Devices, *, now: datetime, reachable: bool) -> Screen:
    """Where I am signed in. Not `reachable`: nobody has said where the web pages are."""
    if not reachable:
        return Screen(t("devices-unreachable"), [[home(t)]])
    shown = found.sessions[:_MOST]
    lines = [
        t(
            "devices-line",
            number=str(number),
            name=device_name(t, each.agent),
            note=device_note(t, each, now),
        )
        for number, each in enumerate(shown, 1)
    ]
    told = Markup("\n".join(lines)) if lines else t("devices-none")
    rows = [[_end(t, number, each)] for number, each in enumerate(shown, 1)]
    if len(found.sessions) > 1:
        rows.append([button(t.plain("button-devices-end-all"), EndDevices())])
    rows.append([button(t.plain("button-devices-link"), NewWebLink(purpose=WebPurpose.SIGN_IN))])
    return Screen(
        paragraphs(t("devices"), told, _password(t, found)),
        [*rows, [_new_password(t, found)], [home(t)]],
    )


def _password(t: Texts, found: Devices) -> str:
    if not found.has_email:
        return t("devices-no-email")
    return t("devices-password") if found.has_password else t("devices-no-password")


def _new_password(t: Texts, found: Devices) -> InlineKeyboardButton:
    """Without an address there is nothing to sign in by: that comes first."""
    if not found.has_email:
        return button(t.plain("button-devices-email"), AtProfile(field="email", act="change"))
    key = "button-devices-renew" if found.has_password else "button-devices-password"
    return button(t.plain(key), NewWebLink(purpose=WebPurpose.PASSWORD))


def one_time_link(t: Texts, url: str, *, purpose: WebPurpose, minutes: int) -> Screen:
    """A link to be opened there, and copied to elsewhere."""
    signs_in = purpose is WebPurpose.SIGN_IN
    text = t("devices-link" if signs_in else "devices-password-link", minutes=minutes)
    opens = t.plain("button-devices-open" if signs_in else "button-devices-choose")
    return Screen(
        text,
        [[link(opens, url)], [copy(t.plain("button-devices-copy"), url)], [_back(t), home(t)]],
    )


def signed_in(t: Texts, device: Device) -> Screen:
    """To who has just signed in, or has not."""
    not_me = button(t.plain("button-devices-not-me"), EndDevice(session=device.id, mine=False))
    text = t("devices-signed-in", name=device_name(t, device.agent))
    return Screen(text, [[not_me], [devices_button(t)]])


def tried(t: Texts) -> Screen:
    """Somebody tries passwords with my address."""
    return Screen(t("devices-tried"), [[devices_button(t)]])


def disowned(t: Texts, *, has_email: bool) -> Screen:
    """Everything is signed out, and the password is gone."""
    found = Devices((), has_password=False, has_email=has_email)
    return Screen(t("devices-disowned"), [[_new_password(t, found)], [_back(t), home(t)]])


def devices_button(t: Texts) -> InlineKeyboardButton:
    """The way to my devices."""
    return button(t.plain("button-devices"), ShowDevices())


def _end(t: Texts, number: int, device: Device) -> InlineKeyboardButton:
    name = shorten(device_name(t, device.agent), _LONGEST_NAME)
    label = t.plain("button-devices-end", number=str(number), name=name)
    return button(label, EndDevice(session=device.id))


def _back(t: Texts) -> InlineKeyboardButton:
    return button(t.plain("button-back"), ShowDevices())
