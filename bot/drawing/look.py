"""The look of an event: a style, a palette and a seed, from which all its pictures follow."""

from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from random import Random

from PIL import Image

from bot.drawing import cloth, fabric, stage, things, weather
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
    KNIT = "knit"
    WEAVE = "weave"
    PATCH = "patch"
    FOLDS = "folds"
    TILES = "tiles"
    WAVES = "waves"
    BUTTONS = "buttons"
    SPOOLS = "spools"
    PATTERN = "pattern"
    HANGERS = "hangers"
    WHEELS = "wheels"
    WINDOWS = "windows"
    RAIN = "rain"
    MOON = "moon"
    CANDLE = "candle"
    STAIRS = "stairs"


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
    Style.KNIT: fabric.knit,
    Style.WEAVE: fabric.weave,
    Style.PATCH: fabric.patch,
    Style.FOLDS: fabric.folds,
    Style.TILES: fabric.tiles,
    Style.WAVES: fabric.waves,
    Style.BUTTONS: things.buttons,
    Style.SPOOLS: things.spools,
    Style.PATTERN: things.pattern,
    Style.HANGERS: things.hangers,
    Style.WHEELS: things.wheels,
    Style.WINDOWS: things.windows,
    Style.RAIN: weather.rain,
    Style.MOON: weather.moon,
    Style.CANDLE: weather.candle,
    Style.STAIRS: weather.stairs,
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
