"""A signed-in device in words: which browser, on what, when and from about where."""

from datetime import datetime

from bot.texts import Texts
from domain.sessions import Device
from storage.security.masks import of_address
from storage.security.unreadable import Unreadable

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("YaBrowser/", "Yandex"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""The first mark that is there says it: many name others, too."""

_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def device_name(t: Texts, agent: str | None) -> str:
    """A device as "Safari on iPhone"; "a browser" where nothing better is known."""
    if agent is None or isinstance(agent, Unreadable):
        return t.plain("device-unknown")
    browser = next((name for mark, name in _BROWSERS if mark in agent), None)
    system = next((name for mark, name in _SYSTEMS if mark in agent), None)
    if browser and system:
        return t.plain("device-named", browser=browser, system=system)
    return browser or system or t.plain("device-unknown")


def device_note(t: Texts, device: Device, now: datetime) -> str:
    """When a device was used last, and from about where."""
    last = t.ago(device.last_activity, now)
    if device.ip is None or isinstance(device.ip, Unreadable):
        return t.plain("device-last", last=last)
    return t.plain("device-last-from", last=last, place=of_address(device.ip))
