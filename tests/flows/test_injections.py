"""Whatever people write, it is words: it is taken or declined as it stands, and asks nothing."""

import json
import time

import pytest

from bot.callbacks.finding import Search
from bot.callbacks.wire import Move
from bot.form import turn_of
from bot.steps import Choice, Choices, Fact, Photo, Photos
from domain import drafts
from handlers.dialogs import FORMS
from storage.context import Context, Signer
from tests.factories import Owner
from tests.flows.replaying.cast import Cast, assemble
from tests.flows.replaying.dialogs import facts_of, owner_of
from tests.flows.replaying.watching import Call, Watch, changed, rows_of
from tests.portal_fixtures import Portal

pytestmark = pytest.mark.timeout(300)

_FORGED = Signer(bytes(32)).sign(Context("house"), now=time.time())
SQL = "x' OR 1=1 -- ') UNION SELECT full_name FROM users; DROP TABLE users; --"
CONTEXT = f"x' OR set_config('app.context', '{_FORGED}', true) IS NOT NULL --"
STRANGE = "x\" \\ \\' %s %(x)s {0} ${x} {{7*7}} %_% \0 <b>&lt; =cmd() ‮"
LONG = (SQL, CONTEXT, STRANGE)
SHORT = ("'", '"', "\\", "%", "_", "x\0y", "' OR ''='", "((((", "x & | ! <-> :*")
DATA = ("e:{}", "b:{}", "s:{}:0", "c:x:{}", "t:{}", "fo:d:{}:1:page", "hl:{0}:{0}:up", "{}")
_TELLS = ("Traceback", "asyncpg", "sqlalchemy", "syntax", "Something went wrong", "ERROR")


@pytest.fixture
async def cast(portal: Portal, owner: Owner) -> Cast:
    return await assemble(portal, owner)


def _is_fine(watch: Watch, calls: list[Call], said: str) -> None:
    told = json.dumps(calls, ensure_ascii=False)
    assert calls, said
    assert [each for each in _TELLS if each in told] == [], (said, told)
    assert watch.cast.told(watch.role, told) == [], (said, told)


async def test_words_links_and_buttons_of_strangers_ask_nothing(cast: Cast) -> None:
    watch = Watch(cast, "luca")
    await watch.begin()
    before = await rows_of(cast.owner)
    for words in (*LONG, *SHORT):
        _is_fine(watch, await watch.says(f"q {words}"), words)
        _is_fine(watch, await watch.says(f"/search {words}"), words)
        offered = await watch.guest.inline(words)
        assert cast.told("luca", json.dumps(offered)) == []
        found = Search(words=words.replace(":", "")[:20]).pack()
        _is_fine(watch, await watch.taps(found), found)
    for words in LONG:
        for command in ("start", "events", "door", "team", "people"):
            _is_fine(watch, await watch.says(f"/{command} {words}"), f"/{command} {words}")
        for form in DATA:
            data = form.format(words.replace(":", "")[:24])
            _is_fine(watch, await watch.taps(data), data)
    after = changed(before, await rows_of(cast.owner))
    assert [row for table, row in after if table not in ("audit_logs", "dialog_drafts")] == []
    assert watch.to_others() == []


@pytest.mark.parametrize("said", [SQL, CONTEXT, STRANGE], ids=["sql", "context", "strange"])
async def test_every_question_takes_it_as_words(cast: Cast, said: str) -> None:
    """Every question of every dialog that can be answered in words."""
    watches = {owner_of(form): Watch(cast, owner_of(form)) for form in FORMS}
    for watch in watches.values():
        await watch.begin()
    people = await cast.owner.value("SELECT count(*) FROM users")
    asked = 0
    for form in FORMS.values():
        watch = watches[owner_of(form.name)]
        for step in form.steps:
            if isinstance(step, Fact | Choice | Choices | Photo | Photos):
                continue
            turn = await _stands_at(cast, form.name, step.name)
            await watch.taps(Move(form=form.name, turn=turn, act="see").pack())
            _is_fine(watch, await watch.says(said), f"{form.name} {step.name}")
            asked += 1
    assert asked > 40
    assert await cast.owner.value("SELECT count(*) FROM users") == people
    assert [watch.to_others() for watch in watches.values() if watch.role == "luca"] == []


async def _stands_at(cast: Cast, form: str, step: str) -> str:
    """The dialog at a question; the turn of its buttons."""
    name = owner_of(form)
    async with cast.portal.db.begin(cast.person(name)) as tx:
        draft = await drafts.begin(
            tx.session,
            user_id=cast.ids[name],
            form=form,
            step=step,
            answers=facts_of(cast, form),
            now=tx.now,
        )
    return turn_of(draft)


async def test_a_title_is_kept_as_it_was_written(cast: Cast) -> None:
    """The control: the words do arrive where they belong."""
    watch = Watch(cast, "renata")
    await watch.begin()
    turn = await _stands_at(cast, "ev-name", "name")
    await watch.taps(Move(form="ev-name", turn=turn, act="see").pack())
    await watch.says(SQL)
    draft = cast.things["renata draft"].id
    assert await cast.owner.value("SELECT title FROM events WHERE id = $1", draft) == SQL
