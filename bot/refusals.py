"""What Telegram's refusals are about, told from their words."""

from typing import Final, Literal

About = Literal["button", "picture", "text", "away", "other"]

_SIGNS: Final[tuple[tuple[About, tuple[str, ...]], ...]] = (
    ("button", ("button", "url", "keyboard")),
    ("picture", ("file", "photo", "image", "media")),
    ("text", ("entities", "too long", "message text", "caption")),
    (
        "away",
        ("status 5", "gateway", "timed out", "took too long", "internal server", "unavailable"),
    ),
)


Why = Literal["button", "picture", "text", "away", "other", "address", "letter", "server", "ours"]

PICTURE_GONE: Final = "wrong file identifier: the picture is gone"
"""Said where Telegram forgot a picture of which we have nothing but its id."""


def about(said: str) -> About:
    """What is wrong with a message that Telegram refuses in these words."""
    words = said.lower()
    return next((kind for kind, signs in _SIGNS if any(each in words for each in signs)), "other")


def of_try(said: str, *, end: str, letter: bool) -> Why:
    """Why a message did not arrive that a house tried on itself.

    It may have been "refused" for good, "failed" too often, or "bounced" at an address. What
    failed without an answer of Telegram's lies with us.
    """
    if end == "bounced":
        return "address"
    if letter:
        return "letter" if end == "refused" else "server"
    why = about(said)
    return why if end == "refused" or why == "away" else "ours"
