"""Questions that are answered in words: a text, an address on the web."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot import filling
from bot.clean import clean_text
from bot.steps.base import Given, Sent, Step, Stored, Wrong, typed, word, words

_MOST_CHARACTERS = 50_000
_LONGEST_LINK = 300
_BETWEEN = re.compile(r"[\s,;]+")
_HANDLE = re.compile(r"^@(?=[\w.]{1,30}$)")
_PAGE = "https://instagram.com/"
_SCHEME = re.compile(r"^(?:http|https)://", re.IGNORECASE)
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
_TOP = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,59}")


@dataclass(frozen=True, kw_only=True)
class Text(Step[str]):
    """A text of at most `limit` characters for which `check` holds."""

    limit: int
    check: Callable[[str], bool] | None = None

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        text = clean_text(typed(sent, "expects-text"), _MOST_CHARACTERS)
        if not text:
            raise Wrong("empty")
        if len(text) > self.limit:
            raise Wrong("long", limit=self.limit, length=len(text))
        if self.check is not None and not self.check(text):
            raise Wrong("invalid")
        return text

    def read(self, stored: object) -> str:
        text = word(stored)
        if len(text) > self.limit or not (self.check is None or self.check(text)):
            raise ValueError("the rules for this text have changed")
        return text


@dataclass(frozen=True, kw_only=True)
class Filled(Text):
    """A text that is filled at sending (`bot/filling.py`); it counts as the longest it can become.

    It is one line, however it was written.
    """

    def take(self, sent: Sent, given: Given) -> Stored:
        text = " ".join(word(super().take(sent, given)).split())
        if (unknown := filling.misspelt(text)) is not None:
            raise Wrong("filled-unknown", word=unknown, known=filling.FIRST_NAME)
        length = len(filling.fullest(text))
        if length > self.limit:
            raise Wrong("filled-long", limit=self.limit, length=length)
        return text

    def read(self, stored: object) -> str:
        text = super().read(stored)
        if len(filling.fullest(text)) > self.limit:
            raise ValueError("the rules for this text have changed")
        return text


def has_letters(text: str) -> bool:
    """Whether a name can be said aloud: the check of names, which refuses emoji alone."""
    return any(char.isalnum() for char in text)


def is_worded(text: str) -> bool:
    """Whether there is a letter in it: the check of cities, which refuses figures alone."""
    return any(char.isalpha() for char in text)


@dataclass(frozen=True, kw_only=True)
class Link(Step[str]):
    """An address on the web, kept with https:// in front; people may leave that out."""

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        written = clean_text(typed(sent, "expects-link"), _MOST_CHARACTERS)
        address = as_link(written)
        if address is None:
            raise Wrong("no-link")
        if len(address) > _LONGEST_LINK:
            raise Wrong("long", limit=_LONGEST_LINK, length=len(address))
        return address

    def read(self, stored: object) -> str:
        address = word(stored)
        if as_link(address) != address:
            raise ValueError("not a link")
        return address


def as_link(written: str) -> str | None:
    """The https address that a text is, None where it is none."""
    address = "https://" + _SCHEME.sub("", written)
    if any(char.isspace() for char in address):
        return None
    try:
        parts = urlsplit(address)
        known = parts.port in {None, 443}
    except ValueError:
        return None
    fits = is_host(parts.hostname or "")
    return address if fits and known and "@" not in parts.netloc else None


def is_host(name: str) -> bool:
    """Whether a text names a host of the public internet, in any script."""
    try:
        host = name.lower().encode("idna").decode()
    except UnicodeError:
        return False
    *labels, top = host.split(".")
    spoken = name.replace(".", "").replace("-", "").isalnum()
    fits = spoken and labels and all(map(_LABEL.fullmatch, labels)) and _TOP.fullmatch(top)
    return bool(fits)


@dataclass(frozen=True, kw_only=True)
class Links(Step[tuple[str, ...]]):
    """Up to `most` addresses in one message; @name is a page on Instagram."""

    most: int = 5

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        written = clean_text(typed(sent, "expects-link"), _MOST_CHARACTERS)
        links = [as_link(_HANDLE.sub(_PAGE, each)) for each in _BETWEEN.split(written) if each]
        if not links or None in links or max(len(each or "") for each in links) > _LONGEST_LINK:
            raise Wrong("no-link")
        if len(links) > self.most:
            raise Wrong("links-many", most=self.most)
        return list(dict.fromkeys(each for each in links if each))

    def read(self, stored: object) -> tuple[str, ...]:
        links = tuple(words(stored))
        if any(as_link(each) != each for each in links):
            raise ValueError("not a link")
        return links
