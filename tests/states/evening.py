"""What becomes of tickets after they were bought: given back, given away, waited for, let in."""

from dataclasses import dataclass, field
from typing import Any, Self

from domain import (
    checkin,
    doors,
    gifts,
    order_approvals,
    refunding,
    returning,
    sold_orders,
    ticket_types,
    waitlist,
)
from domain.actors import WORKER, Person
from domain.checkin import Why
from domain.refunding import Done, Due, Failed
from domain.sold_orders import Payback
from jobs.waitlist import serve_waitlists
from storage.enums import ScanDirection, ScanResult
from tests.states.sale import CODES, House, Sale

_TICKETS = """
    SELECT id, order_id, user_id, generation FROM tickets WHERE event_id = $1 ORDER BY id
"""
_INSIDE = """
    SELECT ticket_id, inside FROM (
        SELECT ticket_id, sum(
            CASE WHEN (direction = 'entry') = (undoes_id IS NULL) THEN 1 ELSE -1 END
        ) OVER (PARTITION BY ticket_id ORDER BY id) AS inside
        FROM checkins WHERE event_id = $1 AND result = 'ok'
    ) passages WHERE inside NOT IN (0, 1)
"""
_UNASKED = """
    SELECT o.id FROM orders o
    LEFT JOIN order_approvals a ON a.order_id = o.id AND a.attempt = o.attempt
    WHERE o.event_id = $1 AND CASE WHEN o.status = 'awaiting_approval'
        THEN a.id IS NULL OR a.approved IS NOT NULL
        ELSE o.status = 'pending' AND a.id IS NOT NULL AND a.approved IS NOT true
    END
"""
_BACK = """
    SELECT p.provider_charge_id AS charge, sum(r.amount) FILTER (WHERE r.status = 'done')
        AS done, sum(r.amount) AS owed
    FROM payments p JOIN refunds r ON r.payment_id = p.id
    WHERE p.event_id = $1 AND NOT r.by_hand GROUP BY 1
"""


@dataclass
class Bank:
    """What a provider gave back, by the key of the wish: the same wish twice is once."""

    gone: dict[str, Due] = field(default_factory=dict)

    def refund(self, due: Due) -> None:
        known = self.gone.setdefault(due.key, due)
        assert (known.charge, known.amount) == (due.charge, due.amount), "a key was used twice"

    def of(self, charge: str) -> int:
        return sum(each.amount.amount for each in self.gone.values() if each.charge == charge)


@dataclass
class Evening(Sale):
    """A sale with what follows it; its bank never forgets."""

    bank: Bank = field(default_factory=Bank)

    @classmethod
    async def open(cls, house: House, *, reentry: bool = False) -> Self:
        """Whether who left may come in again is the house's choice."""
        evening = await super().open(house)
        organizer = evening.show.organizer
        async with house.bot.begin(Person("person", organizer)) as tx:
            await doors.allow(tx.session, event_id=evening.show.id, by=organizer, reentry=reentry)
        return evening

    async def ticket(self, place: int) -> Any | None:
        """One of the tickets that were ever made, if there is any."""
        rows = await self.house.look(_TICKETS, self.show.id)
        return rows[place % len(rows)] if rows else None

    async def give_back(self, *, ticket: int, alone: bool) -> None:
        """Its buyer gives one ticket back, or all of its order."""
        found = await self.ticket(ticket)
        if found is None:
            return
        order = await self._order(found["order_id"])
        given = {
            "order_id": found["order_id"],
            "buyer": order["user_id"],
            "ticket_id": found["id"] if alone else None,
        }
        async with self.house.bot.begin(Person("person", order["user_id"])) as tx:
            shown = await returning.quote(tx.session, now=tx.now, **given)
        async with self.house.bot.begin(Person("person", order["user_id"])) as tx:
            await returning.give_back(tx.session, shown=shown.back.amount, now=tx.now, **given)

    async def take_back(self, *, ticket: int, alone: bool, way: str) -> None:
        """The house takes one ticket back, or all of its order."""
        found = await self.ticket(ticket)
        if found is None:
            return
        by = self.show.organizer
        given = {
            "order_id": found["order_id"],
            "by": by,
            "ticket_id": found["id"] if alone else None,
        }
        async with self.house.bot.begin(Person("person", by)) as tx:
            offer = await sold_orders.offer(tx.session, now=tx.now, **given)
            await sold_orders.take_back(
                tx.session,
                way=Payback(way),
                why=sold_orders.Why.ASKED,
                shown=offer.sums[Payback(way)].amount,
                now=tx.now,
                **given,
            )

    async def send_money_back(self, *, answer: str) -> None:
        """The job takes one refund to the bank, which agrees, refuses, or is not heard."""
        async with self.house.worker.begin(WORKER) as tx:
            due = await refunding.claim(tx.session, limit=1, now=tx.now)
        for each in due:
            if answer != "refused":
                self.bank.refund(each)
            if answer == "unheard":
                continue
            outcome = Done(f"back {each.key}") if answer == "agreed" else Failed("no account")
            if answer == "refused" and each.key in self.bank.gone:
                outcome = Done(f"back {each.key}")  # it was agreed to before, and not heard
            async with self.house.worker.begin(WORKER) as tx:
                await refunding.finish(tx.session, due=each, outcome=outcome, now=tx.now)

    async def mend_refund(self, *, by_hand: bool) -> None:
        """The house closes a refund that failed, or has it sent once more."""
        rows = await self.house.look(
            "SELECT id FROM refunds WHERE event_id = $1 AND status = 'failed' LIMIT 1",
            self.show.id,
        )
        mend = refunding.close_by_hand if by_hand else refunding.try_again
        for row in rows:
            async with self.house.bot.begin(Person("person", self.show.organizer)) as tx:
                await mend(tx.session, id=row["id"], by=self.show.organizer, now=tx.now)

    async def give_away(self, *, ticket: int, friend: int, change_mind: bool) -> None:
        """Its holder gives a ticket to one of the others, or thinks better of it."""
        found = await self.ticket(ticket)
        if found is None:
            return
        holder, other = found["user_id"], self.buyers[friend]
        async with self.house.bot.begin(Person("person", holder)) as tx:
            card = await gifts.offer(
                tx.session, ticket_id=found["id"], by=holder, codes=CODES, now=tx.now
            )
        async with self.house.bot.begin(Person("person", other)) as tx:
            await gifts.claim(tx.session, code=card.code, now=tx.now)
        async with self.house.bot.begin(Person("person", holder)) as tx:
            if change_mind:
                await gifts.withdraw(tx.session, gift_id=card.id, by=holder, now=tx.now)
            else:
                await gifts.give(tx.session, gift_id=card.id, by=holder, codes=CODES, now=tx.now)

    async def wait_in_line(self, *, buyer: int, kind: int, seats: int, late: int) -> None:
        """Somebody waits for seats together; ahead of others where their money came too late."""
        async with self.house.bot.begin(Person("person", self.buyers[buyer])) as tx:
            await waitlist.join(
                tx.session,
                type_id=list(self.show.types.values())[kind],
                seats=seats,
                late_order=await self.named(late),
                now=tx.now,
            )

    async def leave_line(self, *, buyer: int) -> None:
        person = self.buyers[buyer]
        async with self.house.bot.begin(Person("person", person)) as tx:
            for place in await waitlist.mine(tx.session, person=person, now=tx.now):
                if place.event_id == self.show.id:
                    await waitlist.leave(tx.session, entry_id=place.id, person=person)

    async def serve_line(self) -> None:
        await serve_waitlists(self.house.worker)

    async def look_first(self, *, kind: int, looks: bool) -> None:
        """The house looks at orders of one type before they are paid, or no more."""
        by, type_id = self.show.organizer, list(self.show.types.values())[kind]
        async with self.house.bot.begin(Person("person", by)) as tx:
            await ticket_types.look_first(
                tx.session, type_id=type_id, by=by, needs_approval=looks, now=tx.now
            )

    async def ask_house(self, *, order: int) -> None:
        """Its buyer puts an order before the house."""
        found = await self.named(order)
        if found is None:
            return
        buyer = (await self._order(found))["user_id"]
        async with self.house.bot.begin(Person("person", buyer)) as tx:
            await order_approvals.ask(tx.session, order_id=found, buyer=buyer, now=tx.now)

    async def answer(self, *, order: int, yes: bool) -> None:
        """The house says yes to an order as it sees it, or no."""
        found = await self.named(order)
        if found is None:
            return
        by, attempt = self.show.organizer, (await self._order(found))["attempt"]
        decide = order_approvals.approve if yes else order_approvals.decline
        async with self.house.bot.begin(Person("person", by)) as tx:
            facts = {"order_id": found, "attempt": attempt, "by": by, "words": None}
            await decide(tx.session, **facts, now=tx.now)

    async def turn(self, *, way: str) -> None:
        """The steward lets people in, or out."""
        async with self.house.bot.begin(Person("person", self.steward)) as tx:
            await doors.turn(
                tx.session,
                event_id=self.show.id,
                by=self.steward,
                way=ScanDirection(way),
                now=tx.now,
            )

    async def show_old_code(self, *, ticket: int, nonce: str) -> None:
        """The code that a ticket had before it was given away opens nothing."""
        found = await self.ticket(ticket)
        if found is None or found["generation"] == 1:
            return
        old = CODES.code(self.show.id, found["id"], found["generation"] - 1)
        assert await self.scan(old, nonce) is not ScanResult.OK, "an old code let somebody in"

    async def undo(self, *, ticket: int, nonce: str) -> None:
        found = await self.ticket(ticket)
        if found is None:
            return
        async with self.house.bot.begin(Person("person", self.steward)) as tx:
            await checkin.undo(
                tx.session,
                ticket_id=found["id"],
                by=self.steward,
                why=Why.MISTAKE,
                nonce=nonce,
                now=tx.now,
            )

    async def check(self) -> None:
        """As of a sale; nobody is inside twice, and the bank gave back what we know of."""
        await super().check()
        assert await self.house.look(_INSIDE, self.show.id) == [], "one ticket is inside twice"
        assert await self.house.look(_UNASKED, self.show.id) == [], "nobody asked the house"
        for row in await self.house.look(_BACK, self.show.id):
            gone = self.bank.of(row["charge"])
            assert (row["done"] or 0) * 100 <= gone <= row["owed"] * 100, "the bank knows better"
