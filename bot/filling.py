"""The words of a message to many that stand for its receiver, and are filled at sending.

Only what is read is filled: an address behind a word stays as its writer set it, so that nobody's
name is given to who keeps that page.
"""

import re
from html import escape
from typing import Final

FIRST_NAME: Final = "{first_name}"

LONGEST: Final = 64
"""Characters, as Telegram counts them, that stand for a first name at most."""

_LOOKS_LIKE_ONE = re.compile(r"\{\s*\w{1,32}\s*\}|\{\s*first[_ ]?name\b(?!\s*\})", re.IGNORECASE)
_TAG_OR_NAME = re.compile(rf"<[^>]*>|{re.escape(FIRST_NAME)}")


def is_personal(html: str) -> bool:
    """Whether safe HTML differs from one receiver to the next."""
    return FIRST_NAME in _TAG_OR_NAME.findall(html)


def fill(html: str, name: str) -> str:
    """Safe HTML with a first name, not safe, in its places."""
    safe = escape(_shortened(name), quote=False)
    return _TAG_OR_NAME.sub(lambda found: safe if found[0] == FIRST_NAME else found[0], html)


def fill_line(plain: str, name: str) -> str:
    """Words without formatting, in one line, with a first name in its places."""
    return " ".join(plain.replace(FIRST_NAME, _shortened(name)).split())


def fullest(plain: str) -> str:
    """The words as they are where the longest name is filled in."""
    return plain.replace(FIRST_NAME, "·" * LONGEST)


def misspelt(plain: str) -> str | None:
    """What looks in the words as if it should be filled, and is nothing that can be."""
    found = _LOOKS_LIKE_ONE.findall(plain)
    return next((each for each in found if each != FIRST_NAME), None)


def is_torn(html: str, plain: str) -> bool:
    """Whether formatting begins or ends amid what is to be filled."""
    return _TAG_OR_NAME.findall(html).count(FIRST_NAME) != plain.count(FIRST_NAME)


def _shortened(name: str) -> str:
    while len(name.encode("utf-16-le")) > 2 * LONGEST:
        name = name[:-1]
    return name
