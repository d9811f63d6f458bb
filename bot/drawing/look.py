"""The look of an event: a style, a palette and a seed, from which all its pictures follow."""

from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from random import Random

from PIL import Image

from bot.drawing import cloth, stage
from bot.drawing.palette import PALETTES, Palette, mix
from bot.drawing.sheet import Art, Size


class Style(StrEnum):
    """What is drawn."""

    SATIN = "satin"
    PLEATS = "pleats"
    CHECK = "check"
    THREADS = "threads"
    PORTAL = "portal"
    RUNWAY = "runway"
    FIGURE = "figure"
    RINGS = "rings"
    ARCHES = "arches"


_ARTS: dict[Style, Art] = {
    Style.SATIN: cloth.satin,
    Style.PLEATS: cloth.pleats,
    Style.CHECK: cloth.check,
    Style.THREADS: cloth.threads,
    Style.PORTAL: stage.portal,
    Style.RUNWAY: stage.runway,
    Style.FIGURE: stage.figure,
    Style.RINGS: stage.rings,
    Style.ARCHES: stage.arches,
}


@dataclass(frozen=True)
class Look:
    """One event's look; `palette` is a name in `PALETTES`."""

    style: Style
    palette: str
    seed: int

    @property
    def colours(self) -> Palette:
        """The palette itself; a name that is gone falls back to the house's own."""
        return PALETTES.get(self.palette, PALETTES["chalk"])

    def art(self, size: Size, *, dark: bool = False) -> Image.Image:
        """The picture without letters; the same look and size give the same picture.

        `dark`: on the deepest shade of its cloth, so that light letters read on it.
        """
        colours = self.colours
        if dark:
            colours = replace(colours, ground=mix(colours.cloth[0], colours.cloth[1], 0.25))
        return _ARTS[self.style](size, colours, Random(self.seed))


def look_for(key: str) -> Look:
    """The look of an event that chose none: the same key gives the same look."""
    digest = sha256(key.encode()).digest()
    styles, palettes = list(Style), list(PALETTES)
    return Look(
        styles[digest[0] % len(styles)],
        palettes[digest[1] % len(palettes)],
        int.from_bytes(digest[2:6]),
    )
