"""The demo's pictures: a poster for each event, plates for each collection."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from bot.demo.shapes import Collection, Event
from bot.demo.world import World, season_at
from bot.posters import Plate, Poster


def poster_of(event: Event, world: World) -> Poster:
    """The event's poster, dated in its city's time."""
    return Poster(
        look=event.look,
        title=event.title,
        city=world.venue(event.venue).city,
        date=_local(event.starts_at, event.time_zone, event.language),
        note=_short(*season_at(event.starts_at)),
    )


def plates_of(collection: Collection, world: World) -> tuple[Plate, ...]:
    """A plate for each look of the collection, in look order."""
    brands = {designer.key: designer.brand for designer in world.designers}
    return tuple(
        Plate(
            look=collection.look,
            brand=brands[collection.designer],
            collection=collection.name,
            number=number,
            total=len(collection.looks),
            cut=cut,
        )
        for number, cut in enumerate(collection.cuts, 1)
    )


def _local(instant: datetime, time_zone: str, language: str) -> str:
    return format_datetime(
        instant, "EEEE d MMMM · HH:mm", tzinfo=ZoneInfo(time_zone), locale=language
    )


def _short(season: str, year: int) -> str:
    """Autumn/Winter 2026 is AW 26."""
    letters = "".join(word[0] for word in season.split("/"))
    return f"{letters} {year % 100:02d}"
