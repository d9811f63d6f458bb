"""Pictures of cloth: satin that flows, a pleated skirt, a check that bulges, threads."""

from math import cos, hypot, pi, sin
from random import Random

from PIL import Image

from bot.drawing.palette import Palette, ramp
from bot.drawing.sheet import Point, Sheet, Size, ease, shaded, wave

_CHECK: tuple[tuple[Point, ...], ...] = (
    # One tile of a houndstooth in units of its side: a square and its four teeth.
    ((0, 0), (0.5, 0), (0.5, 0.5), (0, 0.5)),
    ((0.5, 0), (0.75, 0), (0.5, 0.25)),
    ((0.75, 0), (1, 0), (0.5, 0.5), (0.5, 0.25)),
    ((0, 0.5), (0.25, 0.5), (0, 0.75)),
    ((0.5, 0.5), (0.5, 0.75), (0.25, 1), (0, 1)),
)


def satin(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Satin in folds, lit from one side."""
    turn = rng.uniform(0.35, 0.8) * rng.choice((-1, 1))
    along, over = cos(turn), sin(turn)
    first, second, third = (rng.random() for _ in range(3))
    folds = rng.uniform(1.5, 2.1)

    def light(x: float, y: float) -> float:
        u, v = x * along + y * over, y * along - x * over
        drift = 0.23 * wave(0.55 * v, first) + 0.09 * wave(1.3 * v + 0.4 * u, second)
        fold = folds * (u + drift)
        sheen = wave(fold + 0.16 * wave(2 * fold, third))
        crease = wave(2.7 * fold + 0.5 * wave(0.8 * v, second), third)
        lit = 0.46 + 0.40 * sheen + 0.13 * crease * (0.4 + 0.6 * abs(sheen))
        return lit * (0.86 + 0.14 * wave(0.31 * v + 0.2 * u, first))

    return shaded(size, palette.cloth, light)


def pleats(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """A skirt of pleats that opens from a waist above the picture to a scalloped hem."""
    sheet = Sheet(size, palette.ground)
    wide, high = size
    lean = rng.uniform(-0.16, 0.16)
    count = rng.randrange(15, 22)
    swing = rng.random()
    waist = (wide * (0.5 + lean), -high * 0.34)
    hem = high * rng.uniform(0.80, 0.86)
    for number in range(count):
        edges = [
            _pleat_end(share, wide, hem, lean, swing)
            for share in (number / count, (number + 0.62) / count, (number + 1) / count)
        ]
        left, fold, right = edges
        for step in range(24):
            near, far = step / 24, (step + 1) / 24
            sides = [_between(left, fold, near), _between(left, fold, far)]
            tone = ramp(palette.cloth, 0.34 + 0.62 * ease(near))
            sheet.shape((waist, sides[0], sides[1]), tone)
        sheet.shape((waist, fold, right), ramp(palette.cloth, 0.06 + 0.2 * (number % 2)))
        sheet.line((waist, left), palette.cloth[-1], 1.2)
    return sheet.finished()


def _pleat_end(share: float, wide: float, hem: float, lean: float, swing: float) -> Point:
    spread = (share - 0.5) * 2.3
    return (
        wide * (0.5 + lean * 0.4 + spread * 0.62),
        hem + 0.10 * wide * wave(share * 1.4, swing) - 0.16 * wide * spread * spread,
    )


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def check(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """A houndstooth that swells as if somebody walked under it."""
    light = palette.cloth[-1]
    sheet = Sheet(size, light)
    wide, high = size
    side = wide / rng.choice((9, 10, 11))
    lens = (wide * rng.uniform(0.38, 0.62), high * rng.uniform(0.36, 0.48))
    reach = wide * rng.uniform(0.62, 0.74)

    def bent(point: Point) -> Point:
        dx, dy = point[0] - lens[0], point[1] - lens[1]
        far = hypot(dx, dy) / reach
        if far >= 1:
            return point
        pull = 1 + 0.9 * (1 - far) ** 2 * (1 - 0.2 * far)
        push = min(pull, 1 / far if far else pull)
        return lens[0] + dx * push, lens[1] + dy * push

    tints = (palette.cloth[0], palette.cloth[1])
    for row in range(-2, int(high / side) + 3):
        for column in range(-2, int(wide / side) + 3):
            corner = (column * side, row * side)
            middle = (corner[0] + side / 2 - lens[0], corner[1] + side / 2 - lens[1])
            near = ease(1 - hypot(*middle) / reach)
            tone = ramp((tints[0], tints[0], tints[1], palette.cloth[-2]), near)
            for part in _CHECK:
                corners = [(corner[0] + x * side, corner[1] + y * side) for x, y in part]
                sheet.shape([bent(spot) for spot in _denser(corners)], tone)
    return sheet.finished()


def _denser(points: list[Point]) -> list[Point]:
    """The polygon with a point in the middle of every side, so that it can bend."""
    dense: list[Point] = []
    for start, end in zip(points, [*points[1:], points[0]], strict=True):
        dense += [start, _between(start, end, 0.5)]
    return dense


def threads(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Threads tied between two curves, as on a loom that turns."""
    sheet = Sheet(size, palette.ground)
    wide, high = size
    centre = (wide * 0.5, high * 0.5)
    turns = rng.choice((2, 3, 3))
    offset = rng.random()
    outer, inner = min(wide * 0.42, high * 0.40), wide * rng.uniform(0.08, 0.15)
    strands = 360
    for number in range(strands):
        share = number / strands
        start = _on_rose(centre, outer, share + offset, 3, 0.10)
        end = _on_rose(centre, inner, share * turns + offset + 0.31, 2, 0.5)
        tone = ramp(palette.cloth[:-1], 0.55 + 0.45 * wave(share * 2, offset))
        sheet.line((start, end), tone, 2)
    for number in range(90):
        share = number / 90
        start = _on_rose(centre, outer, share + offset, 3, 0.10)
        sheet.disc(start, 3.4, palette.accent)
    return sheet.finished()


def _on_rose(centre: Point, radius: float, turn: float, petals: int, depth: float) -> Point:
    reach = radius * (1 + depth * cos(2 * pi * turn * petals))
    return (
        centre[0] + reach * cos(2 * pi * turn),
        centre[1] + 1.12 * reach * sin(2 * pi * turn),
    )
