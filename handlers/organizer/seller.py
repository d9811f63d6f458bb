"""How a house takes money: its own provider's token, given, replaced and removed."""

from contextlib import suppress
from uuid import UUID

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import AtSeller
from bot.form import Form
from bot.screen import Screen
from bot.screens import seller as screens
from bot.steps import Answers, Text
from bot.visit import Visit
from domain import seller_accounts, standing
from domain.actors import Person
from domain.errors import NotAvailable
from domain.seller_accounts import Account
from storage.database import Tx
from storage.errors import AlreadyDone

router = Router(name="seller")


async def _connect(tx: Tx, person: Person, answers: Answers) -> UUID:
    return await seller_accounts.connect(
        tx.session, person=person.id, token=answers.get(TOKEN), now=tx.now
    )


async def _after(visit: Visit, _account: UUID) -> Screen:
    return await _draw(visit)


TOKEN = Text("token", limit=seller_accounts.LONGEST, check=seller_accounts.is_token)
FORM = Form("seller-token", (TOKEN,), _connect, brief=True, after=_after, secret=True)


@router.callback_query(AtSeller.filter(F.act == "show"))
async def show(query: CallbackQuery, visit: Visit) -> None:
    """How my house takes money."""
    await visit.stage.show(query, await _draw(visit))


@router.callback_query(AtSeller.filter(F.act == "token"))
async def ask(_query: CallbackQuery, state: FSMContext, visit: Visit) -> None:
    """Which token?"""
    await _account(visit)
    await dialogs.begin(FORM, visit, state)


@router.callback_query(AtSeller.filter(F.act == "remove"))
async def remove(query: CallbackQuery, visit: Visit) -> None:
    """Shall it go?"""
    account = await _account(visit)
    if account is None:
        await visit.stage.show(query, await _draw(visit))
        return
    portal = visit.desk.provider_token is not None
    await visit.stage.show(query, screens.surely(visit.t, account, portal=portal))


@router.callback_query(AtSeller.filter(F.act == "removed"))
async def removed(query: CallbackQuery, visit: Visit) -> None:
    """It goes."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await seller_accounts.disconnect(tx.session, person=visit.person.id, now=tx.now)
    await visit.stage.show(query, await _draw(visit))


async def _draw(visit: Visit) -> Screen:
    account = await _account(visit)
    return screens.seller(visit.t, account, portal=visit.desk.provider_token is not None)


async def _account(visit: Visit) -> Account | None:
    """Raises `NotAvailable` for who is no house."""
    async with visit.db.read(visit.person) as tx:
        how = await standing.of(tx.session, person=visit.person.id, now=tx.now)
        if not how.may_make_events:
            raise NotAvailable
        return await seller_accounts.find(tx.session, person=visit.person.id)
