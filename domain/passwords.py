"""Passwords of who works here: what makes a good one. They are set and asked for on the web alone.

No rules of composition: length, and not what is guessed first (OWASP ASVS 5.0, 6.2).
"""

import asyncio
import unicodedata
from collections.abc import Collection

from domain.errors import PasswordCommon, PasswordOwn, PasswordTooLong, PasswordTooShort

LEAST = 12
MOST = 128
"""Characters of a password."""

_LOOKED_AT = 72
"""Characters that are judged: more only make it better, and judging slower."""

_OF_THE_PORTAL = ("fashionista portal", "fashionista", "portal")
"""What everybody knows of where the password is for."""

_FEWEST_GUESSES = 10**8
"""What more than a throttled guesser can try in a lifetime of the password."""


def canonical(password: str) -> str:
    """The one spelling of a password, whatever keyboard it was typed on."""
    return unicodedata.normalize("NFC", password)


async def require_good(password: str, *, own: Collection[str]) -> None:
    """Let a canonical password pass, of a person with these names and addresses of their `own`.

    Raises `PasswordTooShort`, `PasswordTooLong`, `PasswordOwn`, `PasswordCommon`.
    """
    if len(password) < LEAST:
        raise PasswordTooShort(least=LEAST)
    if len(password) > MOST:
        raise PasswordTooLong(most=MOST)
    words = {each.casefold() for each in own if each}
    if password.casefold().strip() in words:
        raise PasswordOwn
    if await asyncio.to_thread(_guesses, password, sorted(words)) < _FEWEST_GUESSES:
        raise PasswordCommon


def _guesses(password: str, own: list[str]) -> int:
    from zxcvbn import zxcvbn  # its dictionaries are two megabytes that most processes never need

    parts = [part for word in own for part in (word, *word.replace("@", " ").split())]
    parts += _OF_THE_PORTAL
    return int(zxcvbn(password[:_LOOKED_AT], user_inputs=parts)["guesses"])
