"""A sheet to draw on at twice its size, so that edges come out smooth."""

from collections.abc import Callable, Iterable, Sequence
from math import pi, sin
from random import Random

from PIL import Image, ImageDraw

from bot.drawing.palette import RGB, Palette, ramp

Size = tuple[int, int]
Point = tuple[float, float]
Art = Callable[[Size, Palette, Random], Image.Image]

_FINER = 2
_COARSER = 6


class Sheet:
    """A picture in the making; coordinates are pixels of the finished picture."""

    def __init__(self, size: Size, ground: RGB | Image.Image) -> None:
        self.width, self.height = size
        whole = (self.width * _FINER, self.height * _FINER)
        if isinstance(ground, Image.Image):
            self._image = ground.resize(whole, Image.Resampling.BILINEAR)
        else:
            self._image = Image.new("RGB", whole, ground)
        self._draw = ImageDraw.Draw(self._image)

    def shape(self, points: Iterable[Point], fill: RGB) -> None:
        """A filled polygon."""
        self._draw.polygon([_scaled(point) for point in points], fill=fill)

    def line(self, points: Iterable[Point], fill: RGB, thick: float = 1.0) -> None:
        """A line through the points, `thick` pixels wide."""
        self._draw.line(
            [_scaled(point) for point in points],
            fill=fill,
            width=max(1, round(thick * _FINER)),
            joint="curve",
        )

    def disc(self, centre: Point, radius: float, fill: RGB) -> None:
        """A filled circle."""
        self._draw.ellipse(_box(centre, radius, radius), fill=fill)

    def oval(self, centre: Point, across: float, down: float, fill: RGB) -> None:
        """A filled ellipse with radii `across` and `down`."""
        self._draw.ellipse(_box(centre, across, down), fill=fill)

    def ring(self, centre: Point, across: float, down: float, fill: RGB, thick: float) -> None:
        """An ellipse's outline."""
        self._draw.ellipse(
            _box(centre, across, down), outline=fill, width=max(1, round(thick * _FINER))
        )

    def finished(self) -> Image.Image:
        """The picture at its size."""
        return self._image.reduce(_FINER)


def shaded(
    size: Size, stops: tuple[RGB, ...], light: Callable[[float, float], float]
) -> Image.Image:
    """A smooth field of colour.

    In: `light(across, down)`, both in heights of the picture, gives 0 (first stop) to 1 (last).
    """
    across, down = (max(2, length // _COARSER) for length in size)
    values = bytes(
        min(255, max(0, int(light(column / down, row / down) * 255)))
        for row in range(down)
        for column in range(across)
    )
    field = Image.frombytes("L", (across, down), values).resize(size, Image.Resampling.BICUBIC)
    tones = [ramp(stops, level / 255) for level in range(256)]
    return Image.merge(
        "RGB", [field.point([tone[channel] for tone in tones]) for channel in range(3)]
    )


def softened(corners: Sequence[Point], cut: float = 0.22, times: int = 2) -> list[Point]:
    """A closed outline without its corners: so many rounds of Chaikin's cutting."""
    outline = list(corners)
    for _ in range(times):
        outline = [
            (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
            for start, end in zip(outline, [*outline[1:], outline[0]], strict=True)
            for part in (cut, 1 - cut)
        ]
    return outline


def wave(place: float, phase: float = 0.0) -> float:
    """A sine with period 1."""
    return sin(2 * pi * (place + phase))


def ease(place: float) -> float:
    """0 to 1 with a soft start and a soft end."""
    held = min(max(place, 0.0), 1.0)
    return held * held * (3 - 2 * held)


def _scaled(point: Point) -> Point:
    return point[0] * _FINER, point[1] * _FINER


def _box(centre: Point, across: float, down: float) -> tuple[float, float, float, float]:
    left, top = _scaled((centre[0] - across, centre[1] - down))
    right, bottom = _scaled((centre[0] + across, centre[1] + down))
    return left, top, right, bottom
