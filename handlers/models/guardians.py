"""The consent of a guardian: a link from the model, an answer from the guardian's own account."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.callbacks.trades import AnswerGuardian, InviteGuardian
from bot.screens import trades as screens
from bot.screens.rules import amount
from bot.visit import Visit
from domain import guardians
from domain.actors import House
from domain.guardians import Request
from domain.house_rules import GUARDIAN_LINK
from storage.errors import AlreadyDone

router = Router(name="guardians")


@router.callback_query(InviteGuardian.filter())
async def invite(query: CallbackQuery, visit: Visit) -> None:
    """A link for the guardian. An update that comes twice makes a second link; the first ends."""
    async with visit.db.begin(visit.person) as tx:
        secret = await guardians.invite(tx.session, person=visit.person.id, now=tx.now)
    lasts = amount(visit.t, GUARDIAN_LINK, GUARDIAN_LINK.number(visit.db))
    screen = screens.invitation(visit.t, visit.desk.username, secret, lasts=lasts)
    await visit.stage.show(query, screen)


async def open_link(message: Message, secret: str, visit: Visit) -> None:
    """What the guardian is asked."""
    async with visit.db.begin(House(user_id=visit.person.id)) as tx:
        request = await guardians.open_link(
            tx.session, secret=secret, by=visit.person.id, now=tx.now
        )
    await visit.stage.send(message.chat.id, screens.guardian(visit.t, request))


@router.callback_query(AnswerGuardian.filter())
async def answer(query: CallbackQuery, callback_data: AnswerGuardian, visit: Visit) -> None:
    """Yes or no, once."""
    try:
        async with visit.db.begin(House(user_id=visit.person.id), visit.claim) as tx:
            request = await guardians.decide(
                tx.session,
                consent_id=callback_data.consent,
                by=visit.person.id,
                granted=callback_data.granted,
                now=tx.now,
            )
    except AlreadyDone:
        request = await _as_it_stands(callback_data, visit)
    await visit.stage.show(query, screens.guardian(visit.t, request))


async def _as_it_stands(data: AnswerGuardian, visit: Visit) -> Request:
    async with visit.db.read(House(user_id=visit.person.id)) as tx:
        return await guardians.told(tx.session, consent_id=data.consent)
