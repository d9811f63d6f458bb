"""Drafts of dialogs: kept answer by answer, moved on by one at a time, forgotten when old."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from domain import drafts
from domain.actors import Person
from domain.drafts import Draft
from domain.errors import DialogOver
from storage.database import Database
from tests.factories import Owner, make_person


@pytest.fixture
async def person(owner: Owner) -> Person:
    return Person("person", await make_person(owner))


async def begin(db: Database, person: Person, form: str = "support") -> tuple[Draft, datetime]:
    async with db.begin(person) as tx:
        draft = await drafts.begin(
            tx.session, user_id=person.id, form=form, step="topic", answers={}, now=tx.now
        )
        return draft, tx.now


async def keep(db: Database, person: Person, draft: Draft, step: str, **answers: str) -> Draft:
    async with db.begin(person) as tx:
        return await drafts.keep(tx.session, draft, step=step, answers=answers, now=tx.now)


async def find(
    db: Database, user_id: UUID, form: str = "support", after: timedelta = timedelta(0)
) -> Draft | None:
    async with db.read(Person("person", user_id)) as tx:
        return await drafts.find(tx.session, user_id=user_id, form=form, now=tx.now + after)


async def test_answers_are_kept_and_moving_on_makes_a_new_version(
    db: Database, person: Person
) -> None:
    draft, _ = await begin(db, person)
    same_step = await keep(db, person, draft, "topic", shades="red")
    moved = await keep(db, person, same_step, "message", topic="tickets")
    assert (draft.version, same_step.version, moved.version) == (1, 1, 2)
    found = await find(db, person.id)
    assert found == moved
    assert found.answers == {"topic": "tickets"}


async def test_who_comes_second_changes_nothing(db: Database, person: Person) -> None:
    draft, _ = await begin(db, person)
    first = await keep(db, person, draft, "message", topic="tickets")
    with pytest.raises(DialogOver):
        await keep(db, person, draft, "message", topic="payment")
    assert await find(db, person.id) == first


async def test_nothing_is_kept_after_the_end(db: Database, person: Person) -> None:
    draft, _ = await begin(db, person)
    async with db.begin(person) as tx:
        await drafts.close(tx.session, draft)
    with pytest.raises(DialogOver):
        await keep(db, person, draft, "message", topic="tickets")
    assert await find(db, person.id) is None


async def test_a_new_dialog_replaces_the_old_one_of_its_form_only(
    db: Database, person: Person
) -> None:
    old, _ = await begin(db, person)
    other, _ = await begin(db, person, form="answer")
    new, _ = await begin(db, person)
    assert old.id != new.id
    assert await find(db, person.id) == new
    assert await find(db, person.id, form="answer") == other
    with pytest.raises(DialogOver):
        await keep(db, person, old, "message")


async def test_a_dialog_can_be_continued_for_a_week(db: Database, person: Person) -> None:
    draft, _ = await begin(db, person)
    second = timedelta(seconds=1)
    assert await find(db, person.id, after=drafts.FRESH - second) == draft
    assert await find(db, person.id, after=drafts.FRESH + second) is None


async def test_the_latest_is_the_one_that_was_touched_last(db: Database, person: Person) -> None:
    support, _ = await begin(db, person)
    await begin(db, person, form="answer")
    touched = await keep(db, person, support, "message", topic="tickets")
    async with db.read(person) as tx:
        latest = await drafts.find_latest(tx.session, user_id=person.id, now=tx.now)
        later = tx.now + drafts.FRESH + timedelta(seconds=1)
        too_late = await drafts.find_latest(tx.session, user_id=person.id, now=later)
    assert latest == touched
    assert too_late is None


async def test_nobody_elses_dialog_is_found(db: Database, person: Person, owner: Owner) -> None:
    await begin(db, person)
    stranger = await make_person(owner, "Sten Ström")
    assert await find(db, stranger) is None
    async with db.read(Person("person", stranger)) as tx:
        assert await drafts.find_latest(tx.session, user_id=stranger, now=tx.now) is None
        with pytest.raises(DialogOver):
            await drafts.get(tx.session, user_id=stranger, form="support", now=tx.now)
