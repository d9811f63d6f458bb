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


def about(said: str) -> About:
    """What is wrong with a message that Telegram refuses in these words."""
    words = said.lower()
    return next((kind for kind, signs in _SIGNS if any(each in words for each in signs)), "other")
