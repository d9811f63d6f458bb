"""Looks: somebody who wears a garment of a given cut, made of the cloth of a collection.

Bodies and garments are half outlines in heights of the figure: how far from the middle, how far
down from the crown. They are mirrored, and bent a little so that nobody stands like a doll.
"""

from collections.abc import Sequence
from enum import StrEnum
from math import cos, pi, sin
from random import Random

from PIL import Image, ImageChops

from bot.drawing.palette import RGB, WHITE, Palette, contrast, mix
from bot.drawing.sheet import Point, Sheet, Size, shaded, softened

Outline = Sequence[Point]


class Cut(StrEnum):
    """What is worn."""

    GOWN = "gown"
    DRESS = "dress"
    COAT = "coat"
    CAPE = "cape"
    SUIT = "suit"
    SKIRT = "skirt"
    TUNIC = "tunic"
    JUMPER = "jumper"


_SLEEVE: Outline = (
    (0.060, 0.186),
    (0.084, 0.180),
    (0.108, 0.260),
    (0.126, 0.380),
    (0.134, 0.490),
    (0.108, 0.495),
    (0.092, 0.390),
    (0.068, 0.280),
)
_WIDE_SLEEVE: Outline = (
    (0.056, 0.190),
    (0.090, 0.182),
    (0.132, 0.290),
    (0.160, 0.420),
    (0.158, 0.480),
    (0.104, 0.488),
    (0.088, 0.380),
    (0.066, 0.300),
)
_CAP_SLEEVE: Outline = ((0.060, 0.186), (0.086, 0.182), (0.112, 0.262), (0.074, 0.286))
_TROUSER: Outline = (
    (0.000, 0.480),
    (0.074, 0.480),
    (0.078, 0.620),
    (0.074, 0.800),
    (0.076, 0.955),
    (0.022, 0.955),
    (0.016, 0.780),
    (0.004, 0.580),
)
_WIDE_TROUSER: Outline = (
    (0.000, 0.480),
    (0.076, 0.480),
    (0.096, 0.660),
    (0.120, 0.950),
    (0.022, 0.958),
    (0.010, 0.760),
    (0.002, 0.580),
)
_JACKET: Outline = (
    (0.000, 0.176),
    (0.030, 0.152),
    (0.086, 0.178),
    (0.074, 0.280),
    (0.056, 0.372),
    (0.080, 0.530),
    (0.000, 0.548),
)
_TOP: Outline = (
    (0.000, 0.186),
    (0.032, 0.158),
    (0.082, 0.180),
    (0.070, 0.280),
    (0.050, 0.390),
    (0.000, 0.396),
)
_UPPER: dict[Cut, tuple[Outline, ...]] = {
    Cut.GOWN: (
        (
            (0.000, 0.232),
            (0.046, 0.200),
            (0.060, 0.214),
            (0.054, 0.290),
            (0.040, 0.372),
            (0.064, 0.500),
            (0.104, 0.720),
            (0.170, 0.960),
            (0.120, 0.985),
            (0.060, 0.970),
            (0.000, 0.990),
        ),
    ),
    Cut.DRESS: (
        (
            (0.000, 0.190),
            (0.036, 0.160),
            (0.080, 0.180),
            (0.068, 0.270),
            (0.046, 0.372),
            (0.088, 0.500),
            (0.138, 0.690),
            (0.070, 0.704),
            (0.000, 0.696),
        ),
        _CAP_SLEEVE,
    ),
    Cut.COAT: (
        (
            (0.000, 0.168),
            (0.034, 0.146),
            (0.092, 0.178),
            (0.082, 0.300),
            (0.070, 0.380),
            (0.098, 0.560),
            (0.132, 0.800),
            (0.000, 0.814),
        ),
        _SLEEVE,
    ),
    Cut.CAPE: (
        (
            (0.000, 0.160),
            (0.036, 0.142),
            (0.092, 0.186),
            (0.142, 0.360),
            (0.188, 0.560),
            (0.206, 0.700),
            (0.110, 0.722),
            (0.000, 0.700),
        ),
    ),
    Cut.SUIT: (_JACKET, _SLEEVE),
    Cut.SKIRT: (
        (
            (0.000, 0.378),
            (0.048, 0.378),
            (0.088, 0.500),
            (0.150, 0.740),
            (0.182, 0.880),
            (0.090, 0.900),
            (0.000, 0.886),
        ),
    ),
    Cut.TUNIC: (
        (
            (0.000, 0.182),
            (0.032, 0.154),
            (0.088, 0.180),
            (0.076, 0.290),
            (0.072, 0.400),
            (0.096, 0.640),
            (0.000, 0.650),
        ),
        _WIDE_SLEEVE,
    ),
    Cut.JUMPER: (
        (
            (0.000, 0.150),
            (0.034, 0.140),
            (0.096, 0.180),
            (0.088, 0.300),
            (0.086, 0.470),
            (0.000, 0.486),
        ),
        _WIDE_SLEEVE,
    ),
}
_LOWER: dict[Cut, tuple[Outline, ...]] = {
    Cut.CAPE: (_TROUSER,),
    Cut.SUIT: (_WIDE_TROUSER,),
    Cut.SKIRT: (_TOP, _SLEEVE),
    Cut.TUNIC: (_WIDE_TROUSER,),
    Cut.JUMPER: (_TROUSER,),
}
_ONE_CLOTH = frozenset({Cut.SUIT})
_BODY: tuple[Outline, ...] = (
    ((0.000, 0.100), (0.018, 0.100), (0.019, 0.142), (0.030, 0.156), (0.000, 0.190)),
    (
        (0.000, 0.160),
        (0.030, 0.152),
        (0.078, 0.178),
        (0.062, 0.280),
        (0.044, 0.376),
        (0.066, 0.490),
        (0.000, 0.530),
    ),
    (
        (0.062, 0.180),
        (0.080, 0.182),
        (0.094, 0.290),
        (0.112, 0.400),
        (0.122, 0.510),
        (0.130, 0.556),
        (0.118, 0.560),
        (0.106, 0.505),
        (0.092, 0.400),
        (0.074, 0.290),
    ),
    (
        (0.004, 0.480),
        (0.066, 0.480),
        (0.056, 0.700),
        (0.054, 0.800),
        (0.044, 0.945),
        (0.026, 0.945),
        (0.024, 0.800),
        (0.014, 0.700),
    ),
)
_SHOE: Outline = ((0.022, 0.935), (0.048, 0.935), (0.064, 0.985), (0.060, 0.998), (0.020, 0.998))
_SKINS: tuple[RGB, ...] = (
    (244, 214, 190),
    (226, 180, 146),
    (190, 134, 96),
    (140, 90, 60),
    (92, 58, 42),
)
_HAIRS: tuple[RGB, ...] = (
    (28, 22, 22),
    (60, 38, 28),
    (150, 96, 48),
    (196, 190, 186),
    (96, 30, 24),
)


def worn(cut: Cut, cloth: Image.Image, palette: Palette, rng: Random) -> Image.Image:
    """Somebody in a garment made of `cloth`, which is a picture of the size that comes out."""
    figure = _Figure(cloth.size, rng.choice((-1, 1)) * rng.uniform(0.6, 1.0))
    dark = palette.dark
    panel = mix(palette.paper, palette.cloth[-2], 0.30)
    if contrast(panel, palette.cloth[-2]) < 1.25:
        panel = mix(palette.paper, palette.cloth[1], 0.16)
    skin = rng.choice(_SKINS)
    hair = rng.choice(_HAIRS)
    picture = _stage(cloth.size, panel, palette, rng)
    body = Sheet(cloth.size, picture)
    for part in (*_BODY, _SHOE):
        for half in figure.halves(part):
            body.shape(half, dark if part is _SHOE else skin)
    _head(body, figure, skin, hair, dark, rng)
    picture = body.finished()
    plain = _shaded(Image.new("RGB", cloth.size, mix(dark, palette.cloth[1], 0.45)))
    full = _shaded(cloth)
    for parts, stuff in (
        (_LOWER.get(cut, ()), full if cut in _ONE_CLOTH else plain),
        (_UPPER[cut], full),
    ):
        # A sleeve lies over the body of its garment, and casts a line on it.
        for part in sorted(parts, key=lambda part: part in (_SLEEVE, _WIDE_SLEEVE)):
            mask = Sheet(cloth.size, (0, 0, 0))
            edge = Sheet(cloth.size, (0, 0, 0))
            for half in figure.halves(part):
                mask.shape(half, WHITE)
                edge.line(half, WHITE, 2.2)
            picture = Image.composite(stuff, picture, mask.finished().convert("L"))
            shade = edge.finished().convert("L").point([level // 3 for level in range(256)])
            picture = Image.composite(Image.new("RGB", cloth.size, dark), picture, shade)
    finish = Sheet(cloth.size, picture)
    _details(finish, figure, cut, dark, palette.accent)
    return finish.finished()


class _Figure:
    """Where a body's points are in a picture."""

    def __init__(self, size: Size, lean: float) -> None:
        self.wide, self.high = size
        self.tall = self.high * 0.90
        self.top = self.high * 0.055
        self.lean = lean

    def at(self, across: float, down: float) -> Point:
        bend = self.lean * (0.022 * sin(2 * pi * (down - 0.12)) - 0.012 * sin(pi * down))
        return self.wide / 2 + (across + bend) * self.tall, self.top + down * self.tall

    def halves(self, outline: Outline) -> list[list[Point]]:
        """Both sides of an outline; one whole shape where it touches the middle twice."""
        right = [self.at(x, y) for x, y in outline]
        left = [self.at(-x, y) for x, y in outline]
        if outline[0][0] == 0 == outline[-1][0]:
            return [softened(right + left[::-1], 0.12)]
        return [softened(left, 0.12), softened(right, 0.12)]


def _stage(size: Size, panel: RGB, palette: Palette, rng: Random) -> Image.Image:
    wide, high = size
    sheet = Sheet(size, panel)
    arch = mix(panel, palette.paper, 0.75)
    half = wide * 0.36
    middle = wide / 2 + rng.choice((-1, 1)) * wide * 0.05
    crown = high * 0.10
    curve = [
        (middle - half * cos(pi * step / 40), crown + half * (1 - sin(pi * step / 40)))
        for step in range(41)
    ]
    sheet.shape([*curve, (middle + half, high * 0.93), (middle - half, high * 0.93)], arch)
    floor = mix(panel, palette.dark, 0.10)
    sheet.shape(((0, high * 0.93), (wide, high * 0.93), (wide, high), (0, high)), floor)
    sheet.oval((wide / 2, high * 0.953), wide * 0.20, high * 0.012, mix(floor, palette.dark, 0.25))
    return sheet.finished()


def _head(sheet: Sheet, figure: _Figure, skin: RGB, hair: RGB, dark: RGB, rng: Random) -> None:
    x, y = figure.at(0, 0.060)
    tall = figure.tall
    style = rng.randrange(4)
    if style == 0:  # long
        locks = ((0.034, 0.050), (0.040, 0.150), (0.020, 0.175), (0.012, 0.110))
        for half in figure.halves(locks):
            sheet.shape(half, hair)
    sheet.oval((x, y), tall * 0.031, tall * 0.044, skin)
    cap = [
        figure.at(0.034 * -1 + 0.068 * step / 20, 0.056 - 0.046 * sin(pi * step / 20))
        for step in range(21)
    ]
    sheet.shape([*cap, figure.at(0.010, 0.040), figure.at(-0.022, 0.050)], hair)
    if style == 1:  # a bun
        sheet.disc(figure.at(0.004, 0.004), tall * 0.017, hair)
    elif style == 2:  # a hat
        sheet.oval(figure.at(0, 0.034), tall * 0.082, tall * 0.012, dark)
        sheet.oval(figure.at(0, 0.020), tall * 0.034, tall * 0.026, dark)
    elif style == 3:  # cropped, with ear-rings
        for side in (-1, 1):
            sheet.disc(figure.at(side * 0.033, 0.080), tall * 0.006, dark)


def _shaded(cloth: Image.Image) -> Image.Image:
    """The cloth with the roundness of a body under it."""
    wide, high = cloth.size
    tones = ((150, 146, 150), (215, 212, 214), WHITE)

    def light(x: float, y: float) -> float:
        across = x * high / wide - 0.5
        fold = 0.10 * sin(2 * pi * (across * 9 + 0.35 * y)) * min(1.0, y * 1.4)
        return max(0.0, 1.0 - abs(across + 0.04) * 3.4) + fold

    return ImageChops.multiply(cloth, shaded(cloth.size, tones, light))


def _details(sheet: Sheet, figure: _Figure, cut: Cut, dark: RGB, accent: RGB) -> None:
    at, tall = figure.at, figure.tall
    if cut in (Cut.COAT, Cut.SUIT):
        low = 0.34 if cut is Cut.SUIT else 0.30
        hem = 0.544 if cut is Cut.SUIT else 0.806
        for side in (-1, 1):
            lapel = (
                at(side * 0.030, 0.154),
                at(side * 0.052, 0.215),
                at(side * 0.034, 0.226),
                at(0, low),
                at(side * 0.010, 0.190),
            )
            sheet.shape(lapel, mix(dark, accent, 0.12))
        sheet.line((at(0, low), at(0.004, hem)), dark, 2.4)
        for place in range(3):
            sheet.disc(at(0.014, low + 0.03 + 0.055 * place), tall * 0.0055, accent)
    elif cut is Cut.CAPE:
        sheet.line((at(0, 0.165), at(0.006, 0.700)), dark, 3)
        sheet.disc(at(0, 0.172), tall * 0.010, accent)
    elif cut in (Cut.DRESS, Cut.SKIRT):
        belt = [at(-0.047, 0.368), at(0.047, 0.368), at(0.049, 0.386), at(-0.049, 0.386)]
        sheet.shape(belt, accent)
    elif cut is Cut.JUMPER:
        collar = [at(-0.024, 0.122), at(0.024, 0.122), at(0.034, 0.152), at(-0.034, 0.152)]
        sheet.shape(collar, mix(dark, accent, 0.2))
    elif cut is Cut.TUNIC:
        sheet.line((at(0, 0.186), at(0, 0.270)), dark, 3)
    elif cut is Cut.GOWN:
        for side in (-1, 1):
            sheet.line((at(side * 0.044, 0.204), at(side * 0.034, 0.158)), dark, 3)
