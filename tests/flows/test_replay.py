"""Whatever one person can tap, write or open does nothing and tells nothing to another."""

import pytest
from aiogram.filters.callback_data import CallbackData

import handlers
from bot.introduction import BROADCAST, COMMANDS, DOOR, MAKING, MANAGING, OFFICE, STUDIO, WEB
from tests.factories import Owner, counters_agree
from tests.flows.replaying import everybodys
from tests.flows.replaying.buttons import owned
from tests.flows.replaying.cast import ROLES, Cast, assemble
from tests.flows.replaying.dialogs import begin_all, moves
from tests.flows.replaying.links import links
from tests.flows.replaying.watching import Call, Watch, changed, rows_of
from tests.portal_fixtures import Portal

_DENIAL = ("audit_logs", "denial")
pytestmark = pytest.mark.timeout(300)


@pytest.fixture
async def cast(portal: Portal, owner: Owner) -> Cast:
    made = await assemble(portal, owner)
    await begin_all(made)
    return made


def every_button() -> set[type[CallbackData]]:
    """All that is defined, wherever it is."""
    assert handlers.routers()
    found, more = set[type[CallbackData]](), [CallbackData]
    while more:
        kind = more.pop()
        found.update(kind.__subclasses__())
        more += kind.__subclasses__()
    return found


async def test_a_button_of_ours_is_somebodys_or_everybodys(cast: Cast) -> None:
    somebodys = {type(each.data) for each in (*owned(cast), *moves(cast))}
    everyones = {type(each) for each in everybodys.buttons(cast)}
    assert everyones == set(everybodys.CHANGES)
    assert every_button() - somebodys - everyones == set()
    listed = {*COMMANDS, *MAKING, *MANAGING, *DOOR, *BROADCAST, *STUDIO, *OFFICE, *WEB}
    assert listed <= everybodys.commands()


async def test_the_buttons_are_alive(cast: Cast, owner: Owner) -> None:
    """The control: who may tap is told something, and what is theirs."""
    watches = {name: Watch(cast, name) for name in ROLES}
    for watch in watches.values():
        await watch.begin()
    dead = []
    for button in (*owned(cast), *moves(cast)):
        if button.dull:
            continue
        strange = await watches["luca"].taps(button.wire)
        found = await watches[button.may[0]].taps(button.wire)
        if found == strange or (button.shows and not cast.reads(button.shows, str(found))):
            dead.append((button.wire, button.shows, [str(each)[:200] for each in found]))
    assert not dead, "\n".join(map(str, dead))


@pytest.mark.parametrize("role", ROLES)
async def test_nobody_reaches_what_is_anothers(cast: Cast, role: str) -> None:
    watch = Watch(cast, role)
    await watch.begin()
    before = await rows_of(cast.owner)
    await _finds_nothing(watch)
    await _opens_nothing(watch)
    refused = changed(before, await rows_of(cast.owner))
    assert [row for table, row in refused if (table, row.get("category")) != _DENIAL] == []
    assert {row["user_id"] for _, row in refused} == {str(cast.ids[role])}
    await _changes_ones_own_alone(watch)
    assert await watch.overheard() == []
    assert watch.to_others() == []
    assert await counters_agree(cast.owner)


async def _finds_nothing(watch: Watch) -> None:
    """What belongs to others is as if it were not there."""
    missing = dict[str, list[Call]]()
    told = []
    for button in (*owned(watch.cast), *moves(watch.cast)):
        if watch.role in button.may:
            continue
        elsewhere = button.elsewhere()
        if elsewhere not in missing:
            missing[elsewhere] = await watch.taps(elsewhere)
        found = await watch.taps(button.wire)
        if found != missing[elsewhere] and watch.role not in button.told:
            told.append((button.wire, found, missing[elsewhere]))
    assert told == []


async def _opens_nothing(watch: Watch) -> None:
    """Links of others, and commands with the ids of others behind them."""
    for link in links(watch.cast):
        if watch.role in link.may:
            continue
        found = await watch.opens(link.payload)
        assert not link.instead or found == await watch.opens(link.instead), link
    draft = watch.cast.things["ottavia draft" if watch.role == "renata" else "renata draft"]
    for command in ("sales", "team", "door", "search", "mine"):
        for behind in (draft.id, draft.title):
            await watch.says(f"/{command} {behind}")


async def _changes_ones_own_alone(watch: Watch) -> None:
    """What is for everybody is done, and touches rows of who does it."""
    wrong = []
    owner = watch.cast.owner
    before = await rows_of(owner)
    for button in everybodys.buttons(watch.cast):
        assert await watch.taps(button.pack()), button
        after = await rows_of(owner)
        for table, row in changed(before, after):
            may = everybodys.CHANGES[type(button)] | everybodys.TRAIL
            if table not in may or not await watch.is_own(table, row):
                wrong.append((button, table, row))
        before = after
    for command in sorted(everybodys.commands()):
        assert await watch.says(f"/{command}"), command
    for payload in everybodys.open_links(watch.cast):
        assert await watch.opens(payload), payload
    for table, row in changed(before, await rows_of(owner)):
        may = everybodys.COMMANDED | everybodys.TRAIL
        if table not in may or not await watch.is_own(table, row):
            wrong.append(("a command", table, row))
    assert wrong == []
