"""The door: scan by any camera, see who is inside, and look for somebody."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.buying import ShowDoor, ShowDoors
from bot.callbacks.door import (
    AdmitParty,
    AskGuest,
    AskWhy,
    ByWord,
    SetDoor,
    ShowGuest,
    StandAt,
    TakeMoney,
    Turn,
)
from bot.screens import door as screens
from bot.screens import menu
from bot.show import Event
from bot.visit import Visit
from domain import checkin, door_money, doors, events, parties
from domain.checkin import OwnTicket, Scan, Stray, Why
from domain.errors import NotAvailable
from domain.parties import OwnParty, Party
from handlers import tickets
from storage.enums import ScanDirection

router = Router(name="door")

_Found = OwnTicket | OwnParty | Party | Stray | Scan

_TYPING = "door"
"""The state in which a message is a code, an order or a name; its data names the event."""


def _nonce(visit: Visit) -> str:
    """The same update is the same act, however often it is delivered."""
    return f"{visit.claim.bot_id}:{visit.claim.update_id}"


async def scan(message: Message, code: str, visit: Visit) -> None:
    """A ticket's link was opened: staff checks in, the holder sees it, others learn nothing."""
    await _scan(message, code, visit, checkin.scan)


async def scan_party(message: Message, code: str, visit: Visit) -> None:
    """A party's link was opened: staff is asked how many, the buyer sees the picture."""
    await _scan(message, code, visit, parties.scan)


async def _scan(
    message: Message, code: str, visit: Visit, look: Callable[..., Awaitable[_Found]]
) -> None:
    chat = message.chat.id
    try:
        async with visit.db.begin(visit.person) as tx:
            found = await look(
                tx.session,
                code=code,
                by=visit.person.id,
                nonce=_nonce(visit),
                codes=visit.desk.codes,
                now=tx.now,
            )
    except NotAvailable:
        await visit.stage.send(chat, menu.words(visit.t, "scan-stranger"))
        return
    match found:
        case OwnTicket():
            await tickets.send_ticket(chat, found.ticket_id, visit)
        case OwnParty():
            await tickets.send_party(chat, found.order_id, visit)
        case Party():
            await visit.stage.send(chat, screens.party(visit.t, found))
        case Stray():
            await visit.stage.send(chat, screens.stray(visit.t, found))
        case Scan():
            await visit.stage.send(chat, screens.scanned(visit.t, found))


@router.callback_query(AdmitParty.filter())
async def admit_party(query: CallbackQuery, callback_data: AdmitParty, visit: Visit) -> None:
    """So many of them pass: asked and locked again at the tap."""
    async with visit.db.begin(visit.person) as tx:
        done = await parties.admit(
            tx.session,
            order_id=callback_data.order,
            generation=callback_data.generation,
            count=callback_data.count,
            by=visit.person.id,
            nonce=_nonce(visit),
            now=tx.now,
        )
    await visit.stage.show(query, screens.party(visit.t, done))


@router.message(Command("door"))
@router.callback_query(ShowDoors.filter())
async def my_doors(event: Event, visit: Visit) -> None:
    """The doors that I keep."""
    async with visit.db.read(visit.person) as tx:
        kept = await events.kept_by(tx.session, user_id=visit.person.id, now=tx.now)
    await visit.stage.show(event, screens.doors(visit.t, kept))


@router.callback_query(ShowDoor.filter())
async def show_door(
    query: CallbackQuery, callback_data: ShowDoor, state: FSMContext, visit: Visit
) -> None:
    """One door."""
    if await state.get_state() == _TYPING:
        await state.clear()
    await _show_door(query, callback_data.event, visit)


async def _show_door(event: Event, event_id: UUID, visit: Visit) -> None:
    async with visit.db.read(visit.person) as tx:
        view = await doors.look(tx.session, event_id=event_id, by=visit.person.id)
    await visit.stage.show(event, screens.door(visit.t, view))


@router.callback_query(StandAt.filter())
async def stand_at(query: CallbackQuery, callback_data: StandAt, visit: Visit) -> None:
    """I have moved to another gate."""
    async with visit.db.begin(visit.person) as tx:
        event_id = await doors.stand_at(
            tx.session, gate_id=callback_data.gate, by=visit.person.id, now=tx.now
        )
    await _show_door(query, event_id, visit)


@router.callback_query(Turn.filter())
async def turn(query: CallbackQuery, callback_data: Turn, visit: Visit) -> None:
    """From now on I let people out, or in again."""
    way = ScanDirection.EXIT if callback_data.out else ScanDirection.ENTRY
    async with visit.db.begin(visit.person) as tx:
        await doors.turn(
            tx.session, event_id=callback_data.event, by=visit.person.id, way=way, now=tx.now
        )
    await _show_door(query, callback_data.event, visit)


@router.callback_query(AskGuest.filter())
async def ask_guest(
    query: CallbackQuery, callback_data: AskGuest, state: FSMContext, visit: Visit
) -> None:
    """Somebody's camera is broken, or they have no picture."""
    async with visit.db.read(visit.person) as tx:
        view = await doors.look(tx.session, event_id=callback_data.event, by=visit.person.id)
    await state.set_state(_TYPING)
    await state.set_data({"event": callback_data.event.hex})
    await visit.stage.send(query.from_user.id, screens.ask_guest(visit.t, view))


async def _is_typing(message: Message, raw_state: str | None = None) -> bool:
    words = message.text or ""
    return raw_state == _TYPING and words != "" and not words.startswith("/")


@router.message(_is_typing)
async def typed(message: Message, state: FSMContext, visit: Visit) -> None:
    """A code, an order number, or a name."""
    event_id = UUID((await state.get_data())["event"])
    words = message.text or ""
    code = doors.as_code(words)
    found = None if code is None else await _by_code(event_id, code, visit)
    if isinstance(found, Scan):
        await visit.stage.send(message.chat.id, screens.scanned(visit.t, found))
        return
    async with visit.db.read(visit.person) as tx:
        view = await doors.look(tx.session, event_id=event_id, by=visit.person.id)
        guests = (
            await doors.find(tx.session, event_id=event_id, words=words, by=visit.person.id)
            if view.supervises
            else []
        )
    if guests:
        screen = screens.guests(visit.t, guests, view)
    elif found is not None:
        screen = screens.wrong_code(visit.t, found)
    else:
        screen = screens.nobody(visit.t, view)
    await visit.stage.send(message.chat.id, screen)


async def _by_code(event_id: UUID, code: str, visit: Visit) -> Scan | Stray:
    """Check in by a short code; it may be a name of eight letters, too."""
    async with visit.db.begin(visit.person) as tx:
        return await checkin.scan_typed(
            tx.session,
            event_id=event_id,
            code=code,
            by=visit.person.id,
            nonce=_nonce(visit),
            now=tx.now,
        )


@router.callback_query(ShowGuest.filter())
async def show_guest(query: CallbackQuery, callback_data: ShowGuest, visit: Visit) -> None:
    """Somebody whom a supervisor has found."""
    async with visit.db.begin(visit.person) as tx:
        found = await checkin.view(
            tx.session, ticket_id=callback_data.ticket, by=visit.person.id, now=tx.now
        )
    await visit.stage.send(query.from_user.id, screens.guest(visit.t, found))


@router.callback_query(TakeMoney.filter())
async def take_money(query: CallbackQuery, callback_data: TakeMoney, visit: Visit) -> None:
    """The guest has paid me: paid and let in, or neither."""
    async with visit.db.begin(visit.person) as tx:
        done = await door_money.take(
            tx.session,
            ticket_id=callback_data.ticket,
            by=visit.person.id,
            shown_total=callback_data.total,
            nonce=_nonce(visit),
            codes=visit.desk.codes,
            now=tx.now,
        )
    await visit.stage.show(query, screens.scanned(visit.t, done))


@router.callback_query(SetDoor.filter())
async def set_door(query: CallbackQuery, callback_data: SetDoor, visit: Visit) -> None:
    """What holds at the door of my event."""
    value = callback_data.value
    choices: Mapping[str, dict[str, Any]] = {
        "reentry": {"reentry": bool(value)},
        "money": {"takes_money": bool(value)},
        "hours": {"release_hours": value},
    }
    chosen = choices[callback_data.what]
    async with visit.db.begin(visit.person) as tx:
        await doors.allow(tx.session, event_id=callback_data.event, by=visit.person.id, **chosen)
    await _show_door(query, callback_data.event, visit)


@router.callback_query(AskWhy.filter())
async def ask_why(query: CallbackQuery, callback_data: AskWhy, visit: Visit) -> None:
    """Nobody is let in by word, and nothing taken back, without a reason."""
    async with visit.db.begin(visit.person) as tx:
        found = await checkin.view(
            tx.session, ticket_id=callback_data.ticket, by=visit.person.id, now=tx.now
        )
    await visit.stage.show(query, screens.ask_why(visit.t, found, callback_data.act))


@router.callback_query(ByWord.filter())
async def by_word(query: CallbackQuery, callback_data: ByWord, visit: Visit) -> None:
    """Let in, or take back: asked and locked again at the tap."""
    if callback_data.why not in list(Why):
        raise NotAvailable
    why, nonce = Why(callback_data.why), _nonce(visit)
    ticket_id, by = callback_data.ticket, visit.person.id
    async with visit.db.begin(visit.person) as tx:
        if callback_data.act == "undo":
            done = await checkin.undo(
                tx.session, ticket_id=ticket_id, by=by, why=why, nonce=nonce, now=tx.now
            )
        else:
            done = await checkin.admit(
                tx.session, ticket_id=ticket_id, by=by, why=why, nonce=nonce, now=tx.now
            )
    shown = screens.undone if callback_data.act == "undo" else screens.scanned
    await visit.stage.show(query, shown(visit.t, done))
