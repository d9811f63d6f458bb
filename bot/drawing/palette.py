"""Palettes of the house: a ground, a cloth that goes from shadow to light, an ink that reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PIL import ImageColor

RGB = tuple[int, int, int]

WHITE: RGB = (255, 255, 255)
BLACK: RGB = (14, 12, 12)


@dataclass(frozen=True)
class Palette:
    """The colours of one event.

    `ground` is the field, `cloth` goes from shadow to light, `ink` is for letters on the
    ground, `accent` for one small thing.
    """

    ground: RGB
    cloth: tuple[RGB, ...]
    ink: RGB
    accent: RGB

    @property
    def paper(self) -> RGB:
        """A light tint of the palette, for the part of a ticket that is read by cameras."""
        lightest = max((*self.cloth, self.ground, self.ink), key=luminance)
        return mix(lightest, WHITE, 0.6)

    @property
    def dark(self) -> RGB:
        """A colour of the palette, darkened until it stands out from the paper by 9 to 1."""
        darkest = min((*self.cloth, self.ground, self.ink), key=luminance)
        for step in range(11):
            shade = mix(darkest, BLACK, step / 10)
            if contrast(shade, self.paper) >= 9:
                return shade
        return BLACK


def mix(first: RGB, second: RGB, share: float) -> RGB:
    """`first` with a `share` (0 to 1) of `second`."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def ramp(stops: Sequence[RGB], place: float) -> RGB:
    """The colour at `place` (0 to 1) of a gradient through `stops`."""
    spot = min(max(place, 0.0), 1.0) * (len(stops) - 1)
    before = min(int(spot), len(stops) - 2)
    return mix(stops[before], stops[before + 1], spot - before)


def steps(stops: Sequence[RGB], count: int) -> list[RGB]:
    """`count` colours of the gradient, first and last stop included."""
    return [ramp(stops, number / (count - 1)) for number in range(count)]


def luminance(colour: RGB) -> float:
    """Relative luminance, 0 to 1 (WCAG)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: RGB, second: RGB) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG)."""
    bright, dim = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _palette(ground: str, cloth: str, ink: str, accent: str) -> Palette:
    return Palette(
        _rgb(ground), tuple(_rgb(stop) for stop in cloth.split()), _rgb(ink), _rgb(accent)
    )


def _rgb(code: str) -> RGB:
    red, green, blue = ImageColor.getrgb(code)[:3]
    return red, green, blue


PALETTES = MappingProxyType(
    {
        "carmine": _palette("#17090b", "#26050b #7d0d20 #d3223c #ff8f7d", "#f8e9df", "#ffb59e"),
        "lagoon": _palette("#06201f", "#04302f #0b6b66 #37b3a2 #d8f5df", "#eef7ee", "#ffc46b"),
        "saffron": _palette("#f4ead6", "#6d2a07 #cf6a14 #f2ae35 #ffe9b8", "#2b1408", "#b3261e"),
        "cobalt": _palette("#e9e6df", "#0b1447 #1f3bd1 #6f8cf5 #dfe6ff", "#0c1030", "#ff5a36"),
        "rose": _palette("#f6e3e0", "#571427 #c24a6a #ee9aa6 #ffe2dc", "#37101c", "#1f6f5c"),
        "noir": _palette("#0d0d10", "#0d0d10 #3a3a42 #9a98a0 #f3f0ea", "#f5f1ea", "#d9ff4f"),
        "chalk": _palette("#f3f0ea", "#2b2a2c #8d8781 #d6cfc5 #ffffff", "#191718", "#e2402a"),
        "verde": _palette("#0f1a10", "#12250f #3d6b22 #9bbf3c #f0f3bd", "#f4f4dc", "#f2a7c3"),
        "lilac": _palette("#ece6f3", "#2a1553 #6d48c4 #b7a0ee #f4ecff", "#1e1038", "#e8622c"),
        "ember": _palette("#1b0f1f", "#2b0f3a #8c1d5b #f0593e #ffd08a", "#fbeee2", "#ffd08a"),
        "ice": _palette("#dfe9ec", "#12303d #3f8499 #9fd0d9 #f7fdfc", "#0d222b", "#d8365d"),
        "umber": _palette("#1d1511", "#2a1a12 #6f4a31 #c29a72 #f6e7d0", "#f7ecdd", "#8fc1b5"),
    }
)
