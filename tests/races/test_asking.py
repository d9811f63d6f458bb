"""Answers, and what happens to their question or their order at the same moment."""

import asyncio
from datetime import timedelta
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy.exc import IntegrityError

from domain import orders, payments, questions
from domain.actors import WORKER, Person
from domain.baskets import Basket
from domain.errors import AnswersFixed, DomainError, QuestionAnswered, QuestionsOpen, TooMany
from domain.money import Money
from domain.payments import Charge, Invoice
from storage.context import Claim
from storage.database import Database
from storage.queries import productions as production_queries
from storage.queries import questions as queries
from storage.security.codes import TicketCodes
from tests.factories import MadeEvent, Owner, counters_agree, make_event, make_person
from tests.faults.crowd import eventually
from tests.keeping import VAULT
from tests.signing import SIGNER
from tests.storage.database_fixtures import Scratch

CODES = TicketCodes(b"k" * 32)
PRICE = Money(4500, "EUR")
WAITS = """
    (SELECT count(*) FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock') >= $1
"""


async def asks(owner: Owner, show: MadeEvent) -> UUID:
    row = await owner.insert("event_questions", event_id=show.id, position=1, question="Which?")
    return row["id"]


async def holds(db: Database, show: MadeEvent, buyer: UUID) -> UUID:
    held = await orders.reserve(
        db,
        claim=Claim(7, 1),
        buyer=buyer,
        event_id=show.id,
        basket=Basket((1,)),
        shown_total=PRICE.amount,
    )
    return held.order_id


async def answers(
    db: Database, order: UUID, buyer: UUID, question: UUID, words: str = "The first"
) -> None:
    async with db.begin(Person("person", buyer)) as tx:
        await questions.answer(
            tx.session, order_id=order, buyer=buyer, answers={question: words}, now=tx.now
        )


async def agrees(db: Database, order: UUID, buyer: UUID) -> None:
    async with db.begin(Person("person", buyer)) as tx:
        invoice = Invoice(order, 1)
        await payments.check_payable(
            tx.session, invoice=invoice, payer=buyer, asked=PRICE, now=tx.now
        )


async def removed_while_answered(db: Database, owner: Owner) -> None:
    """A question is taken away while a guest's answer is not yet committed."""
    show, buyer = await make_event(owner), await make_person(owner)
    question = await asks(owner, show)
    order = await holds(db, show, buyer)

    async def removes() -> None:
        async with db.begin(Person("person", show.organizer)) as tx:
            await questions.remove(tx.session, question_id=question, by=show.organizer, now=tx.now)

    async with db.begin(Person("person", buyer)) as tx:
        await questions.answer(
            tx.session, order_id=order, buyer=buyer, answers={question: "Yes"}, now=tx.now
        )
        removing = asyncio.create_task(removes())
        await eventually(owner, WAITS, 1)
    await removing


async def test_a_question_that_is_just_being_answered_stays(db: Database, owner: Owner) -> None:
    with pytest.raises(QuestionAnswered):
        await removed_while_answered(db, owner)
    assert await owner.value("SELECT count(*) FROM order_answers") == 1


async def test_without_holding_the_question_the_house_would_hear_a_database_speak(
    db: Database, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "hold", queries.find)
    with pytest.raises(IntegrityError):
        await removed_while_answered(db, owner)


async def ask_at_once(db: Database, owner: Owner) -> list[DomainError | None]:
    """A house and its manager ask ten questions between them at the same moment."""
    show = await make_event(owner)

    async def ask(number: int) -> DomainError | None:
        try:
            async with db.begin(Person("person", show.organizer)) as tx:
                await questions.add(
                    tx.session,
                    event_id=show.id,
                    by=show.organizer,
                    text=f"Number {number}?",
                    choices=[],
                    now=tx.now,
                )
        except DomainError as error:
            return error
        return None

    return await asyncio.gather(*(ask(number) for number in range(10)))


async def test_an_event_asks_five_at_most_whoever_asks_at_once(db: Database, owner: Owner) -> None:
    outcomes = await ask_at_once(db, owner)
    assert [type(each) for each in outcomes if each] == [TooMany] * 5
    places = await owner.fetch("SELECT position FROM event_questions ORDER BY position")
    assert [row["position"] for row in places] == [1, 2, 3, 4, 5]


async def test_without_holding_the_event_two_would_want_one_place(
    db: Database, owner: Owner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(production_queries, "lock", production_queries.find)
    with pytest.raises(IntegrityError):
        await ask_at_once(db, owner)


async def test_answers_outlive_the_hold_and_stay_as_they_were_when_it_was_paid(
    db: Database, owner: Owner, database: Scratch
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    question = await asks(owner, show)
    order = await holds(db, show, buyer)
    with pytest.raises(QuestionsOpen):
        await agrees(db, order, buyer)
    await answers(db, order, buyer, question)
    late = {"clock_offset": timedelta(minutes=20)}
    jobs = Database(database.dsn("portal_worker"), role="portal_worker", **late)
    later = Database(
        database.dsn("portal_app"), role="portal_app", signer=SIGNER, vault=VAULT, **late
    )
    async with jobs.begin(WORKER) as tx:
        assert await orders.expire_due(tx.session, now=tx.now, limit=9) == 1
    await answers(later, order, buyer, question, "The second")
    await agrees(later, order, buyer)
    assert await owner.value("SELECT held FROM quotas") == 1

    charge = Charge("c1", None, "telegram", PRICE)
    async with later.begin(Person("person", buyer)) as tx:
        await payments.confirm(tx.session, order_id=order, charge=charge, codes=CODES, now=tx.now)
    with pytest.raises(AnswersFixed):
        await answers(later, order, buyer, question, "The third")
    [row] = await owner.opened("order_answers", "SELECT * FROM order_answers")
    assert row["answer"] == "The second"
    assert await counters_agree(owner)
    await jobs.close()
    await later.close()


async def test_the_database_promises_nothing_unanswered_whatever_the_code_does(
    db: Database, owner: Owner
) -> None:
    show, buyer = await make_event(owner), await make_person(owner)
    question = await asks(owner, show)
    order = await holds(db, show, buyer)
    promise = "UPDATE orders SET precheckout_until = now() RETURNING id"
    with pytest.raises(asyncpg.PostgresError) as error:
        await owner.value(promise)
    assert error.value.sqlstate == "FP005"
    await answers(db, order, buyer, question)
    assert await owner.value(promise) == order
