"""Questions about an e-mail address: which one, and the code in the letter that went there."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from bot.clean import clean_text
from bot.steps.base import Given, NotOffered, Options, Sent, Step, Stored, Wrong, typed, word
from bot.steps.writing import is_host

_LONGEST = 254
_LONGEST_NAME = 64
_NAME = re.compile(r"[^\s@<>()\[\]\\,;:\"]+")
_BETWEEN = re.compile(r"[\s.\-]+")
_CODE = re.compile(r"[0-9]{6}")


@dataclass(frozen=True, kw_only=True)
class Email(Step[str]):
    """An e-mail address, as it is written."""

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        address = as_email(clean_text(typed(sent, "expects-email"), 10 * _LONGEST))
        if address is None:
            raise Wrong("no-email")
        return address

    def read(self, stored: object) -> str:
        address = word(stored)
        if as_email(address) != address:
            raise ValueError("not an address")
        return address


def as_email(written: str) -> str | None:
    """The address that a text is, None where it is none."""
    address = unicodedata.normalize("NFKC", written.strip())
    name, at, host = address.rpartition("@")
    dotted = name.startswith(".") or name.endswith(".") or ".." in name
    fits = at and not dotted and _NAME.fullmatch(name) and is_host(host)
    short = len(address) <= _LONGEST and len(name) <= _LONGEST_NAME
    return address if fits and short else None


@dataclass(frozen=True, kw_only=True)
class Code(Step[str]):
    """Six figures from a letter, or one of `options`, such as another letter."""

    options: Options

    def expects(self, sent: Sent) -> bool:
        return sent.text is not None

    def take(self, sent: Sent, given: Given) -> Stored:
        figures = unicodedata.normalize("NFKC", typed(sent, "expects-code"))
        code = _BETWEEN.sub("", figures)
        if not _CODE.fullmatch(code):
            raise Wrong("no-code")
        return code

    def press(self, value: str, given: Given, offered: Collection[str]) -> Stored:
        if value not in offered:
            raise NotOffered
        return value

    def read(self, stored: object) -> str:
        return word(stored)
