"""What may be shown of what is sealed: the shape of a value, never enough to know whose it is.

Pure functions from a value to the text of its `*_mask` column. Whoever seals a value writes its
mask with it (`sealing`), so that the two cannot part.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from storage.security.blind import canonical_phone

HIDDEN = "•••"
LONGEST = 128
"""Characters of the longest mask; `*_mask` columns have room for no more."""

Mask = Callable[[Any], str]

_WORDS = 3
_MARKS = 2
"""Combining marks that stay on a letter: what more there is belongs to no alphabet."""

_LINKS = 6
_LONGEST_TOP_DOMAIN = 6
_LONG_CODES = frozenset(
    map(
        str,
        (
            *(20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49),
            *(*range(51, 59), *range(60, 67), 81, 82, 84, 86, *range(90, 96), 98),
        ),
    )
)
"""Country codes of two digits; 1 and 7 have one, all others three (ITU-T E.164)."""

_NETWORKS = {
    "behance.net": "Behance",
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "linkedin.com": "LinkedIn",
    "models.com": "models.com",
    "pinterest.com": "Pinterest",
    "t.me": "Telegram",
    "threads.net": "Threads",
    "tiktok.com": "TikTok",
    "twitter.com": "X",
    "vimeo.com": "Vimeo",
    "x.com": "X",
    "youtu.be": "YouTube",
    "youtube.com": "YouTube",
}
_BY_NAME = {name.casefold(): name for name in _NETWORKS.values()}


def of_address(ip: str) -> str:
    """Of a network address: its first half, as "93.45.•.•" or "2a01:e0a:•"."""
    try:
        address = ip_address(ip)
    except ValueError:
        return HIDDEN
    if address.version == 4:
        return ".".join([*str(address).split(".")[:2], "•", "•"])
    groups = address.exploded.split(":")[:2]
    return ":".join([*(group.lstrip("0") or "0" for group in groups), "•"])


def of_text(_: Any) -> str:
    """Of a value that only says that it is there."""
    return HIDDEN


def of_name(name: str) -> str:
    """`A••• O•••` of Ada Okafor: how the first words begin. A word of one letter shows nothing."""
    words = _clean(name).split()[:_WORDS]
    return " ".join(_beginning(word) for word in words) or HIDDEN


def of_email(address: str) -> str:
    """`c•••@e•••.org` of an address."""
    name, at, domain = _clean(address).strip().rpartition("@")
    host, dot, top = domain.rpartition(".")
    if not (at and dot):
        return HIDDEN
    known = top.isascii() and top.isalpha() and len(top) <= _LONGEST_TOP_DOMAIN
    return f"{_beginning(name)}@{_beginning(host)}.{top if known else HIDDEN}"


def of_phone(number: str) -> str:
    """`+48 ••• ••• 22` of an international number: its country and its end."""
    try:
        digits = canonical_phone(number).removeprefix("+")
    except ValueError:
        return HIDDEN
    code = digits[:1] if digits[:1] in "17" else digits[:2]
    if len(code) > 1 and code not in _LONG_CODES:
        code = digits[:3]
    return f"+{code} {HIDDEN} {HIDDEN} {digits[-2:]}"


def of_links(links: Any) -> str:
    """`Instagram, Vimeo` of links, in one text or in an object: the networks alone."""
    found = list(dict.fromkeys(_networks(links)))
    return ", ".join(found[:_LINKS]) or HIDDEN


def _networks(links: Any, key: str = "") -> Iterator[str]:
    if isinstance(links, Mapping):
        for name, value in links.items():
            yield from _networks(value, str(name))
    elif isinstance(links, list | tuple):
        for value in links:
            yield from _networks(value, key)
    elif isinstance(links, str):
        yield _BY_NAME.get(key.casefold()) or _network(links)


def _network(link: str) -> str:
    try:
        host = urlsplit(link if "//" in link else f"//{link}").hostname or ""
    except ValueError:
        return HIDDEN
    return _NETWORKS.get(".".join(host.removeprefix("www.").split(".")[-2:]), HIDDEN)


def _clean(text: str) -> str:
    """The text as letters stand in it: without what turns, joins or hides others."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(
        " " if char.isspace() else char
        for char in composed
        if char.isspace() or unicodedata.category(char)[0] != "C"
    )


def _beginning(word: str) -> str:
    """The first letter with its marks and what stands for the rest."""
    letter = word[:1]
    rest = word[1:]
    marks = len(rest) - len(rest.lstrip("".join(filter(_is_mark, set(rest)))))
    if marks == len(rest) or _is_mark(letter):
        return HIDDEN
    return letter + rest[: min(marks, _MARKS)] + HIDDEN


def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"
