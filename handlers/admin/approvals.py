"""Letting people in, by who runs the portal."""

from collections.abc import Sequence
from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.office import Approve, Refuse, ShowApproval, ShowApprovalPhotos, ShowApprovals
from bot.form import Form
from bot.screen import Photograph, Screen
from bot.screens import approvals as screens
from bot.show import Event
from bot.steps import Answers, Fact, Text, has_letters
from bot.visit import Visit
from domain import approvals, guardians, registrations
from domain.actors import Person
from domain.errors import RegistrationChanged
from storage.database import Tx
from storage.errors import AlreadyDone

_ALBUM = 10
"""Photos of one album (Bot API)."""

router = Router(name="approvals")


async def _refuse(tx: Tx, person: Person, answers: Answers) -> UUID:
    approval = answers.get(APPROVAL)
    await approvals.refuse(
        tx.session, approval_id=approval, by=person, reason=answers.get(REASON), now=tx.now
    )
    return approval


async def _after(visit: Visit, _approval: UUID) -> Screen:
    async with visit.db.read(visit.person) as tx:
        return screens.waiting(visit.t, await approvals.waiting(tx.session, by=visit.person))


APPROVAL = Fact("approval", make=UUID)
REASON = Text("reason", limit=approvals.LONGEST_REASON, check=has_letters)
REFUSAL = Form("refusal", (APPROVAL, REASON), _refuse, after=_after)


@router.message(Command("approvals"))
@router.callback_query(ShowApprovals.filter())
async def waiting(event: Event, visit: Visit) -> None:
    """Who waits."""
    async with visit.db.read(visit.person) as tx:
        found = await approvals.waiting(tx.session, by=visit.person)
    await visit.stage.show(event, screens.waiting(visit.t, found))


@router.callback_query(ShowApproval.filter())
async def show(query: CallbackQuery, callback_data: ShowApproval, visit: Visit) -> None:
    """Everything that somebody told."""
    await _show(query, callback_data.approval, visit)


async def _show(query: CallbackQuery, approval_id: UUID, visit: Visit) -> None:
    async with visit.db.read(visit.person) as tx:
        screen, _ = await _application(tx, visit, approval_id)
    await visit.stage.show(query, screen)


async def _application(
    tx: Tx, visit: Visit, approval_id: UUID
) -> tuple[Screen, Sequence[Photograph]]:
    """What somebody told, and the photos that came with it."""
    approval = await approvals.get(tx.session, approval_id=approval_id, by=visit.person)
    told = await registrations.find(tx.session, approval)
    consent = await guardians.find_consent(tx.session, person=approval.user_id)
    screen = screens.application(visit.t, approval, told, consent, tx.now.date())
    return screen, [Photograph(photo) for photo in screens.photos(told)]


@router.callback_query(ShowApprovalPhotos.filter())
async def show_photos(
    query: CallbackQuery, callback_data: ShowApprovalPhotos, visit: Visit
) -> None:
    """The photos that came with it, and the decision below them."""
    async with visit.db.read(visit.person) as tx:
        screen, album = await _application(tx, visit, callback_data.approval)
    for start in range(0, len(album), _ALBUM):
        await visit.stage.send_album(query.from_user.id, album[start : start + _ALBUM])
    await visit.stage.send(query.from_user.id, screen)


@router.callback_query(Approve.filter())
async def approve(query: CallbackQuery, callback_data: Approve, visit: Visit) -> None:
    """Let somebody in."""
    try:
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await registrations.approve(
                tx.session,
                approval_id=callback_data.approval,
                seen=callback_data.seen,
                by=visit.person,
                now=tx.now,
            )
    except AlreadyDone:
        pass  # the first run decided, and was cut off before it could say so
    except RegistrationChanged:
        await _show(query, callback_data.approval, visit)
        raise
    await _show(query, callback_data.approval, visit)


@router.callback_query(Refuse.filter())
async def refuse(
    _query: CallbackQuery, callback_data: Refuse, state: FSMContext, visit: Visit
) -> None:
    """Say no: the reason is asked for."""
    async with visit.db.read(visit.person) as tx:
        await approvals.get_waiting(
            tx.session, approval_id=callback_data.approval, by=visit.person
        )
    await dialogs.begin(REFUSAL, visit, state, {APPROVAL.name: callback_data.approval.hex})
