"""The pictures of screens: which one it is, and how to draw it where Telegram has no copy."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from bot.drawing.garment import Cut
from bot.drawing.look import Look, Style, look_for
from bot.posters import Plate, Poster, plate_picture, poster_picture
from bot.qr import TicketEvent, TicketFace, ticket_picture
from bot.screen import Photograph, Picture
from bot.screens.parts import place, shorten
from bot.texts import Texts
from domain.collections import Collection, Image
from domain.events import EventCard, EventLine
from domain.tickets import PartyCode, TicketView


def poster(t: Texts, card: EventCard | EventLine) -> Picture:
    """An event's poster: the makers' own, or what the house draws."""
    drawn = Poster(
        look=_look(card.look, str(card.id)),
        title=card.title,
        city=card.city,
        date=t.day(card.starts_at, card.time_zone),
        note=card.house,
    )

    async def draw() -> bytes:
        return await poster_picture(drawn)

    return Picture(f"poster:{_digest(drawn)}", draw, "poster.jpg", card.poster)


def ticket(t: Texts, view: TicketView, link: str) -> Picture:
    """A ticket in its event's look. Its key names the ticket and the code, not the code itself."""
    face = TicketFace(
        event=TicketEvent(
            look=_look(view.look, str(view.event_id)),
            title=view.title,
            date=t.when(view.starts_at, view.time_zone),
            venue=place(view.venue, view.city),
        ),
        link=link,
        code=view.short_code,
        ticket_type=view.type_name,
        holder=view.holder,
        benefits=tuple(view.benefits),
    )

    async def draw() -> bytes:
        return await ticket_picture(face)

    return Picture(f"ticket:{_digest(face)}", draw, "ticket.png")


def party(t: Texts, party: PartyCode, link: str) -> Picture:
    """The picture of a party, in its event's look."""
    view = party.ticket
    face = TicketFace(
        event=TicketEvent(
            look=_look(view.look, str(view.event_id)),
            title=view.title,
            date=t.when(view.starts_at, view.time_zone),
            venue=place(view.venue, view.city),
        ),
        link=link,
        code="",
        ticket_type=t.plain("party-picture", count=party.count),
        holder=view.holder,
    )

    async def draw() -> bytes:
        return await ticket_picture(face)

    return Picture(f"party:{_digest(face)}", draw, "party.png")


def plate(t: Texts, shown: Collection, image: Image) -> Photograph:
    """A look of a collection: the photo that was sent, or a plate that is drawn."""
    caption = t("plate-caption", caption=shorten(image.caption, 200)) if image.caption else ""
    if image.photo:
        return Photograph(image.photo, caption)
    drawn = Plate(
        look=_look(shown.look, str(shown.id)),
        brand=shown.brand,
        collection=shown.name,
        number=image.number,
        total=len(shown.images),
        cut=_cut(shown.look, image.number),
    )

    async def draw() -> bytes:
        return await plate_picture(drawn)

    return Photograph(Picture(f"plate:{_digest(drawn)}", draw, "look.jpg"), caption)


def _cut(spec: Mapping[str, Any], number: int) -> Cut | None:
    """What is worn in a look of the collection, where somebody said so."""
    cuts = [Cut(each) for each in spec.get("cuts", ()) if each in list(Cut)]
    return cuts[number - 1] if number <= len(cuts) else None


def _look(spec: Mapping[str, Any], otherwise: str) -> Look:
    """The look that an event was given, or one that follows from its id."""
    try:
        return Look(Style(spec["style"]), str(spec["palette"]), int(spec["seed"]))
    except (KeyError, ValueError):
        return look_for(otherwise)


def _digest(drawn: object) -> str:
    return sha256(repr(drawn).encode()).hexdigest()[:40]
