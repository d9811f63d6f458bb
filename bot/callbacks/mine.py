"""What is mine: language, settings, profile, devices, my data."""

from enum import StrEnum
from typing import Literal
from uuid import UUID

from aiogram.filters.callback_data import CallbackData

from storage.enums import ConsentPurpose, NotificationType, WebPurpose


class SpeakLanguage(CallbackData, prefix="l"):
    """Another language."""

    locale: str


class ShowSettings(CallbackData, prefix="set"):
    """What reaches me."""


class ShowDevices(CallbackData, prefix="dv"):
    """Where I am signed in on the web."""


class NewWebLink(CallbackData, prefix="dl"):
    """A link that works once: to sign in there, or to choose a password."""

    purpose: WebPurpose


class EndDevice(CallbackData, prefix="de"):
    """Sign out there; not `mine`: somebody else signed in as me."""

    session: UUID
    mine: bool = True


class EndDevices(CallbackData, prefix="dx"):
    """Sign out everywhere."""


class ShowProfile(CallbackData, prefix="me"):
    """What I told about myself."""


class AtProfile(CallbackData, prefix="mp"):
    """A field of my profile, or my tastes: to see it, to change it, to remove it."""

    field: Literal[
        "name",
        "photo",
        "email",
        "phone",
        "bio",
        "links",
        "company",
        "position",
        "city",
        "tastes",
    ]
    act: Literal["see", "change", "remove"] = "see"


class Room(StrEnum):
    """Where a person sees what is kept about them, and asks for something."""

    MENU = "menu"
    KEPT = "kept"
    CONSENTS = "consents"
    EXPORT = "export"
    CORRECT = "correct"
    RESTRICT = "restrict"
    ERASE = "erase"
    DEVICES = "devices"
    REQUESTS = "requests"


class AtPrivacy(CallbackData, prefix="pr"):
    """A room of what is kept about me."""

    room: Room = Room.MENU


class Forget(CallbackData, prefix="fg"):
    """Be forgotten: see what it means, be sure, ask for it, or keep the account. `gives_up`: with
    the tickets that are valid and the shows that are booked; `seal` stands for what was shown."""

    act: Literal["see", "sure", "ask", "keep"]
    gives_up: bool = False
    seal: str = ""


class Allow(CallbackData, prefix="pa"):
    """Allow something by a channel, or no longer; `asked` in answer to the question before
    "For you"."""

    purpose: ConsentPurpose
    channel: NotificationType
    yes: bool
    asked: bool = False


class AskExport(CallbackData, prefix="px"):
    """Send me all that is kept of me."""


class Restrict(CallbackData, prefix="pz"):
    """Let my data rest, or let them be used again."""

    on: bool


class WantNews(CallbackData, prefix="nw"):
    """Yes or no to news; `asked` in answer to the question, otherwise in the settings."""

    yes: bool
    asked: bool = False


class StopNews(CallbackData, prefix="ns"):
    """No more news, under a campaign's message."""


class NewsAgain(CallbackData, prefix="na"):
    """News after all, under a campaign's message."""


class ShowQuiet(CallbackData, prefix="qs"):
    """My quiet hours; `zones` to choose my clock."""

    zones: bool = False


class SetQuiet(CallbackData, prefix="qh"):
    """Let campaigns leave me in peace from one hour to another."""

    start: int
    end: int


class SetZone(CallbackData, prefix="qz"):
    """By which clock I live; "": that of the house that writes."""

    zone: str = ""


class SetReminder(CallbackData, prefix="sr"):
    """A reminder so many hours ahead, or none."""

    hours: int
    on: bool
