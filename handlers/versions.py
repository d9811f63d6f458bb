"""What an event or a collection was, version by version, and bringing one back."""

from contextlib import suppress
from uuid import UUID

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot import dialogs
from bot.callbacks.making import RestoreVersion, ShowVersion, ShowVersions
from bot.callbacks.wire import full
from bot.form import Form
from bot.screen import Screen
from bot.screens import versions as screens
from bot.screens.fields import Telling
from bot.steps import Answers, Fact, Text, has_letters
from bot.visit import Visit
from domain import collections, making, productions, restoring, versions
from domain.actors import Person
from domain.versions import Kind, Look
from storage.database import Tx
from storage.errors import AlreadyDone

router = Router(name="versions")


async def _bring_back(tx: Tx, person: Person, answers: Answers) -> UUID:
    id = answers.get(VERSION)
    await restoring.restore(
        tx.session,
        version_id=id,
        by=person.id,
        seen=answers.get(SEEN),
        reason=answers.get(REASON),
        now=tx.now,
    )
    return id


async def _after(visit: Visit, version_id: UUID) -> Screen:
    """The list that the version stands in."""
    async with visit.db.read(visit.person) as tx:
        found = await versions.find(tx.session, version_id=version_id, by=visit.person.id)
    if found.kind is Kind.COLLECTION:
        return await _list(visit, ShowVersions(scope="c", about=found.thing))
    return await _list(visit, ShowVersions(scope="e", about=found.about))


VERSION = Fact("version", make=UUID)
SEEN = Fact("seen", make=int)
REASON = Text("reason", limit=making.LONGEST_REASON, check=has_letters)
FORM = Form("restore", (VERSION, SEEN, REASON), _bring_back, brief=True, after=_after)


@router.callback_query(ShowVersions.filter())
async def show_all(query: CallbackQuery, callback_data: ShowVersions, visit: Visit) -> None:
    """The versions of an event with its parts, or of a collection."""
    await visit.stage.show(query, await _list(visit, callback_data))


@router.callback_query(ShowVersion.filter())
async def show(query: CallbackQuery, callback_data: ShowVersion, visit: Visit) -> None:
    """One version, as it was."""
    look, how = await _look(visit, callback_data.version)
    await visit.stage.show(query, screens.version(how, look, me=visit.person.id))


@router.callback_query(RestoreVersion.filter())
async def restore(
    query: CallbackQuery, callback_data: RestoreVersion, state: FSMContext, visit: Visit
) -> None:
    """Bring a version back: a question first, and where guests have seen it, the reason."""
    id, by = callback_data.version, visit.person.id
    if not callback_data.surely:
        look, how = await _look(visit, id)
        shown = screens.surely(how, look) if look.back else screens.version(how, look, me=by)
        await visit.stage.show(query, shown)
        return
    look, _ = await _look(visit, id)
    if look.reason_needed and look.back:
        async with visit.db.begin(visit.person) as tx:  # nobody gives a reason for a refusal
            await restoring.require_possible(
                tx.session, version_id=id, by=by, seen=callback_data.seen, now=tx.now
            )
        facts = {VERSION.name: id.hex, SEEN.name: str(callback_data.seen)}
        await dialogs.begin(FORM, visit, state, facts)
        return
    with suppress(AlreadyDone):
        async with visit.db.begin(visit.person, visit.claim) as tx:
            await restoring.restore(
                tx.session,
                version_id=id,
                by=by,
                seen=callback_data.seen,
                reason=None,
                now=tx.now,
            )
    await visit.stage.show(query, screens.restored(visit.t, await _after(visit, id)))


async def _look(visit: Visit, version_id: UUID) -> tuple[Look, Telling]:
    by = visit.person.id
    async with visit.db.read(visit.person) as tx:
        look = await versions.get(tx.session, version_id=version_id, by=by)
        if look.version.kind is Kind.COLLECTION:
            return look, Telling(visit.t, None)
        event = await productions.get(tx.session, event_id=look.version.about, by=by)
    return look, Telling(visit.t, event.time_zone, event.currency, look.places)


async def _list(visit: Visit, shown: ShowVersions) -> Screen:
    by, before = visit.person.id, full(shown.before) if shown.before else versions.LAST
    async with visit.db.read(visit.person) as tx:
        if shown.scope == "e":
            event = await productions.get(tx.session, event_id=shown.about, by=by)
            page = await versions.of_event(tx.session, event_id=shown.about, by=by, before=before)
            title = event.title
            how = Telling(visit.t, event.time_zone, event.currency, page.places)
        else:
            made = await collections.get_own(tx.session, collection_id=shown.about, person=by)
            page = await versions.of_collection(
                tx.session, collection_id=shown.about, by=by, before=before
            )
            title, how = made.name, Telling(visit.t, None)
    return screens.versions(how, page, shown, title=title, me=by)
