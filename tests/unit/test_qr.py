"""The ticket's picture: every camera reads its code, and no text breaks it."""

import random
from dataclasses import replace
from io import BytesIO
from itertools import product
from typing import Any

import pytest
import zxingcpp
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from bot.drawing.lettering import drawable
from bot.drawing.look import Look, Style, look_for
from bot.drawing.palette import PALETTES, contrast
from bot.qr import HEIGHT, WIDTH, TicketEvent, TicketFace, draw_ticket, ticket_picture

_QUICK = Look(Style.PORTAL, "ice", 1)  # drawn anew for each example
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def _link(seed: int, bot: str = "FashionistaPortalBot") -> str:
    letters = random.Random(seed).choices(_ALPHABET, k=44)
    return f"https://t.me/{bot}?start=t{''.join(letters)}"


def _event(**changes: Any) -> TicketEvent:
    event = TicketEvent(
        Look(Style.SATIN, "carmine", 1),
        "Seta Viva",
        "Thursday 26 February, 20:30",
        "Fabbrica Tortona · Via Tortona 54, Milan",
        "SA",
    )
    return replace(event, **changes)


def _face(event: TicketEvent | None = None, **changes: Any) -> TicketFace:
    face = TicketFace(
        event or _event(), _link(1), "K7QM2XWD", "Front row", "Giulia F.", ("Seat, row 1", "Wine")
    )
    return replace(face, **changes)


def _opened(picture: bytes) -> Image.Image:
    with Image.open(BytesIO(picture)) as image:
        return image.convert("L")


def _small(picture: bytes) -> Image.Image:
    return _opened(picture).resize((300, round(300 * HEIGHT / WIDTH)), Image.Resampling.BILINEAR)


def _read(image: Image.Image) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize(("number", "palette"), list(enumerate(sorted(PALETTES))))
def test_every_palette_is_read_at_300_pixels_blurred_and_turned(number: int, palette: str) -> None:
    look = Look(list(Style)[number % len(Style)], palette, number)
    face = _face(_event(look=look), link=_link(number))
    small = _small(draw_ticket(face))
    module = 13 * 300 / WIDTH  # pixels of one module of a 45 × 45 code
    seen = {
        "plain": small,
        "a tenth of a module blurred": small.filter(ImageFilter.GaussianBlur(module * 0.1)),
        "a third of a module blurred": small.filter(ImageFilter.GaussianBlur(module * 0.35)),
        "turned by 4°": small.rotate(4, Image.Resampling.BILINEAR, expand=True, fillcolor=200),
        "turned by -11°": small.rotate(-11, Image.Resampling.BILINEAR, expand=True, fillcolor=60),
    }
    assert {how: _read(image) for how, image in seen.items()} == {how: [face.link] for how in seen}


def test_a_picture_that_telegram_made_a_jpeg_of_is_read() -> None:
    face = _face()
    out = BytesIO()
    _opened(draw_ticket(face)).save(out, "JPEG", quality=40)
    assert _read(_opened(out.getvalue())) == [face.link]


@pytest.mark.parametrize("length", [5, 20, 32])
def test_the_length_of_the_bots_name_does_not_matter(length: int) -> None:
    face = _face(link=_link(3, "b" * length))
    assert _read(_small(draw_ticket(face))) == [face.link]


def test_a_dark_photograph_and_a_bright_one_are_read() -> None:
    small = _small(draw_ticket(_face()))
    assert _read(small.point([level // 3 for level in range(256)])) == [_link(1)]
    assert _read(small.point([155 + level * 100 // 255 for level in range(256)])) == [_link(1)]


def test_two_tickets_of_one_event_do_not_share_what_is_their_own() -> None:
    first, second = _face(link=_link(1)), _face(link=_link(2), holder="Camille R.")
    pictures = [draw_ticket(face) for face in (first, second, first)]
    assert pictures[0] == pictures[2]
    assert [_read(_small(picture)) for picture in pictures[:2]] == [[first.link], [second.link]]


async def test_the_picture_is_a_light_png_of_the_card_size() -> None:
    picture = await ticket_picture(_face())
    with Image.open(BytesIO(picture)) as image:
        assert (image.format, image.size, image.mode) == ("PNG", (WIDTH, HEIGHT), "P")
    assert len(picture) < 200_000


def test_a_link_that_no_camera_would_read_well_is_refused() -> None:
    with pytest.raises(ValueError, match="200"):
        draw_ticket(_face(link="https://t.me/" + "a" * 200))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(st.text(max_size=80), min_size=5, max_size=5))
@example(words=["", "", "", "", ""])
@example(words=["محمد علي", "李小龍", "שָׁלוֹם", "Ольга Ж.", "Ὀδυσσεύς"])
@example(words=["Z̷̡̛a̵̢l̸̨g̵o" * 9, "👩‍👩‍👧", "\u202eevil", "a\x00b\nc", "ﷺ" * 40])
@example(words=["W" * 80, "i" * 80, "fi ffl " * 11, "\ud7a3" * 80, "-" * 80])
def test_any_script_is_drawn_or_left_out(words: list[str]) -> None:
    title, date, holder, kind, benefit = words
    face = _face(
        _event(look=_QUICK, title=title, date=date, venue=benefit, seal=holder),
        holder=holder,
        ticket_type=kind,
        benefits=(benefit, title),
        code=kind[:8],
    )
    assert _read(_small(draw_ticket(face))) == [face.link]


def test_names_in_other_alphabets_are_kept_where_a_font_has_them() -> None:
    assert drawable("Ольга Ж.") == "Ольга Ж."
    assert drawable("Ελένη Π.") == "Ελένη Π."
    assert drawable("Nguyễn Đặng") == "Nguyễn Đặng"
    assert drawable("李 Anna 🌹") == "Anna"
    assert drawable("\u202eevil\n\x00") == "evil"


@pytest.mark.parametrize("text", ["Élégance à l’œuvre, così è più giù", "€45 · £30 – “sì”, Nº 7"])
def test_the_fonts_have_what_the_house_writes(text: str) -> None:
    assert drawable(text) == text


@pytest.mark.parametrize("palette", sorted(PALETTES))
def test_ink_and_paper_stand_apart(palette: str) -> None:
    colours = PALETTES[palette]
    assert contrast(colours.dark, colours.paper) >= 9
    assert contrast(colours.ink, colours.ground) >= 7


def test_an_event_without_a_chosen_look_keeps_the_one_it_got() -> None:
    looks = {look_for(f"event {number}") for number in range(300)}
    assert look_for("event 7") == look_for("event 7")
    assert {look.style for look in looks} == set(Style)
    assert {look.palette for look in looks} == set(PALETTES)


def test_a_palette_that_is_gone_does_not_stop_a_ticket() -> None:
    face = _face(_event(look=Look(Style.RINGS, "no such palette", 1)))
    assert _read(_small(draw_ticket(face))) == [face.link]


@pytest.mark.parametrize(("style", "dark"), list(product(Style, (False, True))))
def test_every_style_can_be_drawn_in_any_size(style: Style, dark: bool) -> None:
    look = Look(style, "rose", 5)
    for size in ((900, 1125), (300, 200), (64, 64)):
        assert look.art(size, dark=dark).size == size
