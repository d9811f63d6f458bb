"""Posters and plates: light, deterministic, and unharmed by any text."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import bot.drawing.lettering as lettering
from bot.demo.pictures import plates_of, poster_of
from bot.demo.world import world
from bot.drawing.garment import Cut
from bot.drawing.lettering import Face, Hand, fit, width
from bot.drawing.look import Look, Style
from bot.posters import HEIGHT, WIDTH, Plate, Poster, draw_plate, draw_poster, poster_picture
from tests.unit.test_world import NOW

_POSTER = Poster(
    Look(Style.SATIN, "carmine", 11), "Seta Viva", "Milan", "Thursday 26 February · 20:30", "AW 26"
)


def _size(picture: bytes) -> tuple[str | None, tuple[int, int]]:
    with Image.open(BytesIO(picture)) as image:
        image.load()
        return image.format, image.size


@pytest.mark.parametrize("style", list(Style))
async def test_every_style_makes_a_light_poster(style: Style) -> None:
    picture = await poster_picture(replace(_POSTER, look=Look(style, "noir", 3)))
    assert _size(picture) == ("JPEG", (WIDTH, HEIGHT))
    assert 20_000 < len(picture) < 300_000


def test_the_same_poster_is_the_same_file_and_another_seed_another() -> None:
    other = replace(_POSTER, look=replace(_POSTER.look, seed=12))
    assert draw_poster(_POSTER) == draw_poster(_POSTER)
    assert draw_poster(_POSTER) != draw_poster(other)


@pytest.mark.parametrize(
    ("title", "city"),
    [
        ("", ""),
        ("W" * 200, "Llanfairpwllgwyngyllgogerychwyrndrobwll"),
        ("A title that goes on and on until there is no room for one more word of it at all", "X"),
        ("春のファッション", "京都"),
        ("Ночь\nшёлка 🌙", "Москва"),
    ],
)
def test_no_text_breaks_a_poster(title: str, city: str) -> None:
    picture = draw_poster(replace(_POSTER, title=title, city=city, date=title, note=title))
    assert _size(picture) == ("JPEG", (WIDTH, HEIGHT))


def test_the_demo_has_a_poster_for_each_event_and_no_two_alike() -> None:
    week = world(NOW)
    posters = [poster_of(event, week) for event in week.events]
    assert len({poster.look for poster in posters}) == len(posters)
    seta = poster_of(week.event("promesse"), week)
    assert (seta.city, seta.date, seta.note) == ("Paris", "Friday 27 February · 19:30", "AW 26")


def test_a_collection_has_a_plate_for_each_look() -> None:
    week = world(NOW)
    plates = plates_of(week.collections[0], week)
    assert [plate.number for plate in plates] == [1, 2, 3, 4, 5, 6]
    pictures = [draw_plate(plate) for plate in plates[:2]]
    assert pictures[0] != pictures[1]
    assert all(_size(picture) == ("JPEG", (900, 1200)) for picture in pictures)
    assert all(len(picture) < 300_000 for picture in pictures)


@pytest.mark.parametrize("cut", list(Cut))
def test_every_cut_is_drawn_in_the_cloth_of_its_collection(cut: Cut) -> None:
    plates = [
        Plate(Look(Style.SATIN, palette, 4), "Casa Ortensia", "Seta Viva", 1, 6, cut)
        for palette in ("carmine", "cobalt")
    ]
    first, second = (draw_plate(plate) for plate in plates)
    assert _size(first) == ("JPEG", (900, 1200))
    assert first != second


def test_a_plate_without_names_is_drawn() -> None:
    assert draw_plate(Plate(Look(Style.RINGS, "ice", 1), "", "", 1, 1))


def test_lines_fit_their_room_and_are_cut_where_they_cannot() -> None:
    hand, lines = fit("one two three four five six", Face.DISPLAY, (60, 40), 300, 3)
    assert hand.size == 60
    assert " ".join(lines) == "one two three four five six"
    hand, lines = fit("unbreakable" * 9, Face.DISPLAY, (60, 40), 300, 2)
    assert hand.size == 40
    assert [line[-1] for line in lines] == ["…"]
    assert all(width(line, hand) <= 300 for line in lines)
    assert width("AB", Hand(Face.MEDIUM, 20, 5)) == width("AB", Hand(Face.MEDIUM, 20)) + 10


def test_every_font_ships_with_its_licence() -> None:
    fonts = Path(lettering.__file__).parent.parent / "fonts"
    names = {path.name for path in fonts.iterdir()}
    assert {face.value for face in Face} == {name for name in names if name.endswith(".ttf")}
    families = {name.split("-")[1].removesuffix(".txt") for name in names if "OFL-" in name}
    assert all(any(face.startswith(family) for family in families) for face in Face)
    assert sum(path.stat().st_size for path in fonts.iterdir()) < 1_500_000
