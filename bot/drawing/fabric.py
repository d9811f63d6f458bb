"""Pictures of made things that repeat: knitting, weaving, patchwork, folds, tiles, waves."""

from math import pi, sin
from random import Random

from PIL import Image

from bot.drawing.palette import RGB, Palette, mix, ramp
from bot.drawing.sheet import Point, Sheet, Size, ease, shaded, wave


def knit(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Stitches, with a yoke of diamonds."""
    wide, high = size
    sheet = Sheet(size, palette.cloth[0])
    across = wide / rng.choice((18, 20, 22))
    down = across * 0.78
    period, phase = rng.choice((6, 8, 10)), rng.randrange(10)
    tones = [palette.cloth[1], palette.cloth[-1], palette.accent, palette.cloth[-2]]
    for row in range(-1, int(high / down) + 2):
        band = (row + phase) // period % 3
        for column in range(-1, int(wide / across) + 2):
            apart = abs((row + phase) % period - period // 2) + abs(column % period - period // 2)
            tone = tones[(apart // 2 + band) % 3] if band else tones[3 if apart % 4 else 0]
            _stitch(sheet, (column * across, row * down), across, down, tone)
    return sheet.finished()


def _stitch(sheet: Sheet, corner: Point, across: float, down: float, tone: RGB) -> None:
    left, top = corner
    middle = left + across / 2
    for side in (-1, 1):
        outer = middle + side * across * 0.47
        inner = middle + side * across * 0.03
        leaf = (
            (outer, top - down * 0.35),
            (outer + side * across * 0.02, top + down * 0.25),
            (inner, top + down * 1.12),
            (inner, top + down * 0.55),
        )
        sheet.shape(leaf, tone if side < 0 else mix(tone, (0, 0, 0), 0.14))


def weave(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """A plain weave seen from near, and one darn in another colour."""
    wide, high = size
    sheet = Sheet(size, palette.cloth[0])
    count = rng.choice((9, 10, 11))
    step = wide / count
    rows = int(high / step) + 1
    spot, reach = (rng.uniform(0.3, 0.7) * count, rng.uniform(0.3, 0.6) * rows), count * 0.27
    for row in range(rows + 1):
        for column in range(count + 1):
            darned = max(abs(column - spot[0]), abs(row - spot[1])) < reach
            over = (row + column) % 2 == 0
            light = 0.45 + 0.5 * wave(row * 0.043 + column * 0.061)
            tone = palette.accent if darned else ramp(palette.cloth[1:], light)
            _band(sheet, ((column + 0.5) * step, (row + 0.5) * step), step, over, tone)
    return sheet.finished()


def _band(sheet: Sheet, middle: Point, step: float, upright: bool, tone: RGB) -> None:
    """One float of the weave: rounded by shade, longer than its crossing."""
    long, broad = step * 0.62, step * 0.40
    for part in range(12):
        near, far = part / 12, (part + 1) / 12
        lit = 0.42 * (1 - sin(pi * (near + far) / 2))
        start, end = (-long + 2 * long * near), (-long + 2 * long * far)
        spots = [(-broad, start), (broad, start), (broad, end), (-broad, end)]
        sheet.shape(
            (
                (middle[0] + x, middle[1] + y) if upright else (middle[0] + y, middle[1] + x)
                for x, y in spots
            ),
            mix(tone, (0, 0, 0), lit),
        )


def patch(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """Patchwork with its stitches."""
    wide, high = size
    sheet = Sheet(size, palette.cloth[0])
    tones = [*palette.cloth[1:], palette.accent, palette.ground]
    for left, top, right, low in _split((0, 0, wide, high), 5, rng):
        tone, other = rng.sample(tones, 2)
        sheet.shape(((left, top), (right, top), (right, low), (left, low)), tone)
        _print(sheet, (left, top, right, low), other, rng.randrange(4))
        seam = mix(tone, palette.cloth[0], 0.75)
        for here in range(int(left) + 8, int(right) - 8, 18):
            sheet.line(((here, top + 7), (here + 9, top + 7)), seam, 2)
        for here in range(int(top) + 8, int(low) - 8, 18):
            sheet.line(((left + 7, here), (left + 7, here + 9)), seam, 2)
    return sheet.finished()


Box = tuple[float, float, float, float]


def _split(box: Box, depth: int, rng: Random) -> list[Box]:
    left, top, right, low = box
    if depth == 0 or (depth < 3 and rng.random() < 0.18):
        return [box]
    cut = rng.uniform(0.36, 0.64)
    if right - left > low - top:
        middle = left + (right - left) * cut
        halves = ((left, top, middle, low), (middle, top, right, low))
    else:
        middle = top + (low - top) * cut
        halves = ((left, top, right, middle), (left, middle, right, low))
    return [part for half in halves for part in _split(half, depth - 1, rng)]


def _print(sheet: Sheet, box: Box, tone: RGB, kind: int) -> None:
    left, top, right, low = box
    if kind == 0:
        for here in range(int(left) + 24, int(right) - 10, 34):
            sheet.line(((here, top + 14), (here, low - 14)), tone, 7)
    elif kind == 1:
        for across in range(int(left) + 26, int(right) - 12, 40):
            for down in range(int(top) + 26, int(low) - 12, 40):
                sheet.disc((across, down), 7, tone)
    elif kind == 2:
        middle = ((left + right) / 2, (top + low) / 2)
        half = min(right - left, low - top) * 0.3
        sheet.shape(
            (
                (middle[0], middle[1] - half),
                (middle[0] + half, middle[1]),
                (middle[0], middle[1] + half),
                (middle[0] - half, middle[1]),
            ),
            tone,
        )


def folds(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """A sheet that was folded like a map and opened again."""
    wide, high = size
    sheet = Sheet(size, palette.ground)
    columns, rows = rng.choice((5, 6, 7)), rng.choice((4, 5))
    lean = rng.uniform(-0.05, 0.05)

    def knot(column: int, row: int) -> Point:
        zigzag = (0.035 if column % 2 else -0.035) * high
        x = wide * (0.06 + 0.88 * column / columns + lean * (row / rows - 0.5))
        return x, high * (0.07 + 0.86 * row / rows) + zigzag + (row % 2) * high * 0.008

    light = mix(palette.cloth[-1], palette.cloth[-2], 0.15)
    shade = mix(palette.cloth[-2], palette.cloth[1], 0.25)
    for column in range(columns):
        for row in range(rows):
            corners = [knot(column + x, row + y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
            facing = 0.16 + 0.62 * (column % 2) + 0.16 * (row % 2) + rng.uniform(-0.06, 0.06)
            sheet.shape(corners, mix(light, shade, facing))
            sheet.line((*corners, corners[0]), mix(shade, palette.cloth[0], 0.2), 1.2)
    marked = rng.sample([(c, r) for c in range(1, columns) for r in range(1, rows)], 6)
    route = [knot(column, row) for column, row in sorted(marked)]
    sheet.line(route, palette.accent, 7)
    sheet.disc(route[-1], 17, palette.accent)
    return sheet.finished()


def tiles(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """A wall of tiles: quarter circles that meet, and a few that do not."""
    wide, high = size
    light = palette.cloth[-1]
    sheet = Sheet(size, light)
    count = rng.choice((5, 6))
    side = wide / count
    for row in range(int(high / side) + 1):
        for column in range(count):
            left, top = column * side, row * side
            wrong = rng.random() < 0.08
            middle = (left + side / 2, top + side / 2)
            for x, y in ((0, 0), (1, 0), (1, 1), (0, 1)):
                corner = (left + x * side, top + y * side)
                tone = palette.cloth[1] if (x + y) % 2 ^ wrong else palette.cloth[-2]
                _quarter(sheet, corner, side * 0.46, (x, y), tone)
                _quarter(sheet, corner, side * 0.27, (x, y), light)
                _quarter(sheet, corner, side * 0.15, (x, y), palette.cloth[0])
            _petals(sheet, middle, side * 0.2, palette.accent if wrong else palette.cloth[0])
            square = ((left, top), (left + side, top), (left + side, top + side))
            sheet.line(square, mix(light, palette.cloth[1], 0.35), 3)
    return sheet.finished()


def _quarter(sheet: Sheet, corner: Point, radius: float, way: tuple[int, int], tone: RGB) -> None:
    """A quarter disc from a tile's corner inwards; `way` is which corner it is."""
    towards = (1 - 2 * way[0], 1 - 2 * way[1])
    arc = [
        (
            corner[0] + towards[0] * radius * sin(pi / 2 * step / 16),
            corner[1] + towards[1] * radius * sin(pi / 2 * (1 - step / 16)),
        )
        for step in range(17)
    ]
    sheet.shape([corner, *arc], tone)


def _petals(sheet: Sheet, middle: Point, reach: float, tone: RGB) -> None:
    for x, y in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        tip = (middle[0] + x * reach, middle[1] + y * reach)
        side = (y * reach * 0.32, x * reach * 0.32)
        half = ((middle[0] + tip[0]) / 2, (middle[1] + tip[1]) / 2)
        sheet.shape(
            (
                middle,
                (half[0] + side[0], half[1] + side[1]),
                tip,
                (half[0] - side[0], half[1] - side[1]),
            ),
            tone,
        )


def waves(size: Size, palette: Palette, rng: Random) -> Image.Image:
    """A sea of hems under a low sun."""
    wide, high = size
    sky = shaded(
        size,
        (palette.cloth[-1], palette.cloth[-2], palette.cloth[-2]),
        lambda x, y: ease(1.25 - 2.2 * y),
    )
    sheet = Sheet(size, sky)
    sun = (wide * rng.uniform(0.28, 0.72), high * rng.uniform(0.17, 0.24))
    sheet.disc(sun, wide * 0.15, palette.accent)
    layers = 13
    for layer in range(layers):
        near = layer / (layers - 1)
        base = high * (0.27 + 0.62 * near**1.15)
        tall = high * (0.012 + 0.05 * near)
        first, second, length = rng.random(), rng.random(), rng.uniform(0.7, 1.3) / (0.5 + near)
        crest = [
            (
                wide * step / 60,
                base
                + tall * wave(step / 60 * length, first)
                + tall * 0.4 * wave(step / 60 * length * 2.3, second),
            )
            for step in range(61)
        ]
        tone = ramp(list(reversed(palette.cloth[:-1])), 0.1 + 0.9 * near)
        sheet.shape([*crest, (wide, high), (0, high)], tone)
        sheet.line(crest, mix(tone, palette.cloth[-1], 0.55), 1.5 + 2 * near)
    return sheet.finished()
