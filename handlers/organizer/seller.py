"""How a house takes money: its own provider's token, and what its receipts say."""

from contextlib import suppress
from uuid import UUID

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import AtSeller
from bot.form import REVIEW, Form
from bot.screen import Screen
from bot.screens import seller as screens
from bot.steps import Answers, Percent, Stored, Text, has_letters
from bot.visit import Visit
from domain import seller_accounts, sellers, standing
from domain.actors import Person
from domain.errors import NotAvailable
from domain.seller_accounts import Account
from domain.sellers import Seller
from storage.database import Tx
from storage.errors import AlreadyDone

router = Router(name="seller")


async def _connect(tx: Tx, person: Person, answers: Answers) -> UUID:
    return await seller_accounts.connect(
        tx.session, person=person.id, token=answers.get(TOKEN), now=tx.now
    )


async def _keep(tx: Tx, person: Person, answers: Answers) -> UUID:
    seller = Seller(
        name=answers.get(NAME),
        address=answers.get(ADDRESS),
        tax_number=answers.find(NUMBER),
        vat_rate=answers.find(RATE),
    )
    await sellers.keep(tx.session, person=person.id, seller=seller, now=tx.now)
    return person.id


async def _after(visit: Visit, _made: UUID) -> Screen:
    return await _draw(visit)


NAME = Text("name", limit=sellers.LONGEST_NAME, check=has_letters)
ADDRESS = Text("address", limit=sellers.LONGEST_ADDRESS, check=has_letters)
NUMBER = Text("number", limit=sellers.LONGEST_NUMBER, check=has_letters, optional=True)
RATE = Percent("rate", optional=True)
DATA = Form("seller-data", (NAME, ADDRESS, NUMBER, RATE), _keep, ends_by="keep", after=_after)
TOKEN = Text("token", limit=seller_accounts.LONGEST, check=seller_accounts.is_token)
FORM = Form("seller-token", (TOKEN,), _connect, brief=True, after=_after, secret=True)


@router.callback_query(AtSeller.filter(F.act == "show"))
async def show(query: CallbackQuery, visit: Visit) -> None:
    """How my house takes money."""
    await visit.stage.show(query, await _draw(visit))


@router.callback_query(AtSeller.filter(F.act == "token"))
async def ask(_query: CallbackQuery, state: FSMContext, visit: Visit) -> None:
    """Which token?"""
    await _find(visit)
    await dialogs.begin(FORM, visit, state)


@router.callback_query(AtSeller.filter(F.act == "remove"))
async def remove(query: CallbackQuery, visit: Visit) -> None:
    """Shall it go?"""
    account, _ = await _find(visit)
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


@router.callback_query(AtSeller.filter(F.act == "data"))
async def ask_data(_query: CallbackQuery, state: FSMContext, visit: Visit) -> None:
    """What shall receipts say?"""
    _, seller = await _find(visit)
    known = {} if seller is None else _known(seller)
    await dialogs.begin(DATA, visit, state, known, place=REVIEW if known else None)


@router.callback_query(AtSeller.filter(F.act == "no-data"))
async def forget_data(query: CallbackQuery, visit: Visit) -> None:
    """Nothing but the public name."""
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await sellers.remove(tx.session, person=visit.person.id)
    await visit.stage.show(query, await _draw(visit))


def _known(seller: Seller) -> dict[str, Stored]:
    rate = seller.vat_rate
    return {
        NAME.name: seller.name,
        ADDRESS.name: seller.address,
        NUMBER.name: seller.tax_number,
        RATE.name: None if rate is None else str(rate),
    }


async def _draw(visit: Visit) -> Screen:
    account, seller = await _find(visit)
    portal = visit.desk.provider_token is not None
    return screens.seller(visit.t, account, seller, portal=portal)


async def _find(visit: Visit) -> tuple[Account | None, Seller | None]:
    """Raises `NotAvailable` for who is no house."""
    person = visit.person.id
    async with visit.db.read(visit.person) as tx:
        how = await standing.of(tx.session, person=person, now=tx.now)
        if not how.may_make_events:
            raise NotAvailable
        account = await seller_accounts.find(tx.session, person=person)
        return account, await sellers.find(tx.session, person=person)
