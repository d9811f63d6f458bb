"""Look at an event."""

from uuid import UUID

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery

from bot.callbacks.finding import SendCalendar, ShowEvent, ShowProgramme, ShowVenue
from bot.ics import CalendarEntry, calendar_file
from bot.links import event_link
from bot.screens import catalog as screens
from bot.show import Event
from bot.visit import Visit
from domain import events
from domain.errors import NotAvailable
from storage.enums import EventStatus

router = Router(name="catalog")


@router.callback_query(ShowEvent.filter())
async def event(query: CallbackQuery, callback_data: ShowEvent, visit: Visit) -> None:
    """An event's card."""
    await show_event(query, callback_data.event, visit, back=callback_data.back)


async def show_event(event: Event, event_id: UUID, visit: Visit, *, back: str = "") -> None:
    """An event's card, from a tap or a deep link."""
    async with visit.db.read(visit.person) as tx:
        card = await events.get_card(
            tx.session, event_id=event_id, now=tx.now, locale=visit.t.locale
        )
    screen = screens.event_card(
        visit.t,
        card,
        username=visit.desk.username,
        inline=visit.desk.inline,
        back=back,
        now=tx.now,
    )
    await visit.stage.show(event, screen)


@router.callback_query(ShowProgramme.filter())
async def lineup(query: CallbackQuery, callback_data: ShowProgramme, visit: Visit) -> None:
    """Who shows, who walks, and when."""
    async with visit.db.read(visit.person) as tx:
        card = await events.get_card(
            tx.session, event_id=callback_data.event, now=tx.now, locale=visit.t.locale
        )
    await visit.stage.send(query.from_user.id, screens.lineup(visit.t, card))


@router.callback_query(ShowVenue.filter())
async def venue(query: CallbackQuery, callback_data: ShowVenue, bot: Bot, visit: Visit) -> None:
    """The venue on the map."""
    async with visit.db.read(visit.person) as tx:
        card = await events.get_card(
            tx.session, event_id=callback_data.event, now=tx.now, locale=visit.t.locale
        )
    if card.latitude is None or card.longitude is None:
        raise NotAvailable
    await bot.send_venue(
        query.from_user.id,
        latitude=card.latitude,
        longitude=card.longitude,
        title=card.venue,
        address=", ".join(part for part in (card.address, card.city) if part),
    )


@router.callback_query(SendCalendar.filter())
async def calendar(
    query: CallbackQuery, callback_data: SendCalendar, bot: Bot, visit: Visit
) -> None:
    """The event as a calendar file."""
    async with visit.db.read(visit.person) as tx:
        card = await events.get_card(
            tx.session, event_id=callback_data.event, now=tx.now, locale=visit.t.locale
        )
    content = calendar_file(
        CalendarEntry(
            event_id=str(card.id),
            title=card.title,
            starts_at=card.starts_at,
            ends_at=card.ends_at,
            time_zone=card.time_zone,
            venue=card.venue,
            address=", ".join(part for part in (card.address, card.city) if part),
            url=event_link(visit.desk.username, card.id),
            changed_at=card.changed_at,
            description=card.description,
            latitude=card.latitude,
            longitude=card.longitude,
            cancelled=card.status is EventStatus.CANCELLED,
        )
    )
    await bot.send_document(
        query.from_user.id,
        BufferedInputFile(content, "event.ics"),
        caption=visit.t("calendar-note", title=card.title),
    )
