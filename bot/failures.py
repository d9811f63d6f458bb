"""What went wrong with a call to a service, told from the words that were kept of it."""

import re
from typing import Final, Literal

Kind = Literal["unproven", "login", "slow", "answer", "away", "other"]

_SIGNS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("unproven", re.compile(r"does not prove who it is")),
    ("login", re.compile(r"Authentication|InvalidToken|\b(?:401|403|535)\b")),
    ("slow", re.compile(r"Timeout|TimedOut|no answer")),
    ("answer", re.compile(r"\b[1-5][0-9]{2}\b")),
    ("away", re.compile(r"Connect|gaierror|OSError|NetworkError|Disconnected|not there")),
)


def about(why: str) -> tuple[Kind, str]:
    """What kind of failure it was, and the number that the service answered with, else ""."""
    for kind, sign in _SIGNS:
        if found := sign.search(why):
            return kind, found[0] if kind == "answer" else ""
    return "other", ""
